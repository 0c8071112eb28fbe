"""Indicators without points.

## 作用
这份表要打分，有的指标却没有分值。表样不印分值、各指标也都没有分值的，不报。

## 为什么
分值合计要等于方案规定的总分，缺一个就合不上。

## 示例
```goal
表样 芷江
数量指标 培训班次 >= 4 期 分值 10
质量指标 培训合格率 >= 95%
```

## 改法
在指标后面写 `分值 10`。

## 依据
财预〔2021〕101号：设置绩效指标的同时确定分值权重。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import UNFINISHED, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC105", "points-missing", Message("没有分值", "an indicator without points"), UNFINISHED, __doc__
)


def _places(facts: Facts) -> Iterator[Place]:
    for indicator in facts.without_points:
        message = Message(
            f"{quoted(indicator.name.value)}没有分值", f"{quoted(indicator.name.value)} has no points"
        )
        yield indicator.name.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个指标没有分值", "{count} indicators have no points"),
    remedy=Message("在指标后面写分值，如：分值 10。", "Write the points behind the indicator: 分值 10."),
    counts=True,  # the cell may stand on a line that cannot be read
)
