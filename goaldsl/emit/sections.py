"""Cuts the grid of a table into the pieces that can be printed one under another.

A heading in the middle of a grid repeats on each page only as the head of a table of its own. So the grid
becomes several tables standing flush, and a merged cell that crosses from one into the next, or from one page
into the next, becomes several cells: joined without a line where they stand together, labelled again where a
page begins.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from goaldsl.model.table import Cell, Role, Row, Table

CONTINUED = "（续）"


def continued(text: str) -> str:
    """The label of the part of a cell that stands on a later page."""
    return text and text + CONTINUED


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell or a part of one. `joined_above`, `joined_below`: no line separates it from its other part."""

    cell: Cell
    joined_above: bool = False
    joined_below: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows `start` to `end` of the grid; the first `headings` of them repeat on each page."""

    start: int
    headings: int
    end: int

    @property
    def body(self) -> int:
        """The first row that does not repeat."""
        return self.start + self.headings


def sections(table: Table) -> tuple[Section, ...]:
    """The stretches of the grid, each with the heading rows it begins with."""
    found: list[Section] = []
    row = 0
    while row < len(table.rows):
        headings = _run(table.rows, row, header=True)
        following = row + headings + _run(table.rows, row + headings, header=False)
        end = _block_end(table, row, row + headings, following) if headings else following
        found.append(Section(row, headings, end))
        row = end
    return tuple(found)


def pieces(table: Table, parts: Iterable[Section], page_starts: Collection[int] = ()) -> list[list[Piece]]:
    """The pieces that begin in each row, in column order. A page begins with each row of `page_starts`."""
    cuts = sorted({row for part in parts for row in (part.start, part.body, part.end)}.union(page_starts))
    rows: list[list[Piece]] = [[] for _ in table.rows]
    for row, line in enumerate(table.rows):
        for cell in line.cells:
            bounds = [row, *_inside(cuts, row, cell), min(row + cell.rowspan, len(rows))]
            if len(bounds) == 2:
                rows[row].append(Piece(cell))
                continue
            for start, piece in _cut(cell, bounds, page_starts, table.rows):
                rows[start].append(piece)
    for line_pieces in rows:
        line_pieces.sort(key=lambda piece: piece.cell.column)
    return rows


def crossing(table: Table, parts: Iterable[Section], page_starts: Collection[int]) -> bool:
    """Whether a merged cell reaches over the top of a page, not counting pages that begin a section."""
    heads = {row for part in parts for row in (part.start, part.body)}
    cuts = sorted(set(page_starts) - heads)
    return any(_inside(cuts, row, cell) for row, line in enumerate(table.rows) for cell in line.cells)


def _inside(cuts: list[int], row: int, cell: Cell) -> list[int]:
    """Those of `cuts` that go through a cell beginning in `row`."""
    if cell.rowspan == 1:
        return []
    return cuts[bisect_right(cuts, row) : bisect_left(cuts, row + cell.rowspan)]


def _run(rows: tuple[Row, ...], start: int, *, header: bool) -> int:
    length = 0
    while start + length < len(rows) and rows[start + length].header is header:
        length += 1
    return length


def _block_end(table: Table, start: int, body: int, following: int) -> int:
    """The end of the rows that stand under the headings `start` to `body`: the sign-off row does not."""
    margins = [
        start + offset + cell.rowspan
        for offset in range(body - start)
        for cell in table.rows[start + offset].cells
    ]
    if (margin := max(margins, default=0)) > body:
        return min(margin, following)
    columns = {cell.column for row in table.rows[start:body] for cell in row.cells}
    end = following
    while end > body + 1 and not _aligned(table.rows[end - 1], columns):
        end -= 1
    return end


def _aligned(row: Row, columns: set[int]) -> bool:
    """Whether no cell reaches over the edge of a heading, and none is to be signed."""
    straddles = any(
        columns.intersection(range(cell.column + 1, cell.column + cell.colspan)) for cell in row.cells
    )
    return not straddles and all(cell.role is not Role.SIGNATURE for cell in row.cells)


def _cut(
    cell: Cell, bounds: list[int], page_starts: Collection[int], rows: tuple[Row, ...]
) -> Iterator[tuple[int, Piece]]:
    """The parts of `cell` between neighbouring `bounds`, with the row each begins in.

    Of the parts on one page the longest carries the text, a repeated heading never does.
    """
    parts = list(pairwise(bounds))
    text = cell.text
    while parts:
        page = [parts.pop(0)]
        while parts and parts[0][0] not in page_starts:
            page.append(parts.pop(0))
        labelled = max(page, key=lambda part: (not rows[part[0]].header, part[1] - part[0], -part[0]))
        for start, end in page:
            piece = replace(cell, text=text if (start, end) == labelled else "", rowspan=end - start)
            yield start, Piece(piece, start != page[0][0], end != page[-1][1])
        text = continued(cell.text)
