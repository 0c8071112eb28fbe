"""Web pages, and pages that call themselves .xls or .doc: tables with their spans, the text between them."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass, field
from typing import Any

from goaldsl.ingest.document import Block, Document, Grid, Page, Paragraph
from goaldsl.ingest.readers.assembly import GridBuilder
from goaldsl.ingest.readers.package import damaged
from goaldsl.ingest.readers.symbols import cleaned

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)
_SILENT = frozenset(
    ("script", "style", "head", "title", "noscript", "template", "select", "textarea", "button")
)
_BREAKS = frozenset(("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "ul", "ol", "dd", "dt", "center", "header", "footer", "form", "pre"))  # fmt: skip
_JSON = "application/json"


def read_html(data: bytes) -> Document:
    """The visible blocks of a page."""
    from lxml import etree, html

    text = decoded(data)
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise damaged() from error
    reader = _Reader()
    try:
        reader.walk(root)
    except RecursionError as error:
        raise damaged() from error
    reader.flush()
    embedded = next(
        (
            each.text
            for each in root.iter("script")
            if each.get("type") == _JSON and '"goaldsl/' in (each.text or "")
        ),
        None,
    )
    return Document(
        "html", (Page("", tuple(reader.blocks)),), embedded=embedded.encode() if embedded else None
    )


def read_mhtml(data: bytes) -> Document:
    """A page saved as one file: its first HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return read_html(content)
    raise damaged()


def decoded(data: bytes) -> str:
    """A page's text: its mark, what its head says, else UTF-8, else GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii", "ignore").lower() if said else ""
    if name in ("gb2312", "gbk", "gb18030", "x-gbk", "hz-gb-2312"):
        name = "gb18030"
    for encoding in ("utf-8", name, "gb18030"):  # what is valid UTF-8 is UTF-8, whatever its head says
        try:
            return data.decode(encoding) if encoding else data.decode("utf-8")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("gb18030", "replace")


@dataclass
class _Reader:
    blocks: list[Block] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    tables: int = 0

    def flush(self) -> None:
        words = cleaned("".join(self._line))
        self._line.clear()
        if words:
            self.blocks.append(Paragraph(words, f"第 {len(self.blocks) + 1} 段"))

    def walk(self, element: Any) -> None:
        if not isinstance(element.tag, str) or element.tag in _SILENT or hidden(element):
            return
        if (
            element.tag == "table"
            and next(element.iter("table"), None) is not None
            and not _lays_out(element)
        ):
            self.flush()
            self.tables += 1
            self.blocks.append(_grid(element, f"表 {self.tables} " if self.tables > 1 else ""))
            return
        breaks = element.tag in _BREAKS or element.tag in ("td", "th")
        if breaks:
            self.flush()
        if element.tag == "br":
            self._line.append("\n")
        self._line.append(_flowed(element.text))
        for child in element:
            self.walk(child)
            self._line.append(_flowed(child.tail))
        if breaks:
            self.flush()


def hidden(element: Any) -> bool:
    """Whether the page does not show the element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _lays_out(table: Any) -> bool:
    """A table that only places others on the page: it holds tables, and some cell of it holds rows of its own."""
    inner = [each for each in table.iter("table") if each is not table]
    return any(sum(1 for _ in each.iter("tr")) > 2 for each in inner)


def _grid(table: Any, place: str) -> Grid:
    builder = GridBuilder(place)
    for row in table.iter("tr"):
        if hidden(row) or next((up for up in row.iterancestors("table")), None) is not table:
            continue
        builder.new_row()
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th") or hidden(cell):
                continue
            column = builder.free_column(column)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            builder.add(_text(cell), column, down, across)
            column += across
    return Grid(builder.finished())


def _span(cell: Any, name: str) -> int:
    match = re.match(r"\s*(\d{1,5})", cell.get(name) or "")
    return int(match[1]) if match else 1


def _text(element: Any) -> str:
    parts = [_flowed(element.text)]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT and not hidden(child):
            if child.tag == "input":
                parts.append(child.get("value") or "" if child.get("type", "text") == "text" else "")
            breaks = child.tag in _BREAKS
            parts.append("\n" if child.tag == "br" or breaks else "")
            parts.append(_text(child))
            parts.append("\n" if breaks else " " if child.tag in ("td", "th") else "")
        parts.append(_flowed(child.tail))
    return "".join(parts)


def _flowed(text: str | None) -> str:
    """Line ends of the page's source are blanks; between two Chinese characters they are nothing."""
    if not text:
        return ""
    return (
        re.sub(r"(?<=[^\x00-\x7f])[ \t\r\n]*[\r\n][ \t\r\n]*(?=[^\x00-\x7f])", "", text)
        .replace("\r", " ")
        .replace("\n", " ")
    )
