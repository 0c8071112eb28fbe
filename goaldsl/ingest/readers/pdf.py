"""PDF: the JSON that goaldsl embeds, else the ruled tables that pdfplumber finds, joined over the pages."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from msgspec.structs import replace

from goaldsl.diagnostics import Finding, Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Block, Document, Grid, Page, Paragraph, Unreadable, refusal, remark
from goaldsl.ingest.readers.assembly import GridBuilder
from goaldsl.ingest.readers.package import damaged
from goaldsl.ingest.readers.symbols import cleaned
from goaldsl.model.table import Row

_PAGES = 600
_PAGES_WITH_TABLES = 60
_SIGNS = ("指标", "绩效", "目标", "部门", "项目")
_NEAR = 3
_HEADING = re.compile("值|单位|分|备注|解释|标准|原因|说明|类型|性质|符号|情况|来源|依据|评价")
_NEW_PARAGRAPH = re.compile(
    r"\n(?=\s*(?:\d{1,2}[、.．)）]|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]、|其中))|(?<=[：:])\n"
)


def read_pdf(data: bytes) -> Document:
    """The tables and the lines around them, in the order of the pages."""
    try:
        import pdfplumber
    except ImportError as error:
        raise refusal(
            codes.NO_LIBRARY,
            "这台机器没有装读 PDF 的程序库 pdfplumber",
            "pdfplumber, which reads PDF, is not installed",
            Message("运行 pip install 'goaldsl[pdf-import]'。", "Run pip install 'goaldsl[pdf-import]'."),
        ) from error
    for name in ("pdfminer", "pdfplumber"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            embedded = _embedded(pdf)
            if embedded:
                return Document("pdf", (), embedded=embedded)
            return _pages(pdf)
    except Unreadable:
        raise
    except Exception as error:  # pdfminer raises whatever a broken file makes it raise
        if "password" in repr(error).casefold() or "encrypt" in repr(error).casefold():
            raise refusal(
                codes.ENCRYPTED,
                "PDF 设了密码，打不开",
                "the PDF is protected by a password",
                Message("请发送单位去掉密码后再报。", "Ask for a copy without a password."),
            ) from error
        raise damaged() from error


def _pages(pdf: Any) -> Document:
    blocks: list[Block] = []
    letters = tables = 0
    remarks: list[Finding] = []
    for number, page in enumerate(pdf.pages, 1):
        if number > _PAGES or tables >= _PAGES_WITH_TABLES:
            remarks.append(
                remark(
                    codes.BEYOND_BOUNDS,
                    f"PDF 太长，只读了前 {number - 1} 页",
                    f"the PDF is too long, only {number - 1} pages were read",
                    Message("请只留下申报表那几页。", "Keep only the pages of the form."),
                )
            )
            break
        text = "".join(each["text"] for each in page.chars)
        letters += len(text.strip())
        if sum(sign in text for sign in _SIGNS) or (blocks and isinstance(blocks[-1], Grid) and text.strip()):
            found = _blocks(page, number)
            tables += any(isinstance(each, Grid) for each in found)
            _join(blocks, found)
        page.close()
    if not letters and pdf.pages:
        raise refusal(
            codes.SCANNED,
            "这份 PDF 是扫描件，里面没有文字，没有读取",
            "this PDF is a scan without text and was not read",
            Message("请发送单位提供 Word、Excel 或由电子表格另存的 PDF。", "Ask for the Word or Excel file."),
        )
    return Document("pdf", (Page("", tuple(blocks)),), tuple(remarks))


def _blocks(page: Any, number: int) -> list[Block]:
    tables = page.find_tables()
    found: list[tuple[Any, Block]] = []
    for table in tables:
        grid = _grid(table, number)
        if grid.rows:
            found.append((table.bbox[1], grid))
    outside = page
    for table in tables:
        left, top, right, bottom = table.bbox
        outside = outside.filter(
            lambda each, box=(left, top, right, bottom): (
                not (
                    each["object_type"] == "char"
                    and box[0] - 1 <= (each["x0"] + each["x1"]) / 2 <= box[2] + 1
                    and box[1] - 1 <= (each["top"] + each["bottom"]) / 2 <= box[3] + 1
                )
            )
        )
    for line in outside.extract_text_lines(strip=True, return_chars=False):
        words = cleaned(line["text"])
        if words:
            found.append((line["top"], Paragraph(words, f"第 {number} 页")))
    return [block for _, block in sorted(found, key=lambda each: each[0])]


def _grid(table: Any, page: int) -> Grid:
    """Spans follow from the lines that a cell's box crosses."""
    boxes = [box for row in table.rows for box in row.cells if box]
    lefts, tops = _edges(box[0] for box in boxes), _edges(box[1] for box in boxes)
    texts = table.extract(x_tolerance=2, y_tolerance=3)
    builder = GridBuilder(f"第 {page} 页")
    for row, words in zip(table.rows, texts, strict=True):
        builder.new_row()
        for box, text in zip(row.cells, words, strict=False):
            if box is None:
                continue
            column = _index(lefts, box[0])
            across = sum(1 for edge in lefts if box[0] - 1 <= edge < box[2] - 1)
            down = sum(1 for edge in tops if box[1] - 1 <= edge < box[3] - 1)
            builder.add(_unwrapped(text or ""), column, down, across)
    return Grid(builder.finished())


def _edges(places: Any) -> list[Any]:
    found: list[Any] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _index(edges: list[Any], place: Any) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _unwrapped(text: str) -> str:
    """Lines of a cell are wrapped by its width; only a list's own number or a label begins a new paragraph."""
    return "\n".join(part.replace("\n", "") for part in _NEW_PARAGRAPH.split(text))


def _join(blocks: list[Block], found: list[Block]) -> None:
    """Put a page's blocks behind those before: its first table may be the right half of the page before."""
    last = next((at for at in range(len(blocks) - 1, -1, -1) if isinstance(blocks[at], Grid)), None)
    first = next((at for at, each in enumerate(found) if isinstance(each, Grid)), None)
    if last is not None and first is not None:
        left, right = blocks[last], found[first]
        assert isinstance(left, Grid) and isinstance(right, Grid)
        if _is_right_half(left, right):
            blocks[last] = _beside(left, right)
            found = found[:first] + found[first + 1 :]
    blocks.extend(found)


def _is_right_half(left: Grid, right: Grid) -> bool:
    """A wide sheet that was printed on two pages: as many rows, and headings of its own beside those of the left."""
    if len(left.rows) != len(right.rows) or len(left.rows) < 3:
        return False
    for beside, row in zip(left.rows, right.rows, strict=True):
        if any(_squeezed(cell.text) == "三级指标" for cell in beside.cells):
            words = [_squeezed(cell.text) for cell in row.cells if cell.text]
            return len(words) > 1 and all(_HEADING.search(word) and len(word) < 14 for word in words)
    return False


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _beside(left: Grid, right: Grid) -> Grid:
    width = max((cell.column + cell.colspan for row in left.rows for cell in row.cells), default=0)
    rows = tuple(
        Row((*a.cells, *(replace(cell, column=cell.column + width) for cell in b.cells)))
        for a, b in zip(left.rows, right.rows, strict=True)
    )
    return replace(left, rows=rows)


def _embedded(pdf: Any) -> bytes | None:
    """The interchange file among the attachments."""
    from pdfminer.pdftypes import PDFStream, resolve1

    names = resolve1((resolve1(pdf.doc.catalog.get("Names")) or {}).get("EmbeddedFiles")) or {}
    waiting, seen = [names], 0
    while waiting and seen < 100:
        node, seen = resolve1(waiting.pop()) or {}, seen + 1
        waiting += list(resolve1(node.get("Kids")) or ())
        for each in resolve1(node.get("Names")) or ():
            entry = resolve1(each)
            if isinstance(entry, dict) and "EF" in entry:
                stream = resolve1((resolve1(entry["EF"]) or {}).get("F"))
                content = stream.get_data() if isinstance(stream, PDFStream) else b""
                if isinstance(content, bytes) and b'"goaldsl/' in content[:200]:
                    return content
    return None
