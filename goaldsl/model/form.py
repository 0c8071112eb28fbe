"""Form editions (表样): which rows, columns, labels and notes a printed form has."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class FieldType(StrEnum):
    """What may be written behind a label."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    LINES = "lines"  # a block of items: 职责, 年度目标


class Place(StrEnum):
    """Where a field is printed."""

    ABOVE = "above"  # a line between title and grid
    HEADER = "header"  # a row at the head of the grid
    SIGN_OFF = "sign-off"  # a cell in the last row of the grid
    BELOW = "below"  # a line under the grid
    NOWHERE = "nowhere"  # known, but this edition does not print it


class FieldSpec(Struct, frozen=True):
    """A field of the form. `names`: the spellings a `.goal` file may use (printed label, aliases, English).

    `row` numbers the printed row among those of its place; fields of one row share it, in order.
    `bureau`: filled in by the finance bureau, never missing from a department's file. `required`: reported
    when left out. `join`: items of a LINES field share one paragraph. `number`: pattern of the generated
    item number, `{n}` or `{汉}` for the counter ("{n}、", "({n})", "{汉}、"). `always`: the row is printed
    even when the file leaves the field out.
    """

    key: str
    label: str
    names: tuple[str, ...]
    type: FieldType
    place: Place
    row: int = 0
    required: bool = False
    bureau: bool = False
    always: bool = False
    join: bool = False
    number: str = "{n}、"


_BEHIND_ALL = 1000
"""Rows of an edition are numbered from 0; additional ones stand behind them, each on a row of its own."""


def additional(label: str, kind: FieldType, place: Place, number: int = 0) -> FieldSpec:
    """A row that the edition has not and a file adds, under the label that was typed: printed like the others."""
    return FieldSpec(label, label, (label,), kind, place, row=_BEHIND_ALL + number)


class PointsPlace(StrEnum):
    """Where a form shows the points of an indicator."""

    COLUMN = "column"  # a column of its own
    REMARK = "remark"  # in 备注, as 2.5分
    SENTENCE = "sentence"  # inside the scoring sentence
    NOWHERE = "nowhere"


class ColumnSpec(Struct, frozen=True):
    """A column of the indicator table. `key`: level1, level2, name, type, value, unit, value_unit
    (operator, value and unit in one cell), score, explanation, criterion, remark, source; and the further targets,
    each in one cell: midterm, half_year, last_year, year_before, and area, which is a column for each area.

    `always`: printed even where no row fills it. `beside`: the label while such a column stands beside it.
    """

    key: str
    label: str
    names: tuple[str, ...]
    width: Decimal
    always: bool = True
    beside: str = ""


class Form(Struct, frozen=True):
    """A form edition.

    `title` is printed on top; `year_line` is a pattern with `{年度}`. `margin_label` is the merged cell left of
    the indicator table (绩效指标), "" for none. `points`: where points are printed. `quality`: the type word of a
    qualitative target (定性). `merge`: equal class labels of neighbouring rows are one merged cell.
    `notes` is the 说明 block, one paragraph each. `source`: the document the edition follows. `tasks`: the columns of
    the table of tasks (name, content, budget, fiscal, other), which stands where the field main_tasks does.
    """

    id: str
    name: str
    names: tuple[str, ...]
    title: str
    year_line: str
    unit_line: bool
    profile: str
    taxonomy: str
    fields: tuple[FieldSpec, ...]
    margin_label: str
    columns: tuple[ColumnSpec, ...]
    points: PointsPlace
    quality: str
    merge: bool
    landscape: bool
    notes_title: str
    notes: tuple[str, ...]
    source: str
    sha256: str
    tasks: tuple[ColumnSpec, ...] = ()
