"""What every reader gives: a document as paragraphs and grids in reading order, each cell with its place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from goaldsl.diagnostics import Code, Finding, Message
from goaldsl.model.place import NOWHERE
from goaldsl.model.table import Cell, Row


class Paragraph(Struct, frozen=True):
    """Running text outside a grid."""

    text: str
    origin: str = ""


class Grid(Struct, frozen=True):
    """A table as it stands in the file. `aligned`: a cell's column can be trusted (not so in a pasted text);
    `rows_hold`: a line of the file is a row of the table (not so where one cell stands on each line)."""

    rows: tuple[Row, ...]
    name: str = ""
    aligned: bool = True
    rows_hold: bool = True


Block = Paragraph | Grid


class Page(Struct, frozen=True):
    """A part of a document that holds forms of its own: a worksheet, or the whole text."""

    name: str
    blocks: tuple[Block, ...]


class Document(Struct, frozen=True):
    """A file as read. `embedded`: the interchange JSON of a file that goaldsl itself wrote."""

    format: str
    pages: tuple[Page, ...]
    remarks: tuple[Finding, ...] = ()
    embedded: bytes | None = None

    def cells(self) -> Iterator[Cell]:
        """Every cell with words, paragraphs included, in reading order."""
        for page in self.pages:
            for block in page.blocks:
                if isinstance(block, Paragraph):
                    yield Cell(block.text, 0, origin=block.origin)
                else:
                    yield from (cell for row in block.rows for cell in row.cells if cell.text.strip())


class Unreadable(Exception):  # noqa: N818  a refusal, told as a finding
    """The file cannot or must not be read; `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        self.finding = finding


def remark(code: Code, zh: str, en: str, remedy: Message | None = None) -> Finding:
    """A finding on a file that has no text positions."""
    return Finding(code, NOWHERE, Message(zh, en), remedy=remedy)


def refusal(code: Code, zh: str, en: str, remedy: Message | None = None) -> Unreadable:
    """The exception that carries such a finding."""
    return Unreadable(remark(code, zh, en, remedy))
