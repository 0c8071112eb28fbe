"""What remains of the paper form in a file: numbered rows, rows of column heads, a title, cells of a pasted table.

Each such line is told as what it is, with what to do; the parser never sees it. A whole form pasted from Word or WPS
is one finding, however many lines it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from goaldsl.catalog import Catalog, folded
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span
from goaldsl.parse import codes
from goaldsl.parse.shadow import CONTINUATION, LINE, STATEMENT, Shadow

_ORDINAL = re.compile(
    r"(?:\d{1,3}\s*[,.)]|\(\d{1,3}\)|[①-⑳]|[一二三四五六七八九十]{1,3}\s*[,.]|\([一二三四五六七八九十]{1,3}\)|[-*•·]+|[一二三四]级指标\s*:?)\s*"
)
_TITLE = re.compile(
    r"[^\s:<>=≥≤]{2,50}(?:绩效目标申报表|绩效目标表|目标申报表|绩效自评表|自评表|绩效目标批复表)"
)
_YEAR_LINE = re.compile(r"\(?\s*(?P<year>(?:19|20)\d\d)\s*年度?\s*\)?")
_TWO_CLASSES = re.compile(r"(?P<first>[^\s:/>-]+)[\s:/>-]+(?P<second>[^\s:(/>-][^\s:(]*+)(?=[\s:(])")
_CLAUSE = re.compile(r"(?:分值|权重|赋分|评分|评分标准|解释|指标解释|对应目标|数据来源|上年名称)(?=[\s:\d])")
_PART = re.compile(r"其中\s*:?.*\d")
_KEYWORD = re.compile(r"(?<=\s)(?:分值|权重|赋分|评分|score|rule)(?=[\s:\d])")
_CELL_EDGE = re.compile(r"[\t|]")
_HEADS = frozenset(
    ("一级指标", "二级指标", "三级指标", "四级指标", "指标值", "年度指标值", "指标值类型", "指标性质", "计量单位", "度量单位",
     "分值", "权重", "指标解释", "评(扣)分标准", "评分标准", "备注", "绩效指标", "指标名称", "实际完成值", "得分", "目标值")
)  # fmt: skip
_FEWEST_HEADS = 3  # 指标值 and 分值 may stand together in a row of their own; three heads are a row of heads
_FEWEST_CELLS = 4
_PASTED = 3  # lines of cells that make a pasted table rather than a slip


class Remains(NamedTuple):
    """Findings, and the text that is left to be parsed."""

    findings: tuple[Finding, ...]
    text: str


class _Line(NamedTuple):
    """A statement's stretch of the shadow and its head line."""

    start: int
    end: int
    head: str


def set_apart(shadow: Shadow, catalog: Catalog) -> Remains:
    """The text without the lines that come from paper, and what is to be said of them."""
    lines = list(_statements(shadow.text))
    pasted = _pasted(lines)
    findings, gone = [], []
    if pasted is not None:
        findings.append(_whole_table(shadow, *pasted))
        gone.append((pasted[0].start, pasted[1].end))
        lines = [line for line in lines if not pasted[0].start <= line.start < pasted[1].end]
    words = _Words(catalog)
    above = ""
    for line in lines:
        finding = words.told(shadow, line, above)
        above = words.row_class(line.head) or above
        if finding is not None:
            findings.append(finding)
            gone.append((line.start, line.end))
    return Remains(tuple(findings), _blanked(shadow.text, gone))


def _statements(text: str) -> Iterator[_Line]:
    start = 0
    for end in (match.end() for match in re.finditer(STATEMENT, text)):
        words = text[start:end]
        at = start + len(words) - len(words.lstrip(" \t"))
        head = re.split(f"[{LINE}{CONTINUATION}{STATEMENT}]", text[at:end], maxsplit=1)[0].rstrip()
        if head:
            yield _Line(at, end, head)
        start = end


def _blanked(text: str, gone: Iterable[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in sorted(gone):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


# ── a whole table ────────────────────────────────────────────────────────────────────────────────────────────────────
def _pasted(lines: list[_Line]) -> tuple[_Line, _Line] | None:
    """The first and the last line of a table that was pasted as a whole."""
    cells = [line for line in lines if _is_row_of_cells(line.head)]
    heads = [line for line in lines if folded(line.head) in _HEADS]
    if len(cells) >= _PASTED:
        return cells[0], cells[-1]
    if len(heads) >= _PASTED:
        odd = [
            line for line in lines if line.start >= heads[0].start and not re.search(r"\S\s+\S", line.head)
        ]
        return heads[0], odd[-1]
    return None


def _is_row_of_cells(head: str) -> bool:
    cells = [cell for cell in _CELL_EDGE.split(head) if cell.strip()]
    piped = head.count("|") >= 2
    return (piped or len(cells) >= _FEWEST_CELLS) and (piped or not _KEYWORD.search(head)) and len(cells) > 1


def _whole_table(shadow: Shadow, first: _Line, last: _Line) -> Finding:
    begins, ends = (shadow.original.count("\n", 0, shadow.origin(line.start)) + 1 for line in (first, last))
    return Finding(
        codes.SYNTAX,
        shadow.span(first.start, first.start + len(first.head)),
        Message(
            f"像是整张表粘贴进来的，第 {begins}–{ends} 行",
            f"a whole table seems to be pasted here, lines {begins} to {ends}",
        ),
        notes=(Message("这几行没有读。", "These lines were not read."),),
        remedy=Message(
            "删去这几行，对原来的 Word、Excel 文件运行 goaldsl import；或者一个指标写一行：数量指标 名称 >= 3 篇 分值 10。",
            "Remove them and run goaldsl import on the Word or Excel file, or write a line for each indicator.",
        ),
    )


# ── single lines ─────────────────────────────────────────────────────────────────────────────────────────────────────
class _Words:
    """The words that begin a line of this catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._classes = frozenset(folded(word) for word in catalog.class_words())
        self._levels = frozenset(folded(word) for word in catalog.first_level_words())

    def row_class(self, head: str) -> str:
        """The class that a row begins with, numbered or not; "" for a line that is no row."""
        ordinal = _ORDINAL.match(head)
        word = re.split(r"[\s:(]", head[ordinal.end() if ordinal else 0 :], maxsplit=1)[0]
        return word if folded(word) in self._classes or word in ("指标", "indicator") else ""

    def told(self, shadow: Shadow, line: _Line, above: str) -> Finding | None:
        """What is to be said of a line below a row of class `above`, None of one that is none of paper's."""
        if _is_row_of_cells(line.head):
            return _cells(shadow, line)
        if _are_heads(line.head):
            return _column_heads(shadow, line)
        if _TITLE.fullmatch(line.head):
            return _title(shadow, line)
        year = _YEAR_LINE.fullmatch(line.head)
        if year:
            return _year(shadow, line, year["year"])
        both = _TWO_CLASSES.match(line.head)
        if both and folded(both["first"]) in self._levels and folded(both["second"]) in self._classes:
            return _two_classes(shadow, line, both)
        if above and _CLAUSE.match(line.head):
            return _unindented_clause(shadow, line)
        if above and _PART.match(line.head):
            return _part(shadow, line, above)
        ordinal = _ORDINAL.match(line.head)
        if ordinal and self._is_class(line.head[ordinal.end() :]):
            return _numbered(shadow, line, ordinal.end())
        return None

    def _is_class(self, words: str) -> bool:
        word = folded(re.split(r"[\s:(]", words, maxsplit=1)[0])
        return word in self._classes or word in self._levels


def _are_heads(head: str) -> bool:
    words = [folded(word) for word in head.split()]
    return len(words) >= _FEWEST_HEADS and all(word in _HEADS for word in words)


def _place(shadow: Shadow, line: _Line, length: int | None = None) -> Span:
    return shadow.span(line.start, line.start + (len(line.head) if length is None else length))


def _cells(shadow: Shadow, line: _Line) -> Finding:
    return Finding(
        codes.SYNTAX,
        _place(shadow, line),
        Message("像是从表里粘贴的一行", "this looks like a row pasted from a table"),
        remedy=Message(
            "改写成：数量指标 名称 >= 3 篇 分值 10；整张表用 goaldsl import 导入。",
            "Write it as 数量指标 NAME >= 3 篇 分值 10; import a whole table with goaldsl import.",
        ),
    )


def _column_heads(shadow: Shadow, line: _Line) -> Finding:
    span = _place(shadow, line)
    return Finding(
        codes.SYNTAX,
        span,
        Message("这一行是表头，不用写", "a row of column heads; leave it out"),
        notes=(Message("各栏的名称由表样印。", "The form prints the heads of its columns."),),
        remedy=Message("删去这一行。", "Remove the line."),
        fix=Fix(Message("删去表头", "remove the heads"), (Edit(span, ""),)),
    )


def _title(shadow: Shadow, line: _Line) -> Finding:
    span = _place(shadow, line)
    return Finding(
        codes.SYNTAX,
        span,
        Message("这一行像是表名，表名由表样印", "this looks like the title; the form prints its own"),
        remedy=Message(
            "与表样不同的表名，前面写“表名”；相同就删去。",
            "Write 表名 before a title of your own, or remove it.",
        ),
        fix=Fix(
            Message("前面写“表名”", "write 表名 before it"),
            (Edit(Span(span.start, span.start), "表名 "),),
            safe=False,
        ),
    )


def _unindented_clause(shadow: Shadow, line: _Line) -> Finding:
    word = _CLAUSE.match(line.head)
    assert word is not None
    span = _place(shadow, line, word.end())
    return Finding(
        codes.SYNTAX,
        span,
        Message(
            f"“{word[0]}”属于上面的指标，前面空两格", f"{word[0]} belongs to the indicator above: indent it"
        ),
        remedy=Message("在行首空两格。", "Put two blanks in front."),
        fix=Fix(Message("行首空两格", "indent the line"), (Edit(Span(span.start, span.start), "  "),)),
    )


def _year(shadow: Shadow, line: _Line, year: str) -> Finding:
    span = _place(shadow, line)
    return Finding(
        codes.SYNTAX,
        span,
        Message(f"年度写成“年度 {year}”", f"write the year as 年度 {year}"),
        remedy=Message(f"改成“年度 {year}”。", f"Write 年度 {year}."),
        fix=Fix(
            Message(f"改成“年度 {year}”", f"write 年度 {year}"), (Edit(span, f"年度 {year}"),), safe=False
        ),
    )


def _two_classes(shadow: Shadow, line: _Line, both: re.Match[str]) -> Finding:
    """`产出指标 数量指标 …`: the first level follows from the second."""
    span = _place(shadow, line, both.end("first"))
    cut = Span(span.start, shadow.origin(line.start + both.start("second")))
    return Finding(
        codes.SYNTAX,
        span,
        Message(
            f"不写“{both['first']}”，一级指标由“{both['second']}”得出",
            f"leave {both['first']} out: it follows from {both['second']}",
        ),
        remedy=Message(f"行首直接写“{both['second']}”。", f"Begin the line with {both['second']}."),
        fix=Fix(Message("去掉一级指标", "remove the first level"), (Edit(cut, ""),)),
    )


def _part(shadow: Shadow, line: _Line, above: str) -> Finding:
    span = _place(shadow, line, len("其中"))
    return Finding(
        codes.SYNTAX,
        span,
        Message(
            "“其中”一行也是指标，前面写分类", "a row of parts is an indicator, too: begin it with its class"
        ),
        remedy=Message(f"前面写“{above}”。", f"Write {above} before it."),
        fix=Fix(
            Message(f"前面写“{above}”", f"write {above} before it"),
            (Edit(Span(span.start, span.start), f"{above} "),),
            safe=False,
        ),
    )


def _numbered(shadow: Shadow, line: _Line, length: int) -> Finding:
    span = _place(shadow, line, length)
    typed = shadow.original[span.start : span.end]
    cut = Span(span.start, shadow.origin(line.start + length))
    return Finding(
        codes.SYNTAX,
        span,
        Message(f"行首的“{typed}”去掉", f"remove “{typed}” at the start of the line"),
        notes=(
            Message(
                "指标和分类的行不写序号和“一级指标”一类的字样，由表样印。",
                "Rows and headings carry no number and no 一级指标 of their own; the form prints them.",
            ),
        ),
        remedy=Message("行首直接写指标分类。", "Begin the line with the class."),
        fix=Fix(Message("去掉行首的序号", "remove the number"), (Edit(cut, ""),), safe=False),
    )
