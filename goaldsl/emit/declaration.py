"""From a declaration to its published form."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from goaldsl.catalog import Catalog
from goaldsl.model.declaration import (
    Acceptance,
    Declaration,
    Field,
    Indicator,
    Item,
    Money,
    Retired,
    Scope,
    Task,
    TaskAmount,
    UnitSaid,
)
from goaldsl.model.form import FieldType, Form, Place
from goaldsl.model.place import Text
from goaldsl.model.profile import Profile
from goaldsl.model.scoring import Declared, Scoring, Stated
from goaldsl.model.target import (
    CalendarDate,
    Precision,
)
from goaldsl.model.taxonomy import Taxonomy
from goaldsl.numbers import plain
from goaldsl.published import declaration as published
from goaldsl.published import rule as rules
from goaldsl.published import target as targets
from goaldsl.published.scalars import Generator
from goaldsl.scoring.resolution import resolved
from goaldsl.scoring.subject import Subject

_OWN_PLACES = frozenset(
    ("department", "department_code", "region_code", "duties", "goals", "budget", "origin")
)


def document(
    declaration: Declaration,
    catalog: Catalog,
    version: str,
    *,
    path: str | None = None,
    acceptances: bool = True,
) -> published.Document:
    """The published form. Without `path` it names no source; without `acceptances` it keeps no reasons and no doubts."""
    source = declaration.source
    return published.Document(
        schema=published.SCHEMA,
        format_version=published.FORMAT_VERSION,
        generator=Generator("goaldsl", version),
        source=published.SourceFile(path, source.sha256) if path is not None else None,
        origin=declaration.origin,
        declaration=_declaration(declaration, catalog, with_places=path is not None, acceptances=acceptances),
    )


def _declaration(
    declaration: Declaration, catalog: Catalog, *, with_places: bool, acceptances: bool
) -> published.Declaration:
    return published.Declaration(
        form=_reference(declaration.form, declaration.title.value if declaration.title else None),
        year=declaration.year.value if declaration.year else None,
        profile=_reference(declaration.profile),
        taxonomy=_reference(declaration.taxonomy),
        unit=_unit(declaration),
        objectives=tuple(_item(item) for item in declaration.items("goals")),
        indicators=tuple(
            _indicator(declaration, indicator, catalog, with_places, acceptances)
            for indicator in declaration.indicators
        ),
        totals=_totals(declaration),
        fields=_plain_fields(declaration),
        sign_off=_sign_off(declaration),
        stage=declaration.preset,
        blocks=_blocks(declaration),
        paragraphs={
            field.spec.label: "joined" if field.join else "separate"
            for field in declaration.fields
            if field.spec.type is FieldType.LINES and field.join is not field.spec.join
        },
        as_printed=_as_printed(declaration),
        retired=tuple(_retired(row) for row in declaration.retired),
        empty_rows=tuple(published.EmptyRow(*row.category, row.before) for row in declaration.empty_rows),
        accepted=_accepted(declaration.accepted) if acceptances else (),
        unsure=_texts(declaration.unsure) if acceptances else (),
        wording=dict(declaration.wording),
        headings=tuple(published.Heading(each.level1, each.text.value) for each in declaration.headings),
        tasks=tuple(_task(task) for task in declaration.tasks),
    )


def _reference(data: Form | Profile | Taxonomy, title: str | None = None) -> published.Reference:
    name = data.title if isinstance(data, Form) else data.name
    return published.Reference(data.id, name, data.sha256, title)


def _unit(declaration: Declaration) -> published.Unit:
    budget = declaration.field("budget")
    return published.Unit(
        name=_text(declaration.field("department")),
        code=_text(declaration.field("department_code")),
        region_code=_text(declaration.field("region_code")),
        duties=tuple(_item(item) for item in declaration.items("duties")),
        budget=_amount(_typed(budget), budget.value) if budget and isinstance(budget.value, Money) else None,
    )


def _amount(text: str, money: Money) -> published.Amount:
    return published.Amount(text, plain(money.amount), money.unit.symbol, plain(money.yuan))


def _task(task: Task) -> published.Task:
    amounts: dict[Literal["amount", "fiscal", "other"], TaskAmount | None] = {
        "amount": task.budget,
        "fiscal": task.fiscal,
        "other": task.other,
    }
    read = {key: _task_amount(each) for key, each in amounts.items()}
    return published.Task(
        task.name.value,
        task.content.value if task.content else "",
        read["amount"],
        read["fiscal"],
        read["other"],
        {key: each.text.value for key, each in amounts.items() if each is not None and each.money is None},
    )


def _task_amount(amount: TaskAmount | None) -> published.Amount | None:
    return None if amount is None or amount.money is None else _amount(amount.text.value, amount.money)


def _text(field: Field | None) -> str | None:
    return field.text.value if field else None


def _item(item: Item) -> published.Item:
    label = item.label.value if item.label else None
    return published.Item(item.text.value, item.number or None, label, item.number_generated)


def _plain_fields(declaration: Declaration) -> dict[str, str]:
    """Fields that have no key of their own: by printed label, in the order of the source."""
    return {
        field.spec.label: _iso(field)
        for field in declaration.fields
        if not _signed(field) and field.spec.type is not FieldType.LINES and _in_fields(field)
    }


def _in_fields(field: Field) -> bool:
    return field.spec.key not in _OWN_PLACES or (
        field.spec.key == "budget" and not isinstance(field.value, Money)
    )


def _signed(field: Field) -> bool:
    return field.spec.place in (Place.SIGN_OFF, Place.BELOW)


def _sign_off(declaration: Declaration) -> dict[str, str]:
    """Sign-off cells in the order of the source, then those the form prints all the same."""
    cells = {field.spec.label: _iso(field) for field in declaration.fields if _signed(field)}
    for spec in declaration.form.fields:
        if spec.always and spec.place in (Place.SIGN_OFF, Place.BELOW):
            cells.setdefault(spec.label, "")
    return cells


def _iso(field: Field) -> str:
    """A whole day in the usual order of data, an amount as the cell shows it, anything else as written."""
    day = field.value
    if isinstance(day, CalendarDate) and day.precision is Precision.DAY:
        return day.last.isoformat()
    return field.cell


def _typed(field: Field) -> str:
    """The words of a field; an amount whose unit stands in the label as typed takes it along."""
    value = field.value
    if isinstance(value, Money) and value.said is UnitSaid.LABEL:
        return field.text.value + value.unit.symbol
    return field.text.value


def _as_printed(declaration: Declaration) -> dict[str, str]:
    """What was typed where the file above says something more regular: a date, an amount in the form's unit."""
    return {
        field.spec.label: typed
        for field in declaration.fields
        if (field.spec.key not in _OWN_PLACES or field.printed is not None)
        and field.spec.type is not FieldType.LINES
        and _iso(field) != (typed := _typed(field))
    }


def _blocks(declaration: Declaration) -> dict[str, tuple[published.Item, ...]]:
    """Blocks that have no key of their own, and those of which nothing but the label is printed."""
    return {
        field.spec.label: tuple(_item(item) for item in field.items)
        for field in declaration.fields
        if field.spec.type is FieldType.LINES and (field.spec.key not in _OWN_PLACES or not field.items)
    }


def _indicator(
    declaration: Declaration, indicator: Indicator, catalog: Catalog, with_places: bool, acceptances: bool
) -> published.Indicator:
    printed = indicator.printed
    level1, level2 = indicator.category or (None, None)
    position = declaration.source.position(indicator.span.start)
    return published.Indicator(
        id=indicator.id.value if indicator.id else None,
        level1=level1,
        level2=level2,
        name=indicator.name.value,
        type=printed.type,
        value=printed.value,
        unit=printed.unit,
        score=printed.score or None,
        explanation=printed.explanation,
        criterion=printed.criterion,
        remark=printed.remark,
        direction=indicator.direction,
        target=targets.encode(indicator.target) if indicator.target else None,
        midterm=_further(indicator, Scope.MIDTERM),
        half_year=_further(indicator, Scope.HALF_YEAR),
        last_year=_further(indicator, Scope.LAST_YEAR),
        year_before=_further(indicator, Scope.YEAR_BEFORE),
        areas=tuple(
            published.Area(each.area.value, targets.encode(each.target, alone=True))
            for each in indicator.further
            if each.area is not None
        ),
        rule=_rule(indicator, catalog),
        generated=indicator.generated,
        scoring=_scoring(indicator.scoring),
        supports=tuple(word.value for word in indicator.supports),
        was=tuple(word.value for word in indicator.was),
        source=indicator.source.value if indicator.source else None,
        accepted=_accepted(indicator.accepted) if acceptances else (),
        unsure=_texts(indicator.unsure) if acceptances else (),
        location=published.Location(position.line, position.column) if with_places else None,
    )


def _further(indicator: Indicator, scope: Scope) -> targets.Target | None:
    found = indicator.at(scope)
    return targets.encode(found.target, alone=True) if found else None


def _retired(row: Retired) -> published.Retired:
    level1, level2 = row.category or (None, None)
    return published.Retired(level1, level2, row.name.value, row.reason.value if row.reason else None)


def _accepted(accepted: tuple[Acceptance, ...]) -> tuple[published.Acceptance, ...]:
    return tuple(published.Acceptance(each.code.value, each.what, each.reason.value) for each in accepted)


def _texts(words: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(word.value for word in words)


def _scoring(scoring: Scoring | None) -> Literal["declared", "stated", "unread"] | None:
    if scoring is None:
        return None
    if isinstance(scoring, Declared):
        return "declared"
    return "stated" if isinstance(scoring, Stated) else "unread"


def _rule(indicator: Indicator, catalog: Catalog) -> rules.Rule | None:
    if indicator.rule is None:
        return None
    score = indicator.score.value if indicator.score else None
    subject = Subject(indicator.name.value, indicator.target, score, indicator.direction)
    return rules.encode(resolved(indicator.rule, subject, catalog.unit))


def _totals(declaration: Declaration) -> published.Totals:
    points = {level.name: Decimal(0) for level in declaration.taxonomy.levels}
    for indicator in declaration.indicators:
        if indicator.score is not None:
            level1 = indicator.category.level1 if indicator.category else ""
            points[level1] = points.get(level1, Decimal(0)) + indicator.score.value
    total = sum(points.values(), Decimal(0))
    return published.Totals(plain(total), {level1: plain(value) for level1, value in points.items()})
