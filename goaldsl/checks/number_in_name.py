"""A target written into the name of an indicator.

## 作用
名称里写了要达到的数：“培训3次以上”“满意度达到95%以上”“合格率≥95%”。

## 为什么
名称说量什么，指标值说做到多少。数写在名称里，程序读不到，指标值一栏是空的；两处都写，改了一处就会矛盾。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度达到95%以上 分值 10
```

## 改法
把数移到指标值：`群众满意度 >= 95 %`；指标值已经写了的，名称里删去。

## 依据
表样说明：三级指标“是对指标含义的简要描述，要求简洁明确”；指标值另有一栏。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quantities import Quantity, quantities
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Edit, Finding, Fix, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.review.places import Place, in_each_place
from goaldsl.scoring.points import plain

CODE = documented(
    "GC532", "number-in-name", Message("名称里写了指标值", "a target inside the name"), HINT, __doc__
)

_DIGIT = re.compile(r"\d")
_CIRCUMSTANCE = frozenset({"岁", "周岁"})  # 60岁以上 says whom, not how many
_ENDS_NAME = frozenset({"", " ", "\n", "\r", "　"})


def check(facts: Facts) -> Iterator[Finding]:
    found = [
        (row, promised)
        for row in facts.indicators
        if _DIGIT.search(row.name.value) and (promised := _promised(facts, row)) is not None
    ]
    yield from in_each_place(
        CODE,
        (_place(facts, row, promised) for row, promised in found),
        lambda count: Message(f"{count} 个指标把指标值写在名称里", f"{count} names contain a target"),
        remedy=Message("数写到指标值，名称只说量什么。", "Write the number as the target, not in the name."),
        fix=_fix(facts, found),
    )


def _promised(facts: Facts, row: Indicator) -> Quantity | None:
    """The quantity with operator words that the name ends with."""
    said = tuple(quantities(row.name.value, facts.catalog.unit))
    if not said or not said[-1].sense or said[-1].rest.strip(" )）"):
        return None
    return None if said[-1].unit.symbol in _CIRCUMSTANCE else said[-1]


def _span(facts: Facts, row: Indicator, promised: Quantity) -> Span:
    return facts.within(row.name, promised.start, promised.end)


def _place(facts: Facts, row: Indicator, promised: Quantity) -> Place:
    name, words = quoted(row.name.value), row.name.value[promised.start : promised.end]
    if row.target is None:
        said = Message(f"{name}的“{words}”应写作指标值", f"“{words}” in {name} should be the target")
    else:
        printed = row.printed.type + row.printed.value + row.printed.unit
        said = Message(
            f"{name}的“{words}”写在名称里，指标值另写 {printed}",
            f"{name} says “{words}”, the target {printed}",
        )
    return _span(facts, row, promised), said


def _fix(facts: Facts, found: list[tuple[Indicator, Quantity]]) -> Fix | None:
    """Makes the words a target where there is none yet and the name is not in quotes."""
    source, edits = facts.declaration.source.text, []
    for row, promised in found:
        span = _span(facts, row, promised)
        if row.target is None and not promised.rest and source[span.end : span.end + 1] in _ENDS_NAME:
            sign = ">=" if promised.sense == "=" else promised.sense
            edits.append(Edit(span, f" {sign} {plain(promised.amount)} {promised.unit.symbol}"))
    return Fix(Message("移到指标值", "make it the target"), tuple(edits), safe=False) if edits else None


CHECK = Check(CODE, check)
