"""More than 100 % of a whole.

## 作用
合格率、覆盖率、满意度一类部分占全体的率，指标值超过了 100%。

## 为什么
部分不会多于全体，这样的数一定写错了。

## 示例
```goal
质量指标 培训合格率 >= 950%
```

## 改法
核对数值和单位。增长率、完成率、执行率等可能超过 100% 的，不报。

## 依据
财预〔2015〕88号：绩效目标要合理可行。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import ERROR, Message
from goaldsl.model.target import QuantityTarget, RangeTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC303",
    "share-above-all",
    Message("百分率超过 100%", "a share above 100 %"),
    ERROR,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for indicator, target in facts.shares:
        if _above_all(target):
            message = Message(
                f"{quoted(indicator.name.value)}不会超过 100%，指标值却是 {indicator.printed.value}{target.unit_text}",
                f"{quoted(indicator.name.value)} cannot exceed 100 %, but is {indicator.printed.value}",
            )
            yield target.span, message


def _above_all(target: QuantityTarget | RangeTarget) -> bool:
    if target.unit is None or target.unit.dimension != "rate":
        return False
    highest = target.amount if isinstance(target, QuantityTarget) else target.high
    return Fraction(highest) * target.unit.scale > 1


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个率的指标值超过 100%", "{count} shares are above 100 %"),
    notes=(Message("这类名称是部分占全体，最高 100%。", "Such a name is a part of a whole."),),
    remedy=Message("核对数值和单位。", "Check the number and the unit."),
)
