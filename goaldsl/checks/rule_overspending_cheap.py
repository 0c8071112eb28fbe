"""A cost rule that takes hardly anything for overspending.

## 作用
成本指标超支一成只扣不到一成的分，超支一倍（或更多）才扣完。

## 为什么
“每超出10%扣2分”看上去在扣分，20 分要超支 100% 才扣完；预算执行中不会出现这样的超支，指标等于送分。

## 示例
```goal
表样 芷江
经济成本指标 部门预算支出金额 <= 814.87 万元 分值 20 赋分 每超10%扣2分
```

## 改法
步长改小（`每超1%扣2分`），或写 `直接赋分`：超支不得分。

## 依据
《预算法》第十三条：各级政府、各部门、各单位的支出必须以经批准的预算为依据，未列入预算的不得支出。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from goaldsl.checks import rule_never_differs
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.target import Direction
from goaldsl.scoring.function.analysis import zero_from
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.words import actual, number

CODE = documented(
    "GR106",
    "rule-overspending-cheap",
    Message("超支几乎不扣分", "overspending costs hardly anything"),
    HINT,
    __doc__,
)
_TENTH = Fraction(11, 10)


class Cheap(NamedTuple):
    """What a tenth more costs, and the first actual value without points (None: there are always some)."""

    lost: Fraction
    zero: Fraction | None


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    found, question = cheap(rule), rule.question
    if found is None or question is None or question.target is None:
        return
    name, lost = row.name, number(found.lost)
    begin_zh = f"{name}超支 10% 只扣 {lost} 分，" if found.lost else f"{name}超支 10% 一分不扣，"
    begin_en = f"{name}: 10 % over costs {lost} of {number(rule.full)} points"
    if found.zero is None:
        yield Message(f"{begin_zh}超多少都扣不完", f"{begin_en}; no overspending costs them all")
        return
    where, over = actual(question, found.zero), number((found.zero / question.target - 1) * 100)
    yield Message(
        f"{begin_zh}超支到 {over}%（{where.zh}）才扣完 {number(rule.full)} 分",
        f"{begin_en}; only {over} % over ({where.en}) costs them all",
    )


@remembered
def cheap(rule: Scored) -> Cheap | None:
    """How little overspending costs, where it costs too little."""
    question, modifiers = rule.question, rule.rule.modifiers
    if rule.curve is None or question is None or question.asked is not Asked.AMOUNT or question.unit is None:
        return None
    if question.unit.dimension != "money" or question.direction is not Direction.DESCENDING:
        return None
    if modifiers.cap is not None or modifiers.otherwise is not None or rule_never_differs.constant(rule):
        return None
    if not question.target or question.target < 0:
        return None
    zero = next(zero_from(rule.curve, question), None)
    lost = rule.full - rule.curve.at(question.target * _TENTH)
    slow = zero is None or zero >= 2 * question.target
    return Cheap(lost, zero) if slow and lost <= rule.full / 10 else None


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则超支几乎不扣分", "{count} rules hardly punish overspending"),
    remedy=Message(
        "步长改小，或写 直接赋分：超支不得分。",
        "Take smaller steps, or write pass: nothing when overspent.",
    ),
)
