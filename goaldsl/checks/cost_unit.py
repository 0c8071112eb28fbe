"""A cost that is neither money nor a rate.

## 作用
经济成本指标（2015 年体系的成本指标）的指标值不是金额，也不是比率。

## 为什么
成本指标管花多少钱。没有金额，就没有封顶的数，超没超支说不清。

## 示例
```goal
经济成本指标 培训成本控制 定性 合理
```

## 改法
写封顶的金额，如 `<= 20 万元`、`<= 550 元/人天`，或者节约率、控制率一类的百分率。

## 依据
财预〔2021〕101号：成本指标要反映直接花费的经济成本，可用单位成本、分项成本控制数。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.target import QualityTarget, QuantityTarget, RangeTarget
from goaldsl.model.unit import Unit
from goaldsl.review.places import Place

CODE = documented(
    "GC201",
    "cost-unit",
    Message("成本指标没有金额", "a cost that is no money"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for indicator in facts.economic_costs:
        name, target = quoted(indicator.name.value), indicator.target
        if isinstance(target, QualityTarget) and target.word:
            message = Message(
                f"{name}是成本指标，指标值却是{quoted(target.word)}", f"{name}: a cost without amount"
            )
            yield target.word_span, message
        elif isinstance(target, QuantityTarget | RangeTarget):
            if target.unit is None:
                yield target.span, Message(f"{name}是成本指标，金额没有单位", f"{name}: a cost without unit")
            elif not _is_money_or_rate(target.unit):
                message = Message(
                    f"{name}是成本指标，单位却是{quoted(target.unit_text)}",
                    f"{name}: a cost in {target.unit_text}",
                )
                yield target.unit_span, message


def _is_money_or_rate(unit: Unit) -> bool:
    """Money, money per something, a rate, or a unit that nobody knows."""
    return not unit.known or "money" in unit.dimension or unit.dimension in ("rate", "multiple")


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个成本指标没有金额", "{count} cost indicators name no money"),
    notes=(
        Message(
            "成本指标反映花多少钱，要有封顶的金额或比率。", "A cost needs a ceiling in money, or a rate."
        ),
    ),
    remedy=Message("写成金额，如 <= 20 万元。", "Write an amount of money: <= 20 万元."),
)
