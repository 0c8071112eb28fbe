"""From checked tables to the model's taxonomies, profiles and forms. Tables are valid here: see `validate`."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

from goaldsl.catalog.data import Tables, digest
from goaldsl.model.form import ColumnSpec, FieldSpec, FieldType, Form, Place, PointsPlace
from goaldsl.model.profile import ExecutionMark, GradeThreshold, Profile, RequiredClass, Weight
from goaldsl.model.target import Direction
from goaldsl.model.taxonomy import Category, FirstLevel, SecondLevel, Taxonomy


def taxonomy(table: Tables) -> Taxonomy:
    """A tree of classes."""
    return Taxonomy(
        id=table["id"],
        name=table["name"],
        names=_names(table["id"], table["name"], table),
        first_year=table.get("first_year"),
        last_year=table.get("last_year"),
        source=table.get("source", ""),
        levels=tuple(_first_level(level) for level in table["level"]),
        sha256=digest(table),
    )


def _first_level(table: Tables) -> FirstLevel:
    children = tuple(_second_level(child) for child in table.get("class", ()))
    return FirstLevel(table["name"], _names(table["name"], table["name"], table), table.get("code"), children)


def _second_level(table: Tables) -> SecondLevel:
    return SecondLevel(
        name=table["name"],
        names=_names(table["name"], table["name"], table),
        code=table.get("code"),
        direction=Direction(table.get("direction", Direction.ASCENDING)),
        note=table.get("note", ""),
        same_as=_same_as(table),
    )


def _same_as(table: Tables) -> Category | None:
    """一级指标/二级指标 of another tree."""
    level1, _, level2 = table.get("same_as", "").partition("/")
    return Category(level1, level2) if level2 else None


def profile(table: Tables) -> Profile:
    """A scheme of points."""
    return Profile(
        id=table["id"],
        name=table["name"],
        names=_names(table["id"], table["name"], table),
        total=Decimal(table["total"]),
        weights=tuple(
            Weight(weight["level1"], _decimal(weight.get("points"))) for weight in table.get("weight", ())
        ),
        execution=Decimal(table.get("execution", 0)),
        execution_source=table.get("execution_source", ""),
        required=tuple(
            RequiredClass(
                required["level1"],
                required.get("level2"),
                required.get("waivable", False),
                required["source"],
            )
            for required in table.get("required", ())
        ),
        grades=tuple(
            GradeThreshold(grade["name"], Decimal(grade["at_least"])) for grade in table.get("grade", ())
        ),
        wording=MappingProxyType(dict(table.get("wording", {}))),
        decimals=table.get("decimals", 2),
        row_limit=Decimal(table.get("row_limit", 100)),
        source=table.get("source", ""),
        sha256=digest(table),
        round_rows=table.get("round_rows", True),
        execution_reason=Decimal(table.get("execution_reason", 100)),
        over_achievement=_decimal(table.get("over_achievement")),
        execution_marks=tuple(
            ExecutionMark(mark["month"], Decimal(mark["at_least"]))
            for mark in table.get("execution_mark", ())
        ),
    )


def form(table: Tables, labels: Tables) -> Form:
    """A form edition; `labels` is the dictionary of fields and columns that all editions share."""
    return Form(
        id=table["id"],
        name=table["name"],
        names=_names(table["id"], table["name"], table),
        title=table["title"],
        year_line=table.get("year_line", ""),
        unit_line=table.get("unit_line", False),
        profile=table["profile"],
        taxonomy=table["taxonomy"],
        fields=_fields(table.get("field", ()), labels["field"]),
        margin_label=table.get("margin_label", ""),
        columns=tuple(_column(column, labels["column"]) for column in table["columns"]),
        points=PointsPlace(table["points"]),
        quality=table.get("quality", "定性"),
        merge=table.get("merge", True),
        landscape=table.get("landscape", False),
        notes_title=table.get("notes_title", ""),
        notes=tuple(table.get("notes", ())),
        source=table.get("source", ""),
        sha256=digest(table),
        tasks=tuple(_column(column, {}) for column in table.get("task_columns", ())),
    )


def _fields(printed: list[Tables], dictionary: Tables) -> tuple[FieldSpec, ...]:
    """The fields the edition prints, in order, then every other known field, which it does not print.

    A label that the edition prints means the edition's field, whatever another form uses it for.
    """
    taken = {
        label
        for entry in printed
        if entry.get("place", Place.NOWHERE) != Place.NOWHERE
        for label in (entry["label"], *entry.get("names", ()))
    }
    shown = [_field(entry, dictionary.get(entry["key"], {}), taken, row) for row, entry in enumerate(printed)]
    keys = {entry["key"] for entry in printed}
    hidden = [
        _field({"key": key, "label": known["names"][0]}, known, taken, 0)
        for key, known in dictionary.items()
        if key not in keys
    ]
    return tuple(shown + hidden)


def _field(entry: Tables, known: Tables, taken: set[str], row: int) -> FieldSpec:
    own = (entry["label"], *entry.get("names", ()))
    shared = (name for name in known.get("names", ()) if name not in taken)
    place = Place(entry.get("place", Place.NOWHERE))
    names = own if place is not Place.NOWHERE else ()
    return FieldSpec(
        key=entry["key"],
        label=entry["label"],
        names=tuple(dict.fromkeys((*names, *shared))),
        type=FieldType(entry.get("type") or known.get("type", FieldType.TEXT)),
        place=place,
        row=entry.get("row", row),
        required=entry.get("required", False),
        bureau=entry.get("bureau", known.get("bureau", False)),
        always=entry.get("always", False),
        join=entry.get("join", False),
        number=entry.get("number", "{n}、"),
    )


def _column(entry: Tables, dictionary: Tables) -> ColumnSpec:
    known = dictionary.get(entry["key"], {}).get("names", ())
    names = tuple(dict.fromkeys((entry["label"], *entry.get("names", ()), *known)))
    width, always, beside = Decimal(entry["width"]), entry.get("always", True), entry.get("beside", "")
    return ColumnSpec(entry["key"], entry["label"], names, width, always, beside)


def _decimal(number: int | Decimal | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _names(first: str, name: str, table: Tables) -> tuple[str, ...]:
    return tuple(dict.fromkeys((first, name, *table.get("names", ()))))
