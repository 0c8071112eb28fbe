"""A wide stretch below the target that costs nothing.

## 作用
步长太大，差了指标值的一成（期限晚了近一个月）还是一分不扣。

## 为什么
不满一步不扣分。“每低10%扣2分”实际上是差 9.9% 也得满分，指标值打了九折。

## 示例
```goal
表样 芷江
质量指标 培训合格率 >= 95 % 分值 10 赋分 每低10%扣2分
```

## 改法
步长改小（`每低1%扣0.2分`），或写 `不足按一步`、`不足按比例`。

## 依据
语言指南，“赋分规则”中的“一步”：满一步才算。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks import rule_lateness_cheap, rule_never_differs, rule_overspending_cheap
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import HINT, Message
from goaldsl.scoring.function.analysis import full_stretch, near
from goaldsl.scoring.function.interval import Interval
from goaldsl.scoring.function.pieces import Staircase
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.words import actual, number

CODE = documented(
    "GR111",
    "rule-free-miss",
    Message("差一大截也不扣分", "a wide miss costs nothing"),
    HINT,
    __doc__,
)
_SHARE = Fraction(1, 10)
_POINTS = Fraction(5, 100)
_DAYS = 28


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    x = _free(rule)
    if x is None or rule.question is None:
        return
    name, where = row.name, actual(rule.question, x)
    full = number(rule.full)
    yield Message(
        f"{name}{where.zh}，没有达到指标值，仍得满分 {full} 分：不满一步不扣",
        f"{name}: {where.en} misses the target and still gets all {full} points: no full step",
    )


@remembered
def _free(rule: Scored) -> Fraction | None:
    """The worst actual value before the first step, where that is far away."""
    question = rule.question
    if rule.curve is None or question is None or rule.rule.modifiers.tolerance is not None:
        return None
    if rule_overspending_cheap.cheap(rule) or rule_lateness_cheap.late(rule):
        return None
    if rule_never_differs.constant(rule):
        return None
    for stretch, end in full_stretch(rule.curve, question, rule.full):
        piece = rule.curve.within(stretch).segments[0].piece
        if isinstance(piece, Staircase) and _wide(stretch, question):
            return near(stretch, -end, question.grain)
    return None


def _wide(stretch: Interval, question: Question) -> bool:
    """A tenth of the target, and of a rate at least five percentage points; almost a month."""
    if stretch.low is None or stretch.high is None:
        return False
    width, unit = stretch.high - stretch.low, question.unit
    if question.asked is Asked.DATE:
        return width >= _DAYS
    if question.asked is not Asked.AMOUNT or question.target is None or question.target == 0:
        return False
    if unit is not None and unit.dimension == "rate" and width * unit.scale < _POINTS:
        return False
    return width >= abs(question.target) * _SHARE


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则差一大截也不扣分", "{count} rules let a wide miss go free"),
    remedy=Message(
        "步长改小，或写 不足按一步、不足按比例。", "Take smaller steps, or write started or pro rata."
    ),
)
