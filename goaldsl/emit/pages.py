"""Lays a table out on pages, again and again until no merged cell and no long row is torn by a page.

An engine breaks a merged cell at the foot of a page without closing it and begins the next page without its
label. So merged cells are cut where the pages will begin, by the forecast first; if the layout shows that they
begin elsewhere, they are cut there and the table is laid out once more. A row longer than a page is divided
between two sentences, its label repeated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from msgspec import structs

from goaldsl.emit.forecast import page_starts
from goaldsl.emit.markup import Layout
from goaldsl.emit.sections import continued, crossing, sections
from goaldsl.model.table import Cell, Role, Row, Table

_LAYOUTS = 8  # two are enough for all but contrived tables
_FOOT = 75.0  # CSS pixels: the margin under a page and the padding of a cell
_LINE = 17.0  # of 9 pt
_LAST_SENTENCE = 3 * _LINE  # its end is not known


def paginate(table: Table, draw: Callable[[Table, Layout], Any]) -> Any:
    """The laid-out document; `draw` is the engine."""
    layout = Layout(starts=page_starts(table))
    for _ in range(_LAYOUTS):
        document = draw(table, layout)
        improved = _improved(table, layout, document)
        if improved is None:
            break
        table, layout = improved
    return document


def _improved(table: Table, layout: Layout, document: Any) -> tuple[Table, Layout] | None:
    """What to lay out instead, or None if the pages are good."""
    pages = [_rows(page) for page in document.pages]
    torn = {row for row, count in Counter(row for rows in pages for row in rows).items() if count > 1}
    if torn - layout.long:
        return table, replace(layout, starts=frozenset(), long=layout.long | torn)
    if torn:
        return _divided(table, layout, document, min(torn))
    starts = frozenset(min(rows) for rows in pages[1:] if rows)
    if starts == layout.starts or not (layout.starts or crossing(table, sections(table), starts)):
        return None
    return table, replace(layout, starts=starts)


def _rows(page: Any) -> list[int]:
    return [int(name[1:]) for name in page.anchors if name.startswith("r")]


def _divided(table: Table, layout: Layout, document: Any, number: int) -> tuple[Table, Layout] | None:
    """The same table with a row for each page that row `number` reaches."""
    row = table.rows[number]
    places = _places([page for page in document.pages if f"r{number}" in page.anchors], number)
    bounds = {cell.column: _bounds(cell, places) for cell in row.cells}
    count = max(len(offsets) for offsets in bounds.values()) - 1
    single = [cell for cell in row.cells if cell.rowspan == 1]
    parts = [[_part(cell, bounds[cell.column], index) for cell in single] for index in range(count)]
    if count and all(_is_label(cell) or not cell.text for cell in parts[0]):
        parts = parts[1:]  # no room for a sentence at the foot of the page: the row begins on the next
    if not parts:
        return None
    added = len(parts) - 1
    parts[0] += (
        structs.replace(cell, rowspan=cell.rowspan + added) for cell in row.cells if cell.rowspan > 1
    )
    rows = (Row(tuple(sorted(part, key=attrgetter("column")))) for part in parts)
    before = (_stretched(above, number - at, added) for at, above in enumerate(table.rows[:number]))
    begins_page = range(number if len(parts) < count else number + 1, number + len(parts))
    return (
        structs.replace(table, rows=(*before, *rows, *table.rows[number + 1 :])),
        Layout(
            forced=_moved(layout.forced, number, added).union(begins_page),
            long=_moved(layout.long - {number}, number, added),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the sentences of a torn row stand, as if its pages were one: offset and height, by column."""

    sentences: dict[int, list[tuple[int, float]]]
    room: tuple[float, float]  # on the first page and on each that follows


def _places(pages: list[Any], number: int) -> _Places:
    sentences: dict[int, list[tuple[int, float]]] = {}
    prefix, above, rooms = f"c{number}-", 0.0, []
    for page in pages:
        top = page.anchors[f"r{number}"][1]
        for name, place in page.anchors.items():
            if name.startswith(prefix):
                column, offset = map(int, name.removeprefix(prefix).split("-"))
                sentences.setdefault(column, []).append((offset, above + place[1] - top))
        rooms.append(page.height - _FOOT - top)
        above += rooms[-1]
    return _Places(sentences, (rooms[0], rooms[1]))


def _bounds(cell: Cell, places: _Places) -> list[int]:
    """The offsets between which each page takes its part of the text of `cell`."""
    sentences = sorted(places.sentences.get(cell.column, ()))
    if not sentences:
        return [0, len(cell.text)]
    room, following = places.room
    ends = [*sentences[1:], (len(cell.text), sentences[-1][1] + _LAST_SENTENCE)]
    bounds, top = [0], 0.0
    for (start, height), (_, end) in zip(sentences, ends, strict=True):
        if end + _LINE - top > room and (start > bounds[-1] or len(bounds) == 1):
            bounds.append(start)
            top, room = height, following
    return [*bounds, len(cell.text)]


def _part(cell: Cell, bounds: list[int], index: int) -> Cell:
    """What the part of row `index` holds of `cell`: a label is repeated, a text goes on."""
    if _is_label(cell):
        return structs.replace(cell, text=continued(cell.text)) if index else cell
    start, end = (
        (*bounds, len(cell.text), len(cell.text))[index : index + 2] if index < len(bounds) else (0, 0)
    )
    return structs.replace(cell, text=cell.text[start:end].removesuffix("\n"))


def _is_label(cell: Cell) -> bool:
    return cell.role in (Role.HEADER, Role.LABEL)


def _stretched(row: Row, distance: int, added: int) -> Row:
    """`row` with its merged cells grown over the rows added `distance` rows below it."""
    return structs.replace(
        row,
        cells=tuple(
            structs.replace(cell, rowspan=cell.rowspan + added) if cell.rowspan > distance else cell
            for cell in row.cells
        ),
    )


def _moved(rows: frozenset[int], number: int, added: int) -> frozenset[int]:
    return frozenset(row + added if row > number else row for row in rows)
