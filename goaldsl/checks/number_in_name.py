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

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quantities import Quantity, quantities
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.value_in_name import swallowed
from goaldsl.diagnostics import HINT, Edit, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.scoring.points import plain

CODE = documented(
    "GC532", "number-in-name", Message("名称里写了指标值", "a target inside the name"), HINT, __doc__
)

_DIGIT = re.compile(r"\d")
_CIRCUMSTANCE = frozenset({"岁", "周岁"})  # 60岁以上 says whom, not how many
_ENDS_NAME = frozenset({"", " ", "\n", "\r", "　"})


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.indicators:
        if not _DIGIT.search(row.name.value) or swallowed(facts, row) is not None:
            continue
        if (promised := _promised(facts, row)) is not None:
            span = facts.within(row.name, promised.start, promised.end)
            yield span, _said(row, promised), _edit(facts, row, promised, span)


def _promised(facts: Facts, row: Indicator) -> Quantity | None:
    """The quantity with operator words that the name ends with."""
    said = tuple(quantities(row.name.value, facts.catalog.unit))
    if not said or not said[-1].sense or said[-1].rest.strip(" )）"):
        return None
    return None if said[-1].unit.symbol in _CIRCUMSTANCE else said[-1]


def _said(row: Indicator, promised: Quantity) -> Message:
    name, words = quoted(row.name.value), row.name.value[promised.start : promised.end]
    if row.target is None:
        return Message(f"{name}的“{words}”应写作指标值", f"“{words}” in {name} should be the target")
    printed = row.printed.type + row.printed.value + row.printed.unit
    return Message(
        f"{name}的“{words}”写在名称里，指标值另写 {printed}",
        f"{name} says “{words}”, the target {printed}",
    )


def _edit(facts: Facts, row: Indicator, promised: Quantity, span: Span) -> Edit | None:
    """Makes the words a target where there is none yet and the name is not in quotes."""
    ends = facts.declaration.source.text[span.end : span.end + 1] in _ENDS_NAME
    if row.target is not None or promised.rest or not ends:
        return None
    sign = ">=" if promised.sense == "=" else promised.sense
    return Edit(span, f" {sign} {plain(promised.amount)} {promised.unit.symbol}")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标把指标值写在名称里", "{count} names contain a target"),
    remedy=Message("数写到指标值，名称只说量什么。", "Write the number as the target, not in the name."),
    mend=Message("移到指标值", "make it the target"),
    safe=False,
)
