"""The exact word at fault in a line that does not parse, what could stand there, and the word probably meant."""

from __future__ import annotations

import re
from typing import Any

from textx import TextXSyntaxError

from goaldsl.catalog.similar import similar
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.parse import codes
from goaldsl.parse.keywords import CLAUSE_WORDS, RULE_WORDS, TARGET_WORDS
from goaldsl.parse.shadow import Shadow

_KEYWORDS = (*CLAUSE_WORDS, *TARGET_WORDS, *RULE_WORDS)
_WORD = re.compile(r"[^\s,;:\d][^\s,;:]*|\S[^\s,;]*")
_BEFORE = re.compile(r"([^\s,;:\d]+)[\s:]*$")

# Terminals of the grammar in the words of a clerk; those not listed say nothing to one.
_TERMINALS: dict[str, Message] = {
    "NameText": Message("指标名称", "a name"),
    "NumberText": Message("数字", "a number"),
    "UnitWord": Message("计量单位", "a unit"),
    "ClauseAhead": Message("分值、赋分、解释等子句", "a clause (score, rule, explanation …)"),
    "DateNode": Message("日期（如 2026-12-31）", "a date (2026-12-31)"),
    "RatioWord": Message("按比例", "ratio"),
    "DeductWord": Message("扣分", "deduct"),
    "AwardWord": Message("得分", "award"),
    "EachWord": Message("每……扣……分", "每…扣…分"),
    "GradeWord": Message("分档", "grade"),
    "BandsWord": Message("按区间", "bands"),
    "PassWord": Message("达标", "pass"),
    "JudgedWord": Message("按评判等级", "judged"),
    "InterpolationWord": Message("插值", "points"),
    "ChecklistWord": Message("逐项", "checklist"),
    "ManualWord": Message("人工", "manual"),
    "SentenceText": Message("含“分”字的评分句", "an official sentence"),
    "StepWord": Message("每（步长）", "per"),
    "LoseWord": Message("扣", "扣"),
    "GradeName": Message("档次名称", "a grade"),
    "FullWord": Message("分数", "points"),
    "ListedName": Message("名称", "a name"),
    "IdNode": Message("编号", "an id"),
    "CodeNode": Message("诊断代码（如 GC501）", "a code (GC501)"),
    "Share": Message("百分数", "a percentage"),
    "LineEnd": Message("行末", "the end of the line"),
}
_ORDER = list(_TERMINALS)


def explain(model: Any, shadow: Shadow, start: int, end: int, head: bool) -> Finding:
    """Read one broken line alone and strictly; say which word is at fault and what could stand there."""
    line = shadow.text[start:end]
    place, expected = _fault(model, line, head)
    begin, finish = _word_at(line, place)
    word = line[begin:finish]
    meant = _meant(line, word, begin)
    if meant is not None:
        begin, finish, suggestion = meant
        word = line[begin:finish]
    else:
        suggestion = ""
    span = shadow.span(start + begin, start + finish)
    typed = shadow.original[span.start : span.end]
    return Finding(
        codes.SYNTAX,
        span,
        _message(line, begin, typed, expected, bool(suggestion)),
        label=_label(expected, suggestion),
        remedy=_remedy(expected, suggestion),
        fix=Fix(
            Message(f"改成“{suggestion}”", f"replace by {suggestion}"), (Edit(span, suggestion),), safe=False
        )
        if suggestion
        else None,
    )


def _fault(model: Any, line: str, head: bool) -> tuple[int, list[str]]:
    """Offset of the fault in the line, and the names of the terminals that could stand there."""
    try:
        model.model_from_str(("\x01" if head else "\x02") + line + "\n")
    except TextXSyntaxError as error:
        cause = error.__cause__
        place = getattr(cause, "position", error.col - 1)
        names = [_terminal(rule) for rule in error.expected_rules or ()]
        return max(0, place - 1), [name for name in _ORDER if name in names]
    return 0, []


def _terminal(rule: Any) -> str:
    return str(getattr(rule, "rule_name", "") or getattr(rule, "to_match", ""))


def _word_at(line: str, place: int) -> tuple[int, int]:
    """The word that begins at `place`; at the end of the line, the last word."""
    match = _WORD.search(line, place)
    if match and match.start() - place <= len(line) - len(line.rstrip()) + 2 and line[place:].strip():
        match = _WORD.match(line, place + len(line[place:]) - len(line[place:].lstrip()))
    if match and line[place:].strip():
        return match.start(), match.end()
    words = list(_WORD.finditer(line))
    return (words[-1].start(), words[-1].end()) if words else (0, len(line))


def _meant(line: str, word: str, begin: int) -> tuple[int, int, str] | None:
    """The misspelt keyword behind the fault: the word itself, or the one before it (`分直 10`)."""
    if (guess := similar(word, _KEYWORDS)) and guess != word:
        return begin, begin + len(word), guess
    before = _BEFORE.search(line[:begin])
    if before and before[1] not in _KEYWORDS and (guess := similar(before[1], CLAUSE_WORDS)):
        return before.start(1), before.end(1), guess
    return None


def _message(line: str, begin: int, word: str, expected: list[str], misspelt: bool) -> Message:
    if misspelt:
        return Message(f"不认识“{word}”", f"unknown word “{word}”")
    if expected and not line[begin + len(word) :].strip() and _complete(expected):
        return Message(f"“{word}”后面还缺内容", f"something is missing after “{word}”")
    return Message(f"读不懂“{word}”", f"“{word}” cannot be read here")


def _complete(expected: list[str]) -> bool:
    return "LineEnd" not in expected


def _label(expected: list[str], suggestion: str) -> Message:
    if suggestion:
        return Message(f"是不是“{suggestion}”？", f"did you mean “{suggestion}”?")
    if not expected:
        return Message("这里读不下去", "cannot be read from here on")
    shown = expected[:6]
    return Message(
        "这里应写：" + "、".join(_TERMINALS[name].zh for name in shown),
        "expected: " + ", ".join(_TERMINALS[name].en for name in shown),
    )


def _remedy(expected: list[str], suggestion: str) -> Message:
    if suggestion:
        return Message(f"改成“{suggestion}”。", f"Write “{suggestion}”.")
    return Message(
        "一行指标的写法：数量指标 名称 >= 3 篇 分值 10 赋分 按比例。",
        "An indicator reads: 数量指标 NAME >= 3 篇 score 10 rule ratio.",
    )
