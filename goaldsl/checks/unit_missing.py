"""A number without a unit.

## 作用
指标值是数，没有写计量单位，名称里也没有带。

## 为什么
“≥ 5”是 5 人、5 万人还是 5%，各人读法不同。

## 示例
```goal
数量指标 培训班次 >= 4
```

## 改法
在数字后面写单位，如 `>= 4 期`。确实没有单位的（指数、比值），写一条说明。

## 依据
表样说明“计量单位：为数字后字符串，如个、所、只、%等”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.leanings import is_unitless
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import UNFINISHED_WARNING, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC109",
    "unit-missing",
    Message("没有写计量单位", "a number without a unit"),
    UNFINISHED_WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    shares = {id(indicator) for indicator, _ in facts.shares}  # told by the check of share words
    costs = {id(indicator) for indicator in facts.economic_costs}  # and by the one of costs
    for indicator, target in facts.quantities:
        if (
            target.unit is None
            and target.amount != 0
            and id(indicator) not in shares
            and id(indicator) not in costs
            and not _needs_none(indicator.name.value)
        ):
            message = Message(
                f"{quoted(indicator.name.value)}的指标值 {target.amount_text} 没有单位",
                f"{quoted(indicator.name.value)}: {target.amount_text} of what?",
            )
            yield target.amount_span, message


def _needs_none(name: str) -> bool:
    """The name ends with a bracket that may hold the unit, or with a word for a bare number."""
    return name.rstrip().endswith(("）", ")")) or is_unitless(name)


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个指标值没有写单位", "{count} targets have no unit"),
    remedy=Message("在数字后面写单位，如 >= 4 期。", "Write the unit behind the number: >= 4 期."),
)
