"""Clauses written behind a text on its line: they would be printed as part of it, and not count."""

from __future__ import annotations

import re

from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span
from goaldsl.parse import codes
from goaldsl.parse.keywords import CLAUSES, FURTHER_WORDS, TASK_PARTS, ClauseKind, TaskPart
from goaldsl.parse.shadow import Shadow

# A clause keyword in the middle of a text, with something behind it that only a clause would have.
_CLAUSE = re.compile(
    r"(?<=[ \t])(?:(?:分值|权重|score)[ \t]*+:?[ \t]*+\d+(?:\.\d+)?分?(?=[\s。,;]|$)"
    r"|(?:赋分|评分|rule)[ \t:]++(?=按比例|每|达标|直接赋分|分[档级]|按?区间|插值|逐项|按评判"
    r"|(?:ratio|pass|deduct|award|grade|bands|checklist|judged|manual)\b)"
    r"|赋分[ \t:]++(?=[^\n]*?分)"
    r"|(?:评分标准|指标解释|解释|备注|对应目标|数据来源|上年名称|待核)[ \t:]++(?=\S)"
    r"|(?:标准|来源|支撑|原名|编号|criterion|explanation|remark|supports|source|was|unsure)[ \t]*+:[ \t]*+(?=\S)"
    r"|(?:说明|accept)\[[A-Za-z]{2}\d{3}[^\]\n]*\]"
    r"|(?:中期|半年|上年|前年|年度|全年|本年|实施期)(?:指标值)?[ \t:]*+[<>=≥≤][ \t]*+\d)"
)
_PART = re.compile(
    r"(?<=[ \t])(?:内容[ \t]*+:[ \t]*+(?=\S)"
    r"|(?:预算|预算金额|金额|总额|财政拨款|其他资金)[ \t:]++[￥¥]?\d[\d.,]*+\s*+(?:元|[千万亿]元?)?(?=[\s,;。]|$))"
)
_AMOUNT = re.compile(r"(?<=[ \t])(?:预算|预算金额|金额|总额|财政拨款|其他资金)[ \t:]++(?=\S*(?:\d|元))")
_FURTHER = re.compile(
    rf"(?<=[ \t])(?:{'|'.join(re.escape(word.replace('（', '(').replace('）', ')')) for word in FURTHER_WORDS)})"
    r"[ \t:]*+[^\s,;]"
)
_BLANKS = " \t\u3000\xa0"
_BREAKS = "\r\n"


def swallowed(shadow: Shadow, start: int, end: int, owner: ClauseKind) -> Finding | None:
    """What is to be said of the text of `owner` between two places; None where nothing is swallowed."""
    zh, en = CLAUSES[owner].chinese, CLAUSES[owner].english
    return _told(
        shadow, _CLAUSE, start, end, Message(zh, en), owner not in (ClauseKind.ACCEPT, ClauseKind.UNSURE)
    )


def parts_swallowed(shadow: Shadow, start: int, end: int) -> Finding | None:
    """The same of the content of a task, which takes in its amounts."""
    keyword = TASK_PARTS[TaskPart.CONTENT]
    return _told(shadow, _PART, start, end, Message(keyword.chinese, keyword.english), True)


def amount_in_name(shadow: Shadow, start: int, end: int) -> Finding | None:
    """任务 培训 预算 约5万: the name takes in an amount that is no number."""
    return _told(shadow, _AMOUNT, start, end, Message("名称", "name"), True)


def _told(
    shadow: Shadow, clause: re.Pattern[str], start: int, end: int, owner: Message, printed: bool
) -> Finding | None:
    found = [
        shadow.span(match.start(), match.end())
        for match in clause.finditer(shadow.text, start + 1, end)  # the first word is the text's own
    ]
    if not found:
        return None
    words = shadow.original[found[0].start : found[0].end].strip()
    line_end = _line_end(shadow.original)
    zh, en = owner.zh, owner.en
    return Finding(
        codes.SWALLOWED,
        found[0],
        Message(
            f"“{words}”会当成{zh}的文字{'印进表格' if printed else '，不起作用'}",
            f"“{words}” would be {'printed as ' if printed else ''}part of the {en} text",
        ),
        notes=(
            Message(
                f"{zh}一直读到行末，同一行后面不能再写别的子句。", "The text runs to the end of its line."
            ),
        ),
        remedy=Message("把它另起一行并缩进。", "Put it on an indented line of its own."),
        fix=Fix(
            Message("另起一行", "break the line"),
            tuple(_break(shadow.original, span.start, line_end) for span in found),
        ),
    )


def clauses_within(shadow: str, start: int, end: int) -> list[int]:
    """Where a clause would begin in a half-width text that is a clause's own."""
    return [match.start() for match in _CLAUSE.finditer(shadow, start + 1, end)]


def further_within(shadow: str, start: int, end: int) -> list[int]:
    """Where a further target would begin in the words of a target (定性 达到 上年 100%)."""
    return [match.start() for match in _FURTHER.finditer(shadow, start + 1, end)]


def parts_within(shadow: str, start: int, end: int) -> list[int]:
    """The same within the content of a task."""
    return [match.start() for match in _PART.finditer(shadow, start + 1, end)]


def _break(text: str, place: int, line_end: str) -> Edit:
    """Begin an indented line at `place`; a comment before it stays."""
    start = place
    while text[start - 1] in _BLANKS:
        start -= 1
    return Edit(Span(start, place), "  " if text[start - 1] in _BREAKS else line_end + "  ")


def _line_end(text: str) -> str:
    """The line end that the text uses."""
    return "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
