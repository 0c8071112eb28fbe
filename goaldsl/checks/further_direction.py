"""A second target whose sign points the other way.

## 作用
本年度写“不低于”，中期、半年、上年或某个地区写“不超过”，或者反过来。

## 为什么
一个指标越多越好还是越少越好，换个时段不会变；多半是符号打错了。

## 示例
```goal
表样 项目2015
年度 2026
质量指标 苗木成活率 >= 85%
  中期 <= 90%
```

## 改法
改正其中一个符号。

## 依据
财预〔2015〕88号附表：中期指标值与年度指标值同属一个三级指标。
"""

from __future__ import annotations

from goaldsl.checks.check import documented
from goaldsl.checks.further import annual, called, pair_check, shown
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import FurtherTarget, Indicator
from goaldsl.model.target import Operator, QuantityTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC471",
    "further-direction",
    Message("第二个指标值的符号方向相反", "a second target of the opposite direction"),
    WARNING,
    __doc__,
)


def _told(
    row: Indicator, target: QuantityTarget, said: FurtherTarget, further: QuantityTarget
) -> Place | None:
    if {_side(target), _side(further)} != {1, -1}:
        return None
    name, which = quoted(row.name.value), called(said)
    return said.span, Message(
        f"{name}本年度是 {annual(row)}，{which}却是 {shown(said)}，方向相反",
        f"{name} is {annual(row)} for the year, but {shown(said)} for {which}",
    )


def _side(target: QuantityTarget) -> int:
    if target.sense in (Operator.AT_LEAST, Operator.MORE):
        return 1
    return -1 if target.sense in (Operator.AT_MOST, Operator.LESS) else 0


CHECK = pair_check(CODE, _told, remedy=Message("改正其中一个符号。", "Correct one of the signs."))
