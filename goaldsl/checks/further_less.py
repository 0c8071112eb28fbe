"""More time that promises less of what adds up.

## 作用
会累计的量（人次、期、亩、万元……），中期（整个实施期）的比本年度一年的还少，或者半年的比全年的还多。百分率、平均数、单位成本、
某一天的数不累计，不比。

## 为什么
几年里包含今年，全年里包含半年：这样写不可能同时做到，多半是两栏填反了，或者中期填的是每年的数。

## 示例
```goal
表样 项目2015
年度 2026
数量指标 培训人次 >= 300 人次
  中期 >= 200 人次
```

## 改法
核对是不是填反了；中期写几年合计的数。数字不会自动改动。

## 依据
财预〔2015〕88号附表：中期指标值与年度指标值。
"""

from __future__ import annotations

from goaldsl.catalog.accumulation import accumulates
from goaldsl.checks.check import documented
from goaldsl.checks.further import annual, called, pair_check, shown, size
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import FurtherTarget, Indicator, Scope
from goaldsl.model.target import Direction, Operator, QuantityTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC472",
    "further-less",
    Message("长的时段反而比短的少", "a longer time that promises less"),
    WARNING,
    __doc__,
)


def _told(
    row: Indicator, target: QuantityTarget, said: FurtherTarget, further: QuantityTarget
) -> Place | None:
    if said.scope not in (Scope.MIDTERM, Scope.HALF_YEAR) or not _adds_up(row, target, further):
        return None
    year, other = size(target, target), size(further, target)
    if year is None or other is None:
        return None
    midterm = said.scope is Scope.MIDTERM
    if other >= year if midterm else other <= year:
        return None
    name, which = quoted(row.name.value), called(said)
    return said.span, Message(
        f"{name}{which} {shown(said)}，比本年度的 {annual(row)} 还{'少' if midterm else '多'}",
        f"{name}: {which} {shown(said)}, but {annual(row)} for the year",
    )


def _adds_up(row: Indicator, target: QuantityTarget, further: QuantityTarget) -> bool:
    ceilings = (Operator.AT_MOST, Operator.LESS, Operator.EXACTLY)
    if row.direction is not Direction.ASCENDING or {target.sense, further.sense}.intersection(ceilings):
        return False
    return accumulates(row.name.value, target.unit, ascending=True)


CHECK = pair_check(
    CODE,
    _told,
    remedy=Message(
        "核对是不是填反了；中期写几年合计的数。",
        "Perhaps they changed places; midterm is the sum of the years.",
    ),
)
