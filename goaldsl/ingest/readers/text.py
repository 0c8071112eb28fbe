"""Texts: Markdown tables, csv, tab-separated exports, pastes; one cell per line or everything on one line."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence

from goaldsl.diagnostics import Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Block, Document, Grid, Page, Paragraph, refusal
from goaldsl.ingest.readers.symbols import cleaned
from goaldsl.model.table import Cell, Row
from goaldsl.parse.encoding import read as read_text

_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_TAG = re.compile(r"</?(?:p|br|div|span|b|i|u|strong|em|font|sub|sup)\b[^<>]*>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>|</p>|</div>", re.IGNORECASE)
_MARKS = re.compile(r"^#{1,6}\s+|^\*\*|\*\*$")
_PIECE = 6
_BREAK = "\x0b"  # a line break within a cell
_SIZE = 8 * 1024 * 1024


def read_plain(name: str, data: bytes) -> Document:
    """A text by what separates its cells."""
    if len(data) > _SIZE:
        raise refusal(codes.TOO_LARGE, "文本超过 8 MB，不像一张表，没有读取", "the text is larger than 8 MB and was not read", Message("请只留下申报表。", "Keep only the form."))  # fmt: skip
    source, _ = read_text(name, data)
    if source.encoding == "binary":
        raise refusal(
            codes.UNKNOWN_KIND,
            "认不出这是什么文件，没有读取",
            "this is no kind of file that can be read",
            Message(
                "能读 docx、xlsx、xls、ods、html、pdf、csv 和文本。",
                "Readable: docx, xlsx, xls, ods, html, pdf, csv, text.",
            ),
        )
    return text_document(source.text)


def text_document(text: str) -> Document:
    """The blocks of a text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = _rejoined(text.split("\n"))
    filled = [line for line in lines if line.strip()]
    tabs = sum("\t" in line for line in filled)
    pipes = sum(len(_PIPE.findall(line)) >= 1 for line in filled)
    if tabs >= 3 or (tabs and tabs * 3 >= len(filled)):
        return (
            _tabular(text)
            if _quoted(text)
            else _lines(lines, lambda line: line.split("\t") if "\t" in line else None, "tab")
        )
    if pipes >= 3:
        return _lines(lines, _piped, "markdown")
    if _looks_like_csv(filled):
        return _comma(text)
    return Document("text", (Page("", tuple(_flowing(lines))),))


def _rejoined(lines: list[str]) -> list[str]:
    """A pasted cell may hold line breaks: short pieces before the row that has as many tabs as the others."""
    counts = Counter(line.count("\t") for line in lines if "\t" in line)
    if not counts:
        return lines
    usual = counts.most_common(1)[0][0]
    found: list[str] = []
    pieces: list[str] = []
    for line in lines:
        if "\t" not in line and 0 < len(line.strip()) <= _PIECE:
            pieces.append(line.strip())
            continue
        found += [_BREAK.join((*pieces, line))] if line.count("\t") == usual else [*pieces, line]
        pieces = []
    return found + pieces


def _piped(line: str) -> list[str] | None:
    if not _PIPE.search(line):
        return None
    stripped = line.strip()
    if _RULE.fullmatch(stripped):
        return []
    inner = stripped.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [_untagged(cell.replace("\\|", "|")) for cell in _PIPE.split(inner)]


def _untagged(cell: str) -> str:
    return (
        _TAG.sub("", _BREAK_TAG.sub("\n", cell))
        .replace("&nbsp;", " ")
        .replace("\\*", "*")
        .strip()
        .removeprefix("**")
        .removesuffix("**")
    )


def _lines(lines: Sequence[str], split: Callable[[str], list[str] | None], kind: str) -> Document:
    """Runs of lines with separators are grids, the others paragraphs."""
    blocks: list[Block] = []
    run: list[Row] = []
    for number, line in enumerate(lines, 1):
        cells = split(line)
        if cells is None:
            words = cleaned(_MARKS.sub("", _untagged(line)))
            if words or not line.strip():
                if run and words:
                    blocks.append(_grid(run))
                    run = []
                if words:
                    blocks.append(Paragraph(words, f"第 {number} 行"))
        elif any(cell.strip() for cell in cells):
            run.append(_row(cells, number))
        elif cells:
            run.append(_row([""], number))  # an empty cell, where one cell stands on each line
    if run:
        blocks.append(_grid(run))
    return Document(kind, (Page("", tuple(blocks)),))


def _row(cells: Sequence[str], number: int) -> Row:
    return Row(
        tuple(
            Cell(cleaned(cell), at, origin=f"第 {number} 行第 {at + 1} 格") for at, cell in enumerate(cells)
        )
    )


def _grid(run: list[Row]) -> Grid:
    """Rows hold when most of them have several cells; else each line is one cell."""
    several = sum(len([cell for cell in row.cells if cell.text]) > 1 for row in run)
    holds = several * 2 > len([row for row in run if any(cell.text for cell in row.cells)])
    if holds:
        run = [row for row in run if any(cell.text for cell in row.cells)]
    return Grid(tuple(run), aligned=False, rows_hold=holds)


def _quoted(text: str) -> bool:
    """A paste out of a spreadsheet: cells with line breaks stand in quotation marks."""
    return re.search(r'(?:^|\t)"[^"\t]*\n[^"\t]*"(?:\t|\n|$)', text, re.MULTILINE) is not None


def _tabular(text: str) -> Document:
    return _read_csv(text, "\t", "tab")


def _comma(text: str) -> Document:
    return _read_csv(text, max(",;，", key=text.count), "csv")


def _read_csv(text: str, separator: str, kind: str) -> Document:
    rows = []
    csv.field_size_limit(_SIZE)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
            if any(cell.strip() for cell in cells):
                rows.append(_row(cells, number))
    except csv.Error as error:
        raise refusal(codes.DAMAGED, "csv 文件读不下去", f"the csv file cannot be read: {error}") from error
    return Document(kind, (Page("", (Grid(tuple(rows), aligned=True),)),))


def _looks_like_csv(lines: Sequence[str]) -> bool:
    """Most lines have as many commas as most others."""
    for separator in ",;":
        counts = Counter(line.count(separator) for line in lines if line.count(separator) > 1)
        if len(lines) >= 4 and counts and counts.most_common(1)[0][1] * 2 >= len(lines):
            return True
    return False


def _flowing(lines: Sequence[str]) -> list[Block]:
    """Lines without separators: one grid of one cell a line, so that a form printed that way can be found in it."""
    rows = [
        Row((Cell(cleaned(line), 0, origin=f"第 {number} 行"),))
        for number, line in enumerate(lines, 1)
        if line  # a line of blanks is an empty cell, an empty line is none
    ]
    return (
        [Grid(tuple(rows), aligned=False, rows_hold=False)] if any(row.cells[0].text for row in rows) else []
    )
