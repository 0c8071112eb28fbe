"""Word documents (.docx): paragraphs and tables as the reader of the accepted document sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from goaldsl.diagnostics import Finding, Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Block, Document, Grid, Page, Paragraph, remark
from goaldsl.ingest.readers.assembly import GridBuilder
from goaldsl.ingest.readers.docx_text import Numbering, W, number, paragraph_text, through, truth
from goaldsl.ingest.readers.package import Package
from goaldsl.ingest.readers.symbols import cleaned

MAIN_PART = "word/document.xml"


def read_docx(package: Package) -> Document:
    """The blocks of the body, with what to know about changes and hidden parts."""
    root = package.xml(MAIN_PART)
    numbering = package.xml("word/numbering.xml") if "word/numbering.xml" in package.names else None
    reader = _Reader(Numbering(numbering))
    body = root.find(W + "body")
    if body is not None:
        reader.read(body)
    return Document("docx", (Page("", tuple(reader.blocks)),), tuple(reader.remarks(root)))


@dataclass
class _Reader:
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    tables: int = 0
    hidden: list[str] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)

    def read(self, container: Any) -> None:
        """Gather the blocks of a body or of a text box."""
        paragraphs = 0
        for element in through(container):
            if element.tag == W + "p":
                paragraphs += 1
                text = cleaned(paragraph_text(element, self.numbering))
                if text:
                    self.blocks.append(Paragraph(text, f"第 {paragraphs} 段"))
                self._boxes(element)
            elif element.tag == W + "tbl":
                self.tables += 1
                self.blocks.append(self._grid(element))

    def _boxes(self, paragraph: Any) -> None:
        for box in paragraph.iter(W + "txbxContent"):
            if not any(up.tag.endswith("}Fallback") for up in box.iterancestors()):
                self.read(box)

    def _grid(self, table: Any) -> Grid:
        builder = GridBuilder(f"表 {self.tables} " if self.tables > 1 else "")
        open_spans: dict[
            int, tuple[int, int]
        ] = {}  # column of a cell merged downwards: its row and its place there
        for row in through(table):
            if row.tag != W + "tr":
                continue
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            if truth(properties, "hidden"):
                self.hidden.append(_words(row, self.numbering))
                continue
            self._row(builder, row, number(properties, "gridBefore"), open_spans)
        return Grid(builder.finished(), aligned=True)

    def _row(self, builder: GridBuilder, row: Any, before: int, spans: dict[int, tuple[int, int]]) -> None:
        builder.new_row()
        at, column = len(builder.rows) - 1, before
        kept: dict[int, tuple[int, int]] = {}
        for cell in through(row):
            if cell.tag != W + "tc":
                continue
            properties = cell.find(W + "tcPr")
            span = number(properties, "gridSpan") or 1
            across = _merge(properties, "hMerge")
            if across is not None and across != "restart" and builder.rows[at]:
                _widen(builder, at)
                column += span
                continue
            down = _merge(properties, "vMerge")
            if down is not None and down != "restart" and column in spans:
                kept[column] = spans[column]
                _lengthen(builder, spans[column], at)
                if words := self._cell_text(cell):
                    self.covered.append(words)
            else:
                builder.add(self._cell_text(cell), column, 1, span)
                if down is not None:
                    kept[column] = (at, len(builder.rows[at]) - 1)
            column += span
        spans.clear()
        spans.update(kept)

    def _cell_text(self, cell: Any) -> str:
        """A cell's paragraphs, a nested table's cells among them."""
        lines = []
        for element in through(cell):
            if element.tag == W + "p":
                lines.append(paragraph_text(element, self.numbering))
                lines += [
                    _words(box, self.numbering)
                    for box in element.iter(W + "txbxContent")
                    if not _fallback(box)
                ]
            elif element.tag == W + "tbl":
                lines += [
                    " ".join(
                        filter(
                            None,
                            (cleaned(self._cell_text(each)) for each in through(row) if each.tag == W + "tc"),
                        )
                    )
                    for row in through(element)
                    if row.tag == W + "tr"
                ]
        return "\n".join(lines)

    def remarks(self, root: Any) -> Iterator[Finding]:
        changes = sum(1 for tag in ("ins", "del", "moveFrom", "moveTo") for _ in root.iter(W + tag))
        if changes:
            rows = sum(1 for row in root.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None)
            gone = f"，其中删去 {rows} 行" if rows else ""
            yield remark(
                codes.PENDING_CHANGES,
                f"文档里有 {changes} 处修订没有接受{gone}；已按接受修订后的样子读取",
                f"{changes} tracked change(s) are pending ({rows} row(s) deleted); the accepted view was read",
                Message(
                    "请发送单位接受或拒绝修订后再报。", "Ask the sender to accept or reject the changes."
                ),
            )
        if self.hidden:
            yield remark(
                codes.HIDDEN_PARTS,
                f"隐藏的 {len(self.hidden)} 行没有读入：{'；'.join(each[:30] for each in self.hidden[:3])}",
                f"{len(self.hidden)} hidden row(s) were not imported",
            )
        if self.covered:
            yield remark(
                codes.UNDER_MERGE,
                f"合并单元格下面还有字：{'；'.join(each[:30] for each in self.covered[:3])}",
                f"there are words under merged cells: {self.covered[0][:30]}",
            )


def _fallback(element: Any) -> bool:
    return any(str(up.tag).endswith("}Fallback") for up in element.iterancestors())


def _words(element: Any, numbering: Numbering) -> str:
    return cleaned(" ".join(paragraph_text(each, numbering) for each in element.iter(W + "p")))


def _merge(properties: Any, name: str) -> str | None:
    """`restart`, `continue`, or None where the cell is not merged that way."""
    element = properties.find(W + name) if properties is not None else None
    return None if element is None else element.get(W + "val", "continue")


def _lengthen(builder: GridBuilder, place: tuple[int, int], row: int) -> None:
    cell = builder.rows[place[0]][place[1]]
    builder.rows[place[0]][place[1]] = replace(cell, rowspan=row - place[0] + 1)


def _widen(builder: GridBuilder, row: int) -> None:
    cell = builder.rows[row][-1]
    builder.rows[row][-1] = replace(cell, colspan=cell.colspan + 1)
