"""The columns of the indicator block: those of the edition, and the further value columns that this form fills.

A column that is not always printed stands where a row fills it; 地区 is a column for each area.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from goaldsl.catalog.spelling import folded
from goaldsl.model.declaration import Declaration, FurtherTarget, Indicator, Scope
from goaldsl.model.form import ColumnSpec, Form
from goaldsl.model.table import Column

MARGIN = Decimal(4)
"""The width of the column of the margin label, in percent."""
_NARROW = 7  # percent; a column of signs, units or points


def shown_columns(declaration: Declaration) -> tuple[ColumnSpec, ...]:
    """The columns as printed, with the labels they have beside each other."""
    shown = [each for column in declaration.form.columns for each in _shown(column, declaration)]
    if all(column.always for column in shown):
        return tuple(shown)
    return tuple(
        structs.replace(column, label=column.beside) if column.beside else column for column in shown
    )


def _shown(column: ColumnSpec, declaration: Declaration) -> Iterator[ColumnSpec]:
    further = [each for row in declaration.indicators for each in row.further if each.scope == column.key]
    if column.key == Scope.AREA:
        for label in dict.fromkeys(each.area.value for each in further if each.area is not None):
            yield structs.replace(column, label=label)
    elif column.always or further:
        yield column


def grid_columns(form: Form, shown: tuple[ColumnSpec, ...]) -> tuple[Column, ...]:
    """The columns of the grid, with the narrow one of the margin label in front; widths sum to 100."""
    margin = [Column("margin", MARGIN)] if form.margin_label else []
    room = 100 - MARGIN if margin else Decimal(100)
    total = sum((column.width for column in shown), Decimal(0))
    kept = sum((column.width for column in shown if column.width <= _NARROW), Decimal(0))
    if total <= 100 or kept >= room:
        return (*margin, *(Column(column.key, round(column.width * room / total, 3)) for column in shown))
    share = (room - kept) / (total - kept)  # more columns than the edition has: the narrow ones keep theirs
    return (
        *margin,
        *(
            Column(column.key, column.width if column.width <= _NARROW else round(column.width * share, 3))
            for column in shown
        ),
    )


def further_text(column: ColumnSpec, row: Indicator) -> str:
    """What a further column shows of a row: sign, value and unit in one cell."""
    found = next((each for each in row.further if _stands_in(each, column)), None)
    return in_one_cell(found.type, found.value, found.unit) if found else ""


def _stands_in(target: FurtherTarget, column: ColumnSpec) -> bool:
    if target.scope != column.key:
        return False
    return target.area is None or folded(target.area.value) == folded(column.label)


def in_one_cell(sign: str, value: str, unit: str) -> str:
    """Operator, value and unit in one cell; the word 定性 has no place in it."""
    return (sign if unit or len(sign) == 1 else "") + value + unit
