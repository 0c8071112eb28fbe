"""A target that every result meets, or none.

## 作用
指标值在可能的范围内不起作用：`满意度 <= 100%`、`培训人次 >= 0` 怎么做都完成，`合格率 > 100%` 怎么做都完不成。

## 为什么
怎么都能完成的指标，分值等于白给；怎么都完不成的，等于白扣。多半是符号写反了。

## 示例
```goal
质量指标 培训合格率 <= 100%
```

## 改法
核对符号和数值。只查范围确定的：部分占全体的率（0—100%）和个数（不会是负数）。

## 依据
财预〔2015〕88号：绩效目标要合理可行，指标要能够考核。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.target import Operator, QuantityTarget, RangeTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC301",
    "vacuous-target",
    Message("指标值不起作用", "a target that everything or nothing meets"),
    WARNING,
    __doc__,
)

_EVERYTHING = Message("怎么做都算完成", "every result meets it")
_NOTHING = Message("怎么做都完不成", "no result can meet it")
_NET = ("净", "增", "减", "差")  # a count of changes can be negative


def _places(facts: Facts) -> Iterator[Place]:
    said = [
        (target.span, quoted(indicator.name.value), target, effect)
        for indicator, target in facts.shares
        if (effect := _of_share(target)) is not None
    ]
    said += [
        (target.span, quoted(indicator.name.value), target, effect)
        for indicator, target in facts.quantities
        if target.amount <= 0
        and (effect := _of_count(target)) is not None
        and not any(word in indicator.name.value for word in _NET)
    ]
    for span, name, _, effect in said:
        message = Message(
            f"{name}的指标值“{facts.declaration.source.slice(span)}”{effect.zh}",
            f"{name}: {facts.declaration.source.slice(span)}, {effect.en}",
        )
        yield span, message


def _of_share(target: QuantityTarget | RangeTarget) -> Message | None:
    if target.unit is None or target.unit.dimension != "rate":
        return None
    scale = target.unit.scale
    if isinstance(target, RangeTarget):
        whole = Fraction(target.low) <= 0 and Fraction(target.high) * scale == 1
        return _EVERYTHING if whole else None
    share = Fraction(target.amount) * scale
    match target.sense:
        case Operator.AT_LEAST if share <= 0:
            return _EVERYTHING
        case Operator.AT_MOST if share == 1:
            return _EVERYTHING
        case Operator.MORE if share == 1:
            return _NOTHING
        case Operator.LESS | Operator.AT_MOST:
            return _nothing_below(target)
    return None


def _of_count(target: QuantityTarget) -> Message | None:
    """Of an amount that is not above nought."""
    if target.unit is None or target.unit.dimension != "count" or not target.unit.whole:
        return None
    match target.sense:
        case Operator.AT_LEAST:
            return _EVERYTHING
        case Operator.MORE if target.amount < 0:
            return _EVERYTHING
        case Operator.LESS | Operator.AT_MOST:
            return _nothing_below(target)
        case Operator.EQUAL | Operator.EXACTLY if target.amount < 0:
            return _NOTHING
    return None


def _nothing_below(target: QuantityTarget) -> Message | None:
    too_low = target.amount < 0 or (target.amount == 0 and target.sense is Operator.LESS)
    return _NOTHING if too_low else None


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个指标值怎么做都一样", "{count} targets that everything or nothing meets"),
    notes=(
        Message(
            "部分占全体的率在 0 到 100% 之间，个数不会是负数。",
            "A share lies between 0 and 100 %, a count is never negative.",
        ),
    ),
    remedy=Message("核对符号和数值。", "Check the operator and the number."),
)
