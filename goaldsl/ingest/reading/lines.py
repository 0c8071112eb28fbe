"""A document as lines of pieces: rows of grids and paragraphs, each piece numbered, so that none gets lost."""

from __future__ import annotations

from msgspec import Struct

from goaldsl.ingest.document import Document, Grid, Page, Paragraph


class Piece(Struct, frozen=True):
    """A cell or paragraph. `number` counts all pieces of the document that have words; -1 for an empty one."""

    text: str
    number: int
    column: int = 0
    width: int = 1
    height: int = 1
    origin: str = ""


class Line(Struct, frozen=True):
    """A row of a grid or a paragraph. `grid` numbers the grid it belongs to (-1: a paragraph)."""

    pieces: tuple[Piece, ...]
    grid: int = -1
    aligned: bool = True
    holds: bool = True

    @property
    def words(self) -> str:
        return " ".join(piece.text for piece in self.pieces if piece.text)

    @property
    def filled(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.text)


def lines_of(page: Page, start: int) -> list[Line]:
    """The lines of a page; its pieces are numbered from `start`."""
    number = start
    found: list[Line] = []
    grids = 0
    for block in page.blocks:
        if isinstance(block, Paragraph):
            found.append(Line((Piece(block.text, number, origin=block.origin),)))
            number += 1
            continue
        grids += 1
        for row in block.rows:
            pieces = []
            for cell in row.cells:
                words = bool(cell.text.strip())
                pieces.append(
                    Piece(
                        cell.text,
                        number if words else -1,
                        cell.column,
                        cell.colspan,
                        cell.rowspan,
                        cell.origin,
                    )
                )
                number += words
            if pieces:
                found.append(Line(tuple(pieces), grids, block.aligned, block.rows_hold))
    return found


def count_of(document: Document) -> int:
    """How many pieces with words a document has."""
    return sum(
        1
        if isinstance(block, Paragraph)
        else sum(bool(cell.text.strip()) for row in block.rows for cell in row.cells)
        for page in document.pages
        for block in page.blocks
    )


def first_words(page: Page) -> str:
    """The first words of a page, as its name where nothing better is found."""
    for block in page.blocks:
        if isinstance(block, Grid):
            return next((cell.text for row in block.rows for cell in row.cells if cell.text), "")
        return block.text
    return ""
