"""Excel 2003 XML, which report systems still serve as .xls."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import Any

from goaldsl.ingest.document import Document, Grid, Page
from goaldsl.ingest.readers.assembly import HEIGHT_LIMIT, GridBuilder
from goaldsl.ingest.readers.number_formats import plain_number
from goaldsl.ingest.readers.package import parse_xml

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_HTML = "{http://www.w3.org/TR/REC-html40}"


def read_spreadsheet_xml(data: bytes) -> Document:
    """Each worksheet is a page of one grid."""
    pages = []
    for sheet in parse_xml(data).findall(_SS + "Worksheet"):
        name = sheet.get(_SS + "Name", "")
        builder = GridBuilder()
        for row in sheet.findall(f"{_SS}Table/{_SS}Row"):
            if row.get(_SS + "Hidden") == "1":
                continue
            wanted = _number(row, "Index", len(builder.rows) + 1)
            while len(builder.rows) < min(wanted - 1, HEIGHT_LIMIT):
                builder.new_row()
            builder.new_row()
            _fill(builder, row, name)
        pages.append(Page(name, (Grid(builder.finished(), name),)))
    return Document("spreadsheet-xml", tuple(pages))


def _fill(builder: GridBuilder, row: Any, name: str) -> None:
    column = 0
    for cell in row.findall(_SS + "Cell"):
        column = builder.free_column(_number(cell, "Index", column + 1) - 1)
        across, down = _number(cell, "MergeAcross", 0) + 1, _number(cell, "MergeDown", 0) + 1
        data = cell.find(_SS + "Data")
        text = "".join(data.itertext()) if data is not None else ""
        if data is not None and data.get(_SS + "Type") == "Number":
            with contextlib.suppress(ArithmeticError):
                text = plain_number(Decimal(text))
        builder.add(text, column, down, across, f"{name} 第 {len(builder.rows)} 行第 {column + 1} 列".strip())
        column += across


def _number(element: Any, name: str, default: int) -> int:
    value = element.get(_SS + name, "")
    return int(value) if value.isdigit() else default
