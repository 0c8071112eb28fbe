"""Rows of cells from what a reader meets: spans above are kept free, words under a span are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from goaldsl.ingest.readers.symbols import cleaned
from goaldsl.model.table import Cell, Row

WIDTH_LIMIT = 400
HEIGHT_LIMIT = 20_000
CELL_LIMIT = 200_000


@dataclass
class GridBuilder:
    """Collects the cells of one table in reading order."""

    place: str = ""  # what stands before the row number in an origin
    rows: list[list[Cell]] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)  # origins of words under a merged cell
    count: int = 0
    _taken: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def new_row(self) -> None:
        self.rows.append([])

    def free_column(self, column: int = 0) -> int:
        """The first column from `column` on that no span from above covers."""
        row = len(self.rows) - 1
        while (row, column) in self._taken:
            column += 1
        return column

    def add(self, text: str, column: int, rowspan: int = 1, colspan: int = 1, origin: str = "") -> None:
        """Put a cell into the current row; what lies beyond the bounds is left out."""
        if column >= WIDTH_LIMIT or self.count >= CELL_LIMIT:
            return
        row = len(self.rows) - 1
        rowspan, colspan = max(1, min(rowspan, 1000)), max(1, min(colspan, WIDTH_LIMIT - column))
        cell = Cell(
            cleaned(text),
            column,
            rowspan,
            colspan,
            origin=origin or f"{self.place}第 {row + 1} 行第 {column + 1} 列",
        )
        self.rows[row].append(cell)
        self.count += 1
        if rowspan > 1 or colspan > 1:
            for below in range(rowspan):
                for right in range(colspan):
                    self._taken[row + below, column + right] = cell

    def finished(self) -> tuple[Row, ...]:
        return tuple(Row(tuple(cells)) for cells in self.rows)
