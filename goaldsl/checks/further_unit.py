"""A second target that measures something else.

## 作用
中期、半年、上年或某个地区的指标值，单位量的和本年度的不是一样东西：一个是人次，一个是期；一个是百分率，一个是户数。

## 为什么
同一个指标，换了时段或地区，量的还是同一样；单位不同，多半是写错了行。

## 示例
```goal
表样 项目2015
年度 2026
数量指标 培训人次 >= 300 人次
  中期 >= 9 期
```

## 改法
改成同一种单位；确实是两件事，写成两个指标。

## 依据
财预〔2015〕88号附表：中期指标值与年度指标值同属一个三级指标。
"""

from __future__ import annotations

from goaldsl.checks.check import documented
from goaldsl.checks.further import called, pair_check
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import FurtherTarget, Indicator
from goaldsl.model.target import QuantityTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC470",
    "further-unit",
    Message("第二个指标值量的是另一样东西", "a second target in another unit"),
    WARNING,
    __doc__,
)


def _told(
    row: Indicator, target: QuantityTarget, said: FurtherTarget, further: QuantityTarget
) -> Place | None:
    one, other = target.unit, further.unit
    if one is None or other is None or not (one.known and other.known):
        return None
    counted_alike = one.counted == other.counted or None in (one.counted, other.counted)
    if one.dimension == other.dimension and counted_alike or {one.dimension, other.dimension} <= _TIMES:
        return None
    name, which = quoted(row.name.value), called(said)
    return further.unit_span if further.unit_text else said.span, Message(
        f"{name}{which}的单位是{other.symbol}，本年度的是{one.symbol}",
        f"{name}: {which} is in {other.symbol}, the year in {one.symbol}",
    )


_TIMES = frozenset(("months", "hours", "workdays"))


CHECK = pair_check(
    CODE,
    _told,
    remedy=Message("改成同一种单位；是两件事的，写成两个指标。", "Use one unit, or write two indicators."),
)
