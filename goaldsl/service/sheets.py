"""A filled-in sheet of actual values, read within bounds: what its cells show, under the names they have in Excel."""

from __future__ import annotations

from goaldsl.actuals.reading import Filled
from goaldsl.actuals.sheet import Shown, read_sheet
from goaldsl.ingest.document import Document, Grid, Unreadable
from goaldsl.ingest.readers import read_document
from goaldsl.model.table import Row
from goaldsl.source import Source


def read_filled(name: str, data: bytes) -> tuple[Source, Filled] | None:
    """The tables of a sheet and the text that stands for it; None when it is no sheet of ours.

    Raises Unreadable, with the finding, for a file that cannot or must not be read.
    """
    return read_sheet(name, data, _rows(read_document(name, data)))


def _rows(document: Document) -> list[list[Shown]]:
    grids = (block for page in document.pages for block in page.blocks if isinstance(block, Grid))
    grid = next(grids, None)
    return [] if grid is None else [_shown(row) for row in grid.rows]


def _shown(row: Row) -> list[Shown]:
    """The cells of a row by column, empty ones between them."""
    cells = {cell.column: Shown(cell.text, cell.origin.rpartition("!")[2]) for cell in row.cells}
    return [cells.get(column, Shown("")) for column in range(max(cells, default=-1) + 1)]


__all__ = ["Unreadable", "read_filled"]
