"""Areas that do not add up to the whole.

## 作用
会累计的量，各地区的指标值加起来不等于名称后面的合计。有一个地区没有写、读不出数或单位不同，不求和；百分率、平均数不求和。

## 为什么
合计与分地区的对不上，下达时不知道按哪个数。

## 示例
```goal
表样 区域绩效目标
年度 2026
数量指标 改造户厕 >= 3000 户
  地区 甲县 >= 1200 户
  地区 乙县 >= 800 户
```

## 改法
核对后改正其中一个数；还有别的地区的，补上。

## 依据
区域绩效目标表：合计与各地区的指标值相互匹配。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.catalog.accumulation import accumulates
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.further import annual, called, size
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message, Related
from goaldsl.model.declaration import FurtherTarget, Indicator
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.scoring.points import plain

CODE = documented(
    "GC473",
    "areas-and-whole",
    Message("各地区加起来与合计不符", "the areas do not make the whole"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    areas = {each.area.value for row in facts.indicators for each in row.further if each.area is not None}
    for row in facts.indicators:
        own = [each for each in row.further if each.area is not None]
        target = row.target
        if len(own) < 2 or len(own) < len(areas) or not isinstance(target, QuantityTarget):
            continue
        sizes = [
            size(each.target, target) if isinstance(each.target, QuantityTarget) else None for each in own
        ]
        known = [each for each in sizes if each is not None]
        whole, total = size(target, target), sum(known, Fraction(0))
        ascending = row.direction is Direction.ASCENDING
        if len(known) < len(sizes) or whole is None or whole == total:
            continue
        if accumulates(row.name.value, target.unit, ascending=ascending):
            yield _told(row, own, target, total)


def _told(row: Indicator, own: list[FurtherTarget], target: QuantityTarget, total: Fraction) -> Finding:
    exact = total / (target.unit.scale if target.unit else 1)
    sum_shown = plain(Decimal(exact.numerator) / Decimal(exact.denominator)) + target.unit_text
    name = quoted(row.name.value)
    return Finding(
        CODE,
        target.span,
        Message(
            f"{name}合计 {annual(row)}，{len(own)} 个地区加起来是 {sum_shown}",
            f"{name} is {annual(row)}, but its {len(own)} areas make {sum_shown}",
        ),
        remedy=Message("核对后改正其中一个数。", "Correct one of the numbers."),
        related=tuple(Related(each.span, Message(f"{called(each)}", f"{called(each)}")) for each in own),
    )


CHECK = Check(CODE, check)
