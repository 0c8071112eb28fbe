"""Which form edition (表样) of the catalog a form was printed on, or comes nearest to."""

from __future__ import annotations

from goaldsl.catalog import Catalog
from goaldsl.catalog.spelling import folded
from goaldsl.ingest.reading.result import FormRead
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash
from goaldsl.ingest.writing.statements import squeezed
from goaldsl.model.form import Form, Place
from goaldsl.model.taxonomy import Taxonomy

_GENERAL = ("general", "mof")
_EXPLAINING = frozenset(("explanation", "criterion", "remark", "score"))


def edition_of(form: FormRead, vocabulary: Vocabulary) -> Form:
    """The edition with the most columns, fields and words of its title in common."""
    catalog = vocabulary.catalog
    editions = [each for identity in catalog.ids("form") if (each := catalog.form(identity))]
    if form.self_evaluation:  # its labels say nothing of the goal form's: one that no place has made its own
        editions = [each for each in editions if each.id.startswith(_GENERAL)]
    return max(editions, key=lambda edition: _likeness(form, edition, vocabulary))


def _likeness(form: FormRead, edition: Form, vocabulary: Vocabulary) -> int:
    """How much of the form the edition prints. Of a 自评表 only which fields and classes it has counts: the goal form
    behind it had other labels."""
    known = {field.key: field for field in edition.fields if field.place is not Place.NOWHERE}
    points = 0 if form.self_evaluation else _printed_alike(form, edition)
    for key, each in form.fields.items():
        if key not in ("achieved", "self_total"):
            alike = key in known and (form.self_evaluation or squash(known[key].label) == squash(each.label))
            points += 4 if alike else 1 if key in known else -3
    if ("project" in known) != ("project" in form.fields):
        points -= 30
    classless = bool(form.rows) and not any(row.level2 for row in form.rows)
    if classless != ("level2" not in {column.key for column in edition.columns}):
        points -= 20
    points += 3 if edition.id.startswith(_GENERAL) else 0
    return points + _fit(form, catalog_taxonomy(vocabulary.catalog, edition), vocabulary.catalog)


def _printed_alike(form: FormRead, edition: Form) -> int:
    labels = {squash(label) for _, label in form.columns}
    own = {squash(column.label) for column in edition.columns}
    printed = {column.key for column in edition.columns}
    points = 6 * len(labels & own) - 2 * len(own - labels)
    points -= 12 * len({key for key in _EXPLAINING for row in form.rows if getattr(row, key)} - printed)
    points += 4 if ("type" in {key for key, _ in form.columns}) == ("type" in printed) else 0
    title = squash(edition.title.replace("{年度}年", "").replace("{年度}", ""))
    if title and form.title:
        points += 25 if title == squash(form.title) else 10 if title in squash(form.title) else 0
    notes = {squeezed(note) for note in edition.notes}
    matched = sum(squeezed(each.text) in notes for each in form.leftovers)
    return points + 3 * matched - 2 * (len(notes) - matched if notes else 0)


def catalog_taxonomy(catalog: Catalog, edition: Form) -> Taxonomy:
    taxonomy = catalog.taxonomy(edition.taxonomy)
    assert taxonomy is not None
    return taxonomy


def taxonomy_of(form: FormRead, edition: Form, catalog: Catalog) -> Taxonomy:
    """The tree in which most rows stand where the form has them; the edition's own where that is as good."""
    own = catalog_taxonomy(catalog, edition)
    trees = [tree for identity in catalog.ids("taxonomy") if (tree := catalog.taxonomy(identity))]
    return max(trees, key=lambda tree: (_fit(form, tree, catalog), tree.id == own.id))


def _fit(form: FormRead, tree: Taxonomy, catalog: Catalog) -> int:
    """Rows whose classes are the tree's, in tenths of all rows."""
    hits = 0
    for row in form.rows:
        category = catalog.category(tree, row.level2) if row.level2 else None
        if category is not None:
            first = catalog.first_level(tree, row.level1) if row.level1 else None
            hits += 2 if first is None or first.name == category.level1 else 1
    return 5 * hits // max(len(form.rows), 1)


def named(edition: Form) -> str:
    """The spelling of an edition that a clerk would write: a short Chinese one."""
    chinese = [name for name in edition.names if not name.isascii()]
    return min(chinese, key=len, default=edition.id)


def same_title(title: str, edition: Form, year: int | None) -> bool:
    """Whether the edition prints this title by itself."""
    printed = edition.title.replace("{年度}", str(year) if year else "")
    return folded(title) == folded(printed)
