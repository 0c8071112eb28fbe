"""Words of the empty form that were never filled in or taken out.

## 作用
找出表格模板里没有填、没有删的字样：整格的“指标2”“……”“/”，留着空的“≥**%”“XX项目”，填表要求“（100字以内）”“必填硬性指标”。
填表人、电话等处打了星号的（137****1640）不算。

## 为什么
这样的一行等于没有填，却会照样印出、公开，也会算进指标个数。

## 示例
```goal
表样 项目2015
数量指标 指标2
质量指标 "苗木成活率(≥**%)" >= 85 %
```

## 改法
填上内容；不用的行整行删去；填表要求删去。

## 依据
财预〔2015〕88号：审核绩效目标，先看内容是否完整、目标是否明确（完整性审核）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.templates import LeftOver, is_unfilled, left_overs, may_hold_left_overs
from goaldsl.checks.text.written import Written
from goaldsl.diagnostics import UNFINISHED, Message
from goaldsl.model.target import QuantityTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC122",
    "template-left-over",
    Message("模板字样没有填", "words left over from the empty form"),
    UNFINISHED,
    __doc__,
)

_OPEN_BRACKET = re.compile(r"[（(][^（()）]*$")
_PERSONS = frozenset({"prepared_by", "phone", "contact", "unit_head", "project_head"})
"""Fields where a published form masks names and numbers with asterisks."""
_ROWS = frozenset({"name", "value", "goals", "duties", "long_term_goals"})
"""Parts that are nothing when only a dash stands there; in other cells a dash says: none."""


def _places(facts: Facts) -> Iterator[Place]:
    look_closer = may_hold_left_overs(facts.prose)
    for text in facts.texts:
        if text.part in _ROWS and is_unfilled(text.words):
            message = Message(
                f"“{text.words}”是表格模板的字样，这里没有填", f"“{text.words}” comes from the empty form"
            )
            yield text.text.span, message
        elif look_closer and text.part not in _PERSONS:
            left = (
                piece
                for piece in left_overs(text.words)
                if piece.kind != "whole" and not _answered(text, piece.start)
            )
            yield from (_piece(facts, text, piece) for piece in left)


def _answered(text: Written, place: int) -> bool:
    """苗木成活率(≥**%) 85: the library of indicators prints the blank in the name's bracket, the value fills it."""
    numeric = text.indicator is not None and isinstance(text.indicator.target, QuantityTarget)
    return text.part == "name" and numeric and bool(_OPEN_BRACKET.search(text.words[:place]))


def _piece(facts: Facts, text: Written, piece: LeftOver) -> Place:
    words = text.words[piece.start : piece.end]
    if piece.kind == "blank":
        said = Message(f"{quoted(text.words)}里的“{words}”没有填", f"“{words}” was not filled in")
    else:
        said = Message(f"“{words}”是填表要求，不该印出来", f"“{words}” is an instruction of the form")
    return facts.within(text.text, piece.start, piece.end), said


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 处表格模板的字样没有填写或删去", "{count} left-overs from the empty form"),
    notes=(
        Message("这些字样会照样印在表上，公开出去。", "They would be printed and published as they are."),
    ),
    remedy=Message(
        "填上内容；不用的行整行删去；填表要求删去。",
        "Fill them in, or remove the row or the instruction.",
    ),
)
