"""Points that the printed form does not show, or shows otherwise.

## 作用
表样没有分值一栏，分值要从评分标准（如“得10分”“满分2分”）或备注（如“2.5分”）里看出来；这里看不出来，或者与 `分值` 不同。

## 为什么
表上看不到分值，审核人没法核对合计；写了两个不同的数，不知道以哪个为准。

## 示例
```goal
表样 芷江
时效指标 工作完成时间 截止 2026-12-31 分值 10
  赋分 2026年12月31日前完成得8分，每推迟10天扣1分，扣完为止。
```

## 改法
在句子里写明满分，如“得10分”；写规则（`赋分 每推迟10天扣1分`）的，句子由程序生成，不会写错。

## 依据
表样的栏目：分值随评（扣）分标准或备注印出。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.form import PointsPlace
from goaldsl.model.scoring import refused
from goaldsl.review.places import Place, in_each_place
from goaldsl.width import half_width

CODE = documented(
    "GC510",
    "points-hidden",
    Message("表上看不出分值", "points the form does not show"),
    WARNING,
    __doc__,
)

_POINTS = re.compile(r"(?<![\d./扣减])(\d+(?:\.\d+)?)\s*分(?![钟类析别布之年])")  # 扣1分 is no full score
_GAINED = re.compile(r"每[^，,；;。扣减]*\d\s*分")  # 每篇得1分: points of one, not of the row
_FULL = ("满分", "分值", "全分")  # says full points in words


def check(facts: Facts) -> Iterator[Finding]:
    place = facts.declaration.form.points
    if place is PointsPlace.SENTENCE:
        where, places = "评分标准", _in_sentences(facts)
    elif place is PointsPlace.REMARK:
        where, places = "备注", _in_remarks(facts)
    else:
        return
    yield from in_each_place(
        CODE,
        places,
        lambda count: Message(
            f"{count} 个指标的{where}里看不出分值", f"{count} rows do not show their points"
        ),
        notes=(
            Message(
                f"这种表样没有分值一栏，分值要从{where}里看出来。",
                "This form has no column for points; they are read there.",
            ),
        ),
        remedy=Message(f"在{where}里写明，如“得10分”。", "Say the points there, such as 得10分."),
    )


def _in_sentences(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        sentence = row.printed.criterion
        if row.score is None or not sentence or "criterion" in row.generated or refused(row.scoring):
            continue
        if any(word in sentence for word in _FULL):
            continue
        gained, named = _GAINED.search(sentence), _named(sentence)
        stepwise = "每" in sentence and sum(named) < row.score.value
        if not named or stepwise:  # any other contradiction is told by the check of full points
            span = row.criterion.span if row.criterion else row.score.span
            yield span, _said(row, "评分标准", [] if gained else named)


def _in_remarks(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        if row.score is None or row.remark is None:
            continue
        named = _named(row.remark.value)
        if row.score.value not in named:
            yield row.remark.span, _said(row, "备注", named)


def _named(text: str) -> list[Decimal]:
    return [Decimal(found) for found in _POINTS.findall(half_width(text))]


def _said(row: Indicator, where: str, named: list[Decimal]) -> Message:
    name, points = quoted(row.name.value), row.printed.score
    if not named:
        return Message(f"{name}分值 {points}，{where}里没有写", f"{name}: {points} points are not shown")
    shown = "、".join(f"{amount:f} 分" for amount in dict.fromkeys(named))
    return Message(
        f"{name}分值 {points}，{where}里写的却是 {shown}",
        f"{name}: {points} points, but the text says {shown}",
    )


CHECK = Check(CODE, check, of_form=True)
