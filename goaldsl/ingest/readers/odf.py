"""OpenDocument files (.ods, .odt): content.xml with lxml, repeated rows only as far as something stands in them."""

from __future__ import annotations

from typing import Any

from goaldsl.diagnostics import Finding, Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Block, Document, Grid, Page, Paragraph, remark
from goaldsl.ingest.readers.assembly import HEIGHT_LIMIT, WIDTH_LIMIT, GridBuilder
from goaldsl.ingest.readers.package import Package
from goaldsl.ingest.readers.symbols import cleaned

MAIN_PART = "content.xml"
_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _TEXT, _OFFICE, _STYLE = (_NS % name for name in ("table", "text", "office", "style"))
_HIDDEN = ("collapse", "filter")


def read_odf(package: Package) -> Document:
    """A page for each visible sheet, or one for a text."""
    root = package.xml(MAIN_PART)
    invisible = {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        for properties in style.findall(_STYLE + "table-properties")
        if properties.get(_TABLE + "display") == "false"
    }
    hidden: list[str] = []
    sheets = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if sheets is not None:
        pages = []
        for table in sheets.findall(_TABLE + "table"):
            name = table.get(_TABLE + "name", "")
            if table.get(_TABLE + "style-name") in invisible:
                hidden.append(f"工作表“{name}”")
            else:
                pages.append(Page(name, (_grid(table, f"{name} ", hidden),)))
        return Document("ods", tuple(pages), _remarks(hidden))
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    blocks: list[Block] = []
    if body is not None:
        _gather(body, blocks, hidden)
    return Document("odt", (Page("", tuple(blocks)),), _remarks(hidden))


def _gather(container: Any, blocks: list[Block], hidden: list[str]) -> None:
    for element in container:
        if element.tag in (_TEXT + "p", _TEXT + "h"):
            words = cleaned(_words(element))
            if words:
                blocks.append(Paragraph(words, f"第 {len(blocks) + 1} 段"))
        elif element.tag == _TABLE + "table":
            blocks.append(_grid(element, "", hidden))
        elif isinstance(element.tag, str) and element.tag != _TEXT + "tracked-changes":
            _gather(element, blocks, hidden)


def _grid(table: Any, place: str, hidden: list[str]) -> Grid:
    builder = GridBuilder(place)
    gap = number = 0  # empty rows not yet put down; the row of the file
    for row in table.iter(_TABLE + "table-row"):
        if _owner(row) is not table:
            continue
        repeated = _repeat(row, "number-rows-repeated", HEIGHT_LIMIT)
        number += repeated
        cells = _cells(row)
        if row.get(_TABLE + "visibility") in _HIDDEN:
            words = next((text for _, text, _, _ in cells if text), "")
            if words:
                hidden.append(f"{place}第 {number} 行（{words[:20]}）")
            continue
        if not any(text for _, text, _, _ in cells) and not any(down > 1 for _, _, down, _ in cells):
            gap += repeated
            continue
        for _ in range(min(gap, HEIGHT_LIMIT - len(builder.rows))):
            builder.new_row()
        gap = 0
        for copy in range(
            min(repeated, max(HEIGHT_LIMIT - len(builder.rows), 0))
            if any(text for _, text, _, _ in cells)
            else 1
        ):
            builder.new_row()
            for column, text, down, across in cells:
                builder.add(
                    text,
                    column,
                    down,
                    across,
                    f"{place}第 {number - repeated + copy + 1} 行第 {column + 1} 列",
                )
    return Grid(builder.finished(), place.strip())


def _cells(row: Any) -> list[tuple[int, str, int, int]]:
    """Column, text and spans of each cell of a row that says something; covered cells keep their column free."""
    found, column = [], 0
    for cell in row:
        if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            continue
        repeated = _repeat(cell, "number-columns-repeated", WIDTH_LIMIT)
        if cell.tag == _TABLE + "table-cell":
            text = "\n".join(_words(each) for each in cell if each.tag in (_TEXT + "p", _TEXT + "h"))
            down = _repeat(cell, "number-rows-spanned", HEIGHT_LIMIT)
            across = _repeat(cell, "number-columns-spanned", WIDTH_LIMIT)
            if text.strip() or down > 1 or across > 1:
                found += [
                    (column + copy, text.strip(), down, across)
                    for copy in range(repeated)
                    if column + copy < WIDTH_LIMIT
                ]
        column += repeated
    return found


def _words(element: Any) -> str:
    """The text of a paragraph: blanks, tabs and line breaks are elements; annotations are no text of the cell."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            parts.append(" " * _repeat(child, "c", 100, _TEXT))
        elif child.tag == _TEXT + "tab":
            parts.append(" ")
        elif child.tag == _TEXT + "line-break":
            parts.append("\n")
        elif (
            isinstance(child.tag, str) and child.tag != _OFFICE + "annotation" and child.tag != _TEXT + "note"
        ):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _owner(row: Any) -> Any:
    return next((up for up in row.iterancestors() if up.tag == _TABLE + "table"), None)


def _repeat(element: Any, name: str, most: int, namespace: str = _TABLE) -> int:
    value = element.get(namespace + name, "1")
    return max(1, min(int(value), most)) if value.isdigit() else 1


def _remarks(hidden: list[str]) -> tuple[Finding, ...]:
    if not hidden:
        return ()
    return (
        remark(
            codes.HIDDEN_PARTS,
            f"隐藏的内容没有读入：{'、'.join(hidden[:5])}",
            f"hidden parts were not imported: {', '.join(hidden[:5])}",
            Message("要读入就先取消隐藏。", "Unhide them to have them read."),
        ),
    )
