"""试验用的小文件：只写要紧的几个部件。"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """一个压缩包。"""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """一份只有正文的 .docx。"""
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    return zipped(
        {"word/document.xml": document, **{f"word/{name}.xml": part for name, part in parts.items()}}
    )


def table(rows: Sequence[str]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text: str = "", properties: str = "", raw: str = "") -> str:
    runs = raw or f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{runs}</w:p></w:tc>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(sheet: str, formats: Sequence[str] = (), state: str = "visible") -> bytes:
    """一份只有一张工作表的 .xlsx；formats 是自定的数字格式，从 164 号起。"""
    numbers = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{each}"/>' for at, each in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{164 + at}" applyNumberFormat="1"/>' for at in range(len(formats)))
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_P}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" Type="{_R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {_S} xmlns:r="{_R}"><sheets><sheet name="申报表" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{_R}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet {_S}><numFmts count="{len(formats)}">{numbers}</numFmts><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>'
            f'<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/>{styles}</cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": f"<worksheet {_S}>{sheet}</worksheet>",
        }
    )  # fmt: skip


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
