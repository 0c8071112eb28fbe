"""Money under 数量指标.

## 作用
数量指标的单位是金额。

## 为什么
数量指标反映做出了多少东西、服务了多少人；安排了多少钱是投入，不是产出，属于成本指标。

## 示例
```goal
数量指标 支出安排金额 = 43.2 万元
```

## 改法
改写做成的事，如修了多少公里、培训了多少人次；是成本就移到经济成本指标。
以金额为产出的（发放贷款、担保额、采购额）可以不改，写一条说明。

## 依据
财预〔2021〕101号：数量指标反映预期提供的公共产品或服务数量。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC202", "money-as-output", Message("数量指标的单位是金额", "money as an output"), HINT, __doc__
)


def _places(facts: Facts) -> Iterator[Place]:
    for indicator, target in facts.quantities:
        if (
            indicator.category is not None
            and indicator.category.level2 == "数量指标"
            and target.unit is not None
            and target.unit.dimension == "money"
        ):
            message = Message(
                f"{quoted(indicator.name.value)}是数量指标，单位却是金额“{target.unit_text}”",
                f"{quoted(indicator.name.value)} counts money ({target.unit_text})",
            )
            yield target.unit_span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个数量指标的单位是金额", "{count} outputs are counted in money"),
    notes=(
        Message(
            "安排了多少钱是投入；数量指标要写做成了多少事。",
            "Money spent is an input; outputs are what it achieves.",
        ),
    ),
    remedy=Message(
        "改写做成的事；是成本就移到经济成本指标。",
        "Count the achievement, or move the row to 经济成本指标.",
    ),
)
