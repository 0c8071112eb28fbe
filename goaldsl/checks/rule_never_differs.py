"""A rule that gives the same points for everything that can reasonably happen.

## 作用
在通常会出现的范围里（完成一半到全部、超支一半以内、差错投诉多到三倍、晚三个月以内），规则给的分都一样。

## 为什么
步长比指标值还大，一步也扣不着：3 次的指标，每少 5 次扣 1 分，一次没开展也得满分。这样的指标分不出干得好坏。

## 示例
```goal
表样 芷江
数量指标 业务培训次数 >= 3 次 分值 10 赋分 每少5次扣1分
```

## 改法
步长改到指标值以内，如 `每少1次扣3分`，或改用 `按比例`。

## 依据
财预〔2021〕101号：绩效指标应当能够区分完成程度。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks import rule_not_monotone
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.target import Direction
from goaldsl.scoring.function.analysis import Witness, differs, witness
from goaldsl.scoring.function.interval import Interval, closed
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.words import number, when

CODE = documented(
    "GR114",
    "rule-never-differs",
    Message("好坏都得一样的分", "the same points whatever happens"),
    WARNING,
    __doc__,
)
_DAYS, _MONTHS, _TIMES = Fraction(90), Fraction(3), Fraction(5)
_HALF, _OVERSPENT, _WORSE = Fraction(1, 2), Fraction(3, 2), Fraction(3)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    found = constant(rule)
    if found is None or rule.question is None or rule_not_monotone.fall(rule):
        return
    name, where = row.name, when(rule.question, found.x)
    left, full = number(found.points), number(rule.full)
    yield Message(
        f"{name}{where.zh}也得 {left} 分（分值 {full} 分），与达到指标值一样",
        f"{name}: {where.en} gives {left} of {full} points, the same as meeting the target",
    )


@remembered
def constant(rule: Scored) -> Witness | None:
    """The worst of the plausible actual values, where it gets the same points as the target."""
    if rule.curve is None or rule.question is None:
        return None
    where = _plausible(rule.question)
    if where is None or differs(rule.curve, where):
        return None
    worst = where.low if rule.question.direction is Direction.ASCENDING else where.high
    return None if worst is None else witness(rule.curve, worst)


def _plausible(question: Question) -> Interval | None:
    """From the target to what may well happen instead."""
    target, down = question.target, question.direction is Direction.DESCENDING
    if question.asked in (Asked.DATE, Asked.LATENESS):
        months = question.unit is not None and question.unit.dimension == "months"
        return closed(Fraction(0), _MONTHS if months else _DAYS)
    if question.asked is Asked.COUNT:
        return closed(Fraction(0), _TIMES)
    if question.asked is not Asked.AMOUNT or question.direction is Direction.BOTH or target is None:
        return None
    if target <= 0:
        return closed(target, target + _TIMES) if down and target == 0 else None
    money = question.unit is not None and question.unit.dimension == "money"
    low, high = (target, target * (_OVERSPENT if money else _WORSE)) if down else (target * _HALF, target)
    if question.grain is not None:  # 1 次: the plausible other value is none at all
        low = (low / question.grain).__floor__() * question.grain
        high = (high / question.grain).__ceil__() * question.grain
    return closed(low, high) & question.domain


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则好坏都得一样的分", "{count} rules give the same points whatever happens"),
    remedy=Message(
        "步长改到指标值以内，或改用 按比例。", "Take steps smaller than the target, or use ratio."
    ),
)
