"""The catalog: one place to ask for a taxonomy, a profile, a form, a unit, a class or the range of a rate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from goaldsl.catalog import data, decode
from goaldsl.catalog.extension import Extension, merged
from goaldsl.catalog.rates import RateDomain, rate_domain
from goaldsl.catalog.spelling import folded
from goaldsl.catalog.units import find_unit, packaged_units, unit_table
from goaldsl.model.form import FieldSpec, Form
from goaldsl.model.profile import Profile
from goaldsl.model.taxonomy import Category, FirstLevel, SecondLevel, Taxonomy
from goaldsl.model.unit import Unit

_ENDINGS = (":", "*", "(万元)", "(元)", "(盖章)", "(公章)", "(签字)", "(签名)")
"""What forms print behind a label, as folded."""

DEFAULT_FORM = "general"
"""The form edition of a file and a project that name none."""

_REMEMBERED_UNITS = 4096  # a form uses a dozen words for units; texts are searched for many more


class Catalog:
    """The packaged data with a project's additions. Reads a file when it is first asked for, never twice."""

    def __init__(self, extension: Extension) -> None:
        self._extension = extension
        self._made: dict[tuple[str, str], Any] = {}
        self._ids: dict[str, dict[str, str]] = {}
        self._classes: dict[str, dict[str, Category]] = {}
        self._levels: dict[str, dict[str, FirstLevel]] = {}
        self._fields: dict[str, dict[str, FieldSpec]] = {}
        self._labels: dict[str, FieldSpec] | None = None
        self._units: Mapping[str, Unit] | None = None
        self._known_units: dict[str, Unit] = {}

    def taxonomy(self, name: str) -> Taxonomy | None:
        """The taxonomy of this id, name or alias."""
        identity = self.identity("taxonomy", name)
        return None if identity is None else self._taxonomy(identity)

    def profile(self, name: str) -> Profile | None:
        """The profile of this id, name or alias."""
        identity = self.identity("profile", name)
        if identity is None:
            return None
        made: Profile = self._once("profile", identity, decode.profile)
        return made

    def form(self, name: str) -> Form | None:
        """The form edition of this id, name or alias."""
        identity = self.identity("form", name)
        if identity is None:
            return None
        made: Form = self._once(
            "form", identity, lambda table: decode.form(table, data.packaged("labels.toml"))
        )
        return made

    def taxonomy_names(self) -> tuple[str, ...]:
        """Every spelling of every taxonomy, for "did you mean"."""
        return self.names("taxonomy")

    def profile_names(self) -> tuple[str, ...]:
        """Every spelling of every profile."""
        return self.names("profile")

    def form_names(self) -> tuple[str, ...]:
        """Every spelling of every form edition."""
        return self.names("form")

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of all taxonomies, profiles or forms (`kind`: taxonomy, profile, form)."""
        return tuple(dict.fromkeys((*data.ids(kind), *self._extension.named.get(kind, {}))))

    def unit(self, word: str) -> Unit:
        """What `word` means as a unit; an unknown unit if nobody lists it and it follows from none."""
        unit = self._known_units.get(word)
        if unit is None:
            unit = find_unit(word, self._unit_table())
            if len(self._known_units) < _REMEMBERED_UNITS:
                self._known_units[word] = unit
        return unit

    def unit_names(self) -> tuple[str, ...]:
        """Every listed spelling of a unit."""
        return tuple(unit.symbol for unit in self._unit_table().values())

    def category(self, taxonomy: Taxonomy, word: str) -> Category | None:
        """The second-level class that `word` spells."""
        if taxonomy.sha256 not in self._classes:
            self._classes[taxonomy.sha256] = {
                folded(name): Category(level.name, child.name)
                for level in taxonomy.levels
                for child in level.children
                for name in child.names
            }
        return self._classes[taxonomy.sha256].get(folded(word))

    def second_level(self, taxonomy: Taxonomy, category: Category) -> SecondLevel:
        """The class itself, with its direction and definition."""
        level = next(level for level in taxonomy.levels if level.name == category.level1)
        return next(child for child in level.children if child.name == category.level2)

    def first_level(self, taxonomy: Taxonomy, word: str) -> FirstLevel | None:
        """The first-level class that `word` spells."""
        if taxonomy.sha256 not in self._levels:
            self._levels[taxonomy.sha256] = {
                folded(name): level for level in taxonomy.levels for name in level.names
            }
        return self._levels[taxonomy.sha256].get(folded(word))

    def class_words(self) -> frozenset[str]:
        """Every spelling of every second-level class of every taxonomy."""
        return frozenset(
            name for level in self._all_levels() for child in level.children for name in child.names
        )

    def class_names(self) -> frozenset[str]:
        """The printed names of all second-level classes."""
        return frozenset(child.name for level in self._all_levels() for child in level.children)

    def first_level_names(self) -> frozenset[str]:
        """The printed names of all first-level classes."""
        return frozenset(level.name for level in self._all_levels())

    def first_level_words(self) -> frozenset[str]:
        """Every spelling of every first-level class of every taxonomy."""
        return frozenset(name for level in self._all_levels() for name in level.names)

    def field(self, form: Form, word: str) -> FieldSpec | None:
        """The field of the form that `word` labels (printed label, alias or English; `：` is not part of it)."""
        if form.sha256 not in self._fields:
            self._fields[form.sha256] = {
                folded(name): field for field in reversed(form.fields) for name in reversed(field.names)
            }
        table, asked = self._fields[form.sha256], folded(word)
        return table.get(asked) or table.get(_bare(asked))

    def labelled(self, word: str) -> FieldSpec | None:
        """The field that `word` labels on any form."""
        if self._labels is None:
            forms = (form for identity in self.ids("form") if (form := self.form(identity)) is not None)
            self._labels = {
                folded(name): field for form in forms for field in form.fields for name in field.names
            }
        asked = folded(word)
        return self._labels.get(asked) or self._labels.get(_bare(asked))

    def rate_domain(self, name: str) -> RateDomain:
        """The range of the rate that an indicator of this name measures."""
        return rate_domain(name)

    def table(self, kind: str, identity: str) -> data.Tables:
        """The whole table of this id: the project's over the packaged one, over what they extend."""
        own = self._extension.named.get(kind, {}).get(identity)
        packaged = data.named(kind, identity) if identity in data.ids(kind) else None
        table = packaged if own is None else own if packaged is None else merged(packaged, own)
        assert table is not None
        base = self.identity(kind, table["extends"]) if "extends" in table else None
        whole = merged(self.table(kind, base), _without_names(table)) if base else dict(table)
        return {**whole, "id": identity, "names": table.get("names", [])}

    def identity(self, kind: str, name: str) -> str | None:
        """The id of the taxonomy, profile or form that `name` spells."""
        if kind not in self._ids:
            self._ids[kind] = {
                folded(spelling): identity
                for identity in self.ids(kind)
                for spelling in self._spellings(kind, identity)
            }
        return self._ids[kind].get(folded(name))

    def names(self, kind: str) -> tuple[str, ...]:
        """Every spelling of every taxonomy, profile or form."""
        return tuple(spelling for identity in self.ids(kind) for spelling in self._spellings(kind, identity))

    def _taxonomy(self, identity: str) -> Taxonomy:
        made: Taxonomy = self._once("taxonomy", identity, decode.taxonomy)
        return made

    def _all_levels(self) -> Iterable[FirstLevel]:
        return (level for identity in self.ids("taxonomy") for level in self._taxonomy(identity).levels)

    def _once(self, kind: str, identity: str, make: Any) -> Any:
        key = (kind, identity)
        if key not in self._made:
            self._made[key] = make(self.table(kind, identity))
        return self._made[key]

    def _spellings(self, kind: str, identity: str) -> list[str]:
        packaged = data.named(kind, identity) if identity in data.ids(kind) else {}
        own = self._extension.named.get(kind, {}).get(identity, {})
        names = (name for table in (packaged, own) for name in (table.get("name"), *table.get("names", ())))
        return [identity, *dict.fromkeys(name for name in names if name and name != identity)]

    def _unit_table(self) -> Mapping[str, Unit]:
        if self._units is None:
            self._units = {**packaged_units(), **unit_table(self._extension.units)}
        return self._units


def _bare(label: str) -> str:
    """A folded label without what forms print around it: *联系电话:, 其中:财政拨款, 预算金额(万元)."""
    label = label.lstrip("*").removeprefix("其中:")
    while label.endswith(_ENDINGS):
        label = label.removesuffix(next(ending for ending in _ENDINGS if label.endswith(ending)))
    return label


def _without_names(table: data.Tables) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in ("id", "names", "extends")}


def load(extension: Extension | None = None) -> Catalog:
    """The catalog of this process, or one with a project's additions."""
    return _packaged_catalog() if extension is None else Catalog(extension)


@cache
def _packaged_catalog() -> Catalog:
    return Catalog(Extension())
