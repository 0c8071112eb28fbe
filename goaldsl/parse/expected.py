"""What the grammar could take at a place, in the words of a clerk, and the keywords that one may have misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goaldsl.diagnostics import Message
from goaldsl.parse.keywords import BASES, CLAUSES, MODIFIERS, SHAPES, TARGETS, TASK_PARTS, Keyword

_CLAUSE = Message("子句（分值、赋分、解释……）", "a clause (score, rule, explanation …)")
_PART = Message("任务的内容、预算", "the content or budget of a task")
_END = Message("行末", "the end of the line")
_RULE = Message("赋分规则（按比例、每低1%扣0.5分、分档……）", "a rule (ratio, deduct 0.5 per 1%, grade …)")
_MODIFIER = Message("附加条件（最多扣 5、否则 2……）", "a modifier (cap 5, else 2 …)")
_POINTS = Message("分数", "points")
_NUMBER = Message("数字", "a number")
_NAME = Message("名称", "a name")
_CODE = Message("诊断代码，如 GC501", "a code such as GC501")
_TEXT = Message("文字", "text")

# The terminals of the grammar, in the order in which they are told; those not listed say nothing to a clerk.
_TERMINALS: dict[str, Message] = {
    "ClassWord": Message("指标分类，如数量指标", "a class such as 数量指标"),
    "NameText": Message("指标名称", "the name of the indicator"),
    "TargetNumber": _NUMBER,
    "NumberText": _NUMBER,
    "DateText": Message("日期，如 2026-12-31", "a date such as 2026-12-31"),
    "UnitWord": Message("计量单位", "a unit"),
    "RatioWord": _RULE,
    "SentenceText": Message("带“分”字的评分句", "an official sentence"),
    "BasisWord": _RULE,
    "CountedThing": Message("数的是什么，如：发生 投诉", "what is counted: count 投诉"),
    "StepWord": Message("每……，如：每 1%", "per …, such as per 1%"),
    "LoseWord": Message("扣几分", "扣 and points"),
    "EarnWord": Message("得几分", "得 and points"),
    "BonusEarnWord": Message("加几分", "加 and points"),
    "GradeName": Message("名称和分数，如：效果明显 10", "a word and points such as 效果明显 10"),
    "FullWord": _POINTS,
    "[,;]": Message("逗号和下一项", "a comma and the next item"),
    "NoPoints": Message("不得分", "不得分"),
    "ManualText": _TEXT,
    "ListedText": _NAME,
    "IdText": Message("编号，如 A01", "an id such as A01"),
    "WordingKindText": Message("规则名称，如按比例", "the name of a rule such as ratio"),
    "OpenBracket": Message(
        "方括号和诊断代码，如：说明[GC501]：理由", "a code in brackets: accept[GC501]: reason"
    ),
    "CodeText": _CODE,
    "CloseBracket": Message("“]”", "]"),
    "RestText": _TEXT,
    "AreaText": Message("地区名称", "the name of an area"),
    "PartAhead": _PART,
    "PartLineAhead": _PART,
    "ModifierAhead": _MODIFIER,
    "ClauseAhead": _CLAUSE,
    "LineEnd": _END,
}
_KEYWORDS: dict[str, tuple[Keyword, ...]] = {
    "RatioWord": tuple(SHAPES.values()) + tuple(BASES.values()),
    "ModifierAhead": tuple(MODIFIERS.values()),
    "StepWord": (MODIFIERS["per"],),
    "FullWord": (MODIFIERS["full"], MODIFIERS["less"]),
    "ClauseAhead": (*CLAUSES.values(), *TARGETS.values()),
    "PartAhead": tuple(TASK_PARTS.values()),
    "PartLineAhead": tuple(TASK_PARTS.values()),
}


def described(terminals: Iterable[str]) -> tuple[Message, ...]:
    """The terminals in plain words, each once."""
    found = set(terminals)
    if "FullWord" in found:  # points are said by their own name
        found.discard("NumberText")
    return tuple(dict.fromkeys(message for name, message in _TERMINALS.items() if name in found))


def at_clause(terminals: Iterable[str]) -> bool:
    """Whether a clause could begin here."""
    return "ClauseAhead" in terminals


class Spellings(NamedTuple):
    """Keywords as they are usually written, and their aliases."""

    common: tuple[str, ...]
    aliases: tuple[str, ...]


def spellings(terminals: Iterable[str]) -> Spellings:
    """The keywords that could stand here; the shortest ones resemble everything and are left out."""
    found = [keyword for terminal in terminals for keyword in _KEYWORDS.get(terminal, ())]
    common = [word for keyword in found for word in (keyword.chinese, keyword.english)]
    aliases = [word for keyword in found for word in keyword.aliases]
    return Spellings(_long(common), _long(aliases))


def _long(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if len(word) > 1))
