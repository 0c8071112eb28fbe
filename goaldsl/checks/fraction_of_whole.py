"""Two and a half persons.

## 作用
人、次、辆、份这类只有整数的东西，指标值带了小数。`2.5 万件`是 25000 件，不报；平均数、人均数不报。

## 为什么
2.5 人不存在；`>= 2.5 人` 实际上就是 `>= 3 人`，评分时会有争议。

## 示例
```goal
数量指标 新增专职人数 >= 2.5 人
```

## 改法
改成整数，或者换一个单位。

## 依据
表样说明“指标值：指标类型为定量时，只能填写数字”，数字应与计量单位相称。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC304",
    "fraction-of-whole",
    Message("只有整数的东西带了小数", "a fraction of a whole thing"),
    WARNING,
    __doc__,
)

_AVERAGES = ("均", "每")


def _places(facts: Facts) -> Iterator[Place]:
    for indicator, target in facts.quantities:
        if (
            "." in target.amount_text
            and target.unit is not None
            and target.unit.whole
            and (Fraction(target.amount) * target.unit.scale).denominator != 1
            and not any(word in indicator.name.value for word in _AVERAGES)
        ):
            message = Message(
                f"{quoted(indicator.name.value)}的指标值 {target.amount_text}{target.unit_text} 不是整数",
                f"{quoted(indicator.name.value)}: {target.amount_text}{target.unit_text} is not whole",
            )
            yield target.amount_span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个指标值应为整数", "{count} targets should be whole numbers"),
    notes=(Message("这种单位只有整数。", "Such things come whole."),),
    remedy=Message("改成整数，或者换一个单位。", "Write a whole number, or another unit."),
)
