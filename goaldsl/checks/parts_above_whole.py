"""Rows 其中 that together exceed the row they are parts of.

## 作用
“其中：……”各行写在总数那一行下面，同一分类、同一单位，加起来比总数还多。

## 为什么
其中几项之和不会超过总数，多半是抄错了一个数。

## 示例
```goal
数量指标 营造林总面积 >= 8000 亩 分值 10
数量指标 其中：新造林面积 >= 5000 亩
数量指标 其中：退化林改造面积 >= 5000 亩
```

## 改法
核对总数和各分项。

## 依据
财预〔2015〕88号：绩效目标要细化、量化，相互匹配。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message, Related
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QuantityTarget
from goaldsl.scoring.points import plain

CODE = documented(
    "GC535",
    "parts-above-whole",
    Message("其中各项多于总数", "parts that exceed the whole"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    whole: Indicator | None = None
    parts: list[Indicator] = []
    for row in (*facts.indicators, None):
        if row is not None and row.is_part:
            parts.append(row)
            continue
        if whole is not None and parts:
            yield from _compared(whole, parts)
        whole, parts = row, []


def _compared(whole: Indicator, parts: list[Indicator]) -> Iterator[Finding]:
    limit = _size(whole, whole)
    sizes = [_size(part, whole) for part in parts]
    known = [size for size in sizes if size is not None]
    if limit is None or len(known) < len(sizes) or sum(known, Fraction(0)) <= limit:
        return
    assert isinstance(whole.target, QuantityTarget)
    unit = whole.target.unit
    exact = sum(known, Fraction(0)) / (unit.scale if unit else 1)
    total = plain(Decimal(exact.numerator) / Decimal(exact.denominator))
    yield Finding(
        CODE,
        parts[0].span,
        Message(
            f"其中各项合计 {total}，多于{quoted(whole.name.value)}的 {whole.target.amount_text}",
            f"the parts come to {total}, more than {whole.target.amount_text} of {whole.name.value}",
        ),
        remedy=Message("核对总数和各分项。", "Check the whole and its parts."),
        related=(Related(whole.span, Message("总数", "the whole")),),
    )


def _size(row: Indicator, whole: Indicator) -> Fraction | None:
    """The number of a row in base units; None where it is none of the whole's kind, or a rate."""
    target, other = row.target, whole.target
    if not isinstance(target, QuantityTarget) or not isinstance(other, QuantityTarget):
        return None
    own, common = target.unit, other.unit
    if common is not None and common.dimension == "rate":
        return None
    if own is None or common is None:
        return Fraction(target.amount) if own is common else None
    same = own.dimension == common.dimension and own.counted == common.counted
    return Fraction(target.amount) * own.scale if same else None


CHECK = Check(CODE, check)
