"""Points of nought or less.

## 作用
分值是 0 或者负数。

## 为什么
不占分的指标不起作用，负分没有这种说法；系统要求每个指标的分值大于 0。

## 示例
```goal
数量指标 培训班次 >= 4 期 分值 0
```

## 改法
写一个大于 0 的分值；不考核的指标就删去。

## 依据
财预〔2021〕101号：指标权重根据指标的重要程度合理设置。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import UNFINISHED, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC511",
    "points-not-positive",
    Message("分值不大于 0", "points of nought or less"),
    UNFINISHED,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    for row in facts.indicators:
        if row.score is not None and row.score.value <= 0:
            message = Message(
                f"{quoted(row.name.value)}的分值是 {row.printed.score}",
                f"{quoted(row.name.value)} carries {row.printed.score} points",
            )
            yield row.score.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个指标的分值不大于 0", "{count} rows carry no points"),
    remedy=Message("写一个大于 0 的分值；不考核的就删去。", "Give it points, or remove the row."),
)
