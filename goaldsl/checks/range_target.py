"""A range on a form that knows only five symbols and 定性.

## 作用
指标值是区间或起止时间，而表样的“指标值类型”只有 ≥、>、=、≤、< 和定性。

## 为什么
区间印不进定量的格子，只能印作定性，系统里就不能按数比较。

## 示例
```goal
表样 芷江
数量指标 年末在岗人数 90..110 人
```

## 改法
只管一头的，写 `>= 90 人` 或 `<= 110 人`；两头都要管的，拆成两个指标，或者照样印作定性。

## 依据
表样说明“指标值类型：指标类型为定量（≥、>、=、≤、< 五个符号之一）或定性”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Finding, Message
from goaldsl.model.target import PeriodTarget, RangeTarget
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC509",
    "range-target",
    Message("表样没有区间这种类型", "a range the form has no type for"),
    HINT,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if "type" not in facts.columns:
        return
    quality = facts.declaration.form.quality
    places = (
        (
            indicator.target.span,
            Message(
                f"{quoted(indicator.name.value)}的指标值“{indicator.printed.value}”是区间，将印作“{quality}”",
                f"{quoted(indicator.name.value)}: {indicator.printed.value} is a range and prints as {quality}",
            ),
        )
        for indicator in facts.indicators
        if isinstance(indicator.target, RangeTarget | PeriodTarget)
    )
    yield from in_each_place(
        CODE,
        places,
        lambda count: Message(
            f"{count} 个指标值是区间，将印作“{quality}”", f"{count} ranges print as {quality}"
        ),
        notes=(
            Message("表样的指标值类型只有 ≥、>、=、≤、< 和定性。", "The form knows ≥, >, =, ≤, < and 定性."),
        ),
        remedy=Message(
            "只管一头的写 >= 或 <=；否则照样印作定性。",
            "Write >= or <= where one end matters; else leave it.",
        ),
    )


CHECK = Check(CODE, check)
