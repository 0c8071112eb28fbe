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

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.further import annual, called, pairs, shown
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message, Related
from goaldsl.model.target import Operator, QuantityTarget

CODE = documented(
    "GC471",
    "further-direction",
    Message("第二个指标值的符号方向相反", "a second target of the opposite direction"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for row, target, said, further in pairs(facts):
        if {_side(target), _side(further)} == {1, -1}:
            name, which = quoted(row.name.value), called(said)
            yield Finding(
                CODE,
                said.span,
                Message(
                    f"{name}本年度是 {annual(row)}，{which}却是 {shown(said)}，方向相反",
                    f"{name} is {annual(row)} for the year, but {shown(said)} for {which}",
                ),
                remedy=Message("改正其中一个符号。", "Correct one of the signs."),
                related=(Related(target.span, Message("本年度的", "that of the year")),),
            )


def _side(target: QuantityTarget) -> int:
    if target.sense in (Operator.AT_LEAST, Operator.MORE):
        return 1
    return -1 if target.sense in (Operator.AT_MOST, Operator.LESS) else 0


CHECK = Check(CODE, check)
