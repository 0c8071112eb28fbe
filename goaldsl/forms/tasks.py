"""The table of tasks (年度主要任务) among the head rows: columns of its own, woven into the grid of the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import structs

from goaldsl.model.declaration import Task, TaskAmount
from goaldsl.model.form import ColumnSpec
from goaldsl.model.table import Cell, Column, Role, Row

_NEAR = Decimal(2)
"""Percent of the table; edges nearer to each other than that are one edge."""


def task_rows(label: str, columns: Sequence[ColumnSpec], tasks: Sequence[Task]) -> list[Row]:
    """The heads of the columns and a row for each task, on a grid of the label and those columns."""
    heads = [Cell(label, 0, rowspan=len(tasks) + 1, role=Role.LABEL)]
    heads += [Cell(column.label, at, role=Role.HEADER) for at, column in enumerate(columns, 1)]
    rows = [Row(tuple(heads), header=True)]
    for task in tasks:
        cells = (
            Cell(_text(task, column.key), at, role=_role(column.key)) for at, column in enumerate(columns, 1)
        )
        rows.append(Row(tuple(cells)))
    return rows


def _text(task: Task, key: str) -> str:
    value = getattr(task, key)
    if isinstance(value, TaskAmount):
        return value.printed
    return value.value if value is not None else ""


def _role(key: str) -> Role:
    return Role.TEXT if key in ("name", "content") else Role.VALUE


def woven(
    columns: Sequence[Column],
    rows: Iterable[Row],
    edge: int,
    others: Sequence[ColumnSpec],
    task_at: Iterable[Row],
) -> tuple[tuple[Column, ...], list[Row], list[Row]]:
    """One grid for both: its columns, the rows, and the task rows, whose label ends at the column `edge`."""
    own = _edges([column.width for column in columns])
    start = own[edge]
    total = sum((column.width for column in others), Decimal(0))
    inner = _edges([column.width * (own[-1] - start) / total for column in others])
    theirs = [Decimal(0), *(_snapped(start + each, own) for each in inner)]
    every = sorted({*own, *theirs})
    keys = dict(zip(own, (column.key for column in columns), strict=False))
    grid = tuple(Column(keys.get(low, ""), high - low) for low, high in pairwise(every))
    return grid, [_moved(row, own, every) for row in rows], [_moved(row, theirs, every) for row in task_at]


def _edges(widths: Sequence[Decimal]) -> list[Decimal]:
    edges = [Decimal(0)]
    for width in widths:
        edges.append(edges[-1] + round(width, 3))
    return edges


def _snapped(edge: Decimal, edges: Sequence[Decimal]) -> Decimal:
    near = min(edges, key=lambda each: abs(each - edge))
    return near if abs(near - edge) < _NEAR else edge


def _moved(row: Row, edges: Sequence[Decimal], every: Sequence[Decimal]) -> Row:
    """The row on the finer grid."""
    at = [every.index(edge) for edge in edges]
    cells = (
        structs.replace(
            cell, column=at[cell.column], colspan=at[cell.column + cell.colspan] - at[cell.column]
        )
        for cell in row.cells
    )
    return structs.replace(row, cells=tuple(cells))
