"""A unit in the name and in the column.

## 作用
名称末尾的括号里写了单位，计量单位又写了一遍，或者两处写得不一样。

## 为什么
表上同一个单位印两遍；改了一处忘了另一处，就自相矛盾。

## 示例
```goal
社会效益指标 受益人数(人) >= 132 人
```

## 改法
名称只写指标，单位写在计量单位里。括号可以自动去掉，去掉前看一眼。

## 依据
表样说明“三级指标是对指标含义的简要描述，要求简洁明确”，“计量单位：为数字后字符串”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.target import QuantityTarget

CODE = documented(
    "GC506",
    "unit-twice",
    Message("单位写了两遍", "a unit given twice"),
    WARNING,
    __doc__,
)

_BRACKET = re.compile(r"\s*[（(](?:单位[:：])?\s*([^()（）]{1,8}?)\s*[)）]\s*$")


def _places(facts: Facts) -> Iterator[Mended]:
    for row, target in facts.quantities:
        if (
            target.unit is not None
            and target.unit_text
            and row.name.value.endswith((")", "）", ") ", "） "))
            and (bracket := _BRACKET.search(row.name.value)) is not None
            and _same_kind(target, bracket[1], facts)
        ):
            span = _bracket_span(row, bracket)
            there = facts.declaration.source.slice(span) == bracket[0]
            yield target.unit_span, _said(row, target, bracket[1]), Edit(span, "") if there else None


def _same_kind(target: QuantityTarget, word: str, facts: Facts) -> bool:
    """The bracket holds a unit of the same quantity; （户） behind an amount of money means something else."""
    unit = facts.catalog.unit(word)
    assert target.unit is not None
    return unit.known and unit.dimension == target.unit.dimension and unit.counted == target.unit.counted


def _said(indicator: Indicator, target: QuantityTarget, word: str) -> Message:
    name = quoted(indicator.name.value)
    if word == target.unit_text:
        zh = f"{name}的单位“{word}”在名称和计量单位里各写了一遍"
        return Message(zh, f"{name} gives the unit {word} twice")
    zh = f"{name}的名称里单位是“{word}”，计量单位却写“{target.unit_text}”"
    return Message(zh, f"{name} says {word}, the unit is {target.unit_text}")


def _bracket_span(indicator: Indicator, bracket: re.Match[str]) -> Span:
    start = indicator.name.span.start
    if indicator.name.span.end - start != len(indicator.name.value):
        start += 1  # a quoted name
    return Span(start + bracket.start(), start + bracket.end())


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标的单位写了两遍", "{count} units are given twice"),
    remedy=Message("名称里的括号去掉，单位只写在数字后面。", "Leave the unit out of the name."),
    mend=Message("去掉名称里的单位", "remove the unit from the name"),
    safe=False,
)
