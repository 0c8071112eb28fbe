"""A step of half a thing, where things are counted whole.

## 作用
计量单位是个、次、人一类，只有整数，扣分的步长却不是整数：每少0.5次扣1分。

## 为什么
次数不会少半次，实际上是每少1次扣两步；读的人会算错。

## 示例
```goal
表样 芷江
数量指标 业务培训次数 >= 4 次 分值 10 赋分 每少0.5次扣1分
```

## 改法
步长写整数：`每少1次扣2分`。

## 依据
语言指南，“赋分规则”中的“一步”。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.rule import Award, Deduct, Step
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.points import plain
from goaldsl.scoring.quantity import asked, is_share, length

CODE = documented(
    "GR110",
    "rule-step-not-whole",
    Message("步长不是整数", "a step that is not whole"),
    HINT,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    step = _broken(rule)
    if step is None or rule.question is None or rule.question.unit is None:
        return
    said, unit = f"{plain(step.amount)}{step.unit or rule.question.unit.symbol}", rule.question.unit.symbol
    name = row.name
    yield Message(
        f"{name}按{unit}计，只有整数，步长却是“{said}”",
        f"{name} is counted in whole {unit}, the step is {said}",
    )


@remembered
def _broken(rule: Scored) -> Step | None:
    question, term = rule.question, rule.rule.terms[0]
    if question is None or question.asked is not Asked.AMOUNT or question.grain is None:
        return None
    if not isinstance(term.shape, Deduct | Award):
        return None
    step, quantity = term.shape.step, asked(term.basis, rule.subject)
    if step.of_target or is_share(step.unit, quantity, rule.unit) or quantity.rate:
        return None
    measured = length(step, quantity, rule.unit)
    return step if measured is not None and Fraction(measured / question.grain).denominator > 1 else None


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则的步长不是整数", "{count} rules have a step that is not whole"),
    remedy=Message("步长写整数。", "Write a whole step."),
)
