"""一个指标也没有。

## 作用
整份表没有一行指标。

## 为什么
没有指标的绩效目标无法监控，也无法评价。

## 示例
```goal
部门 县档案馆
年度 2026
表样 芷江
年度目标
  - 接收档案2000卷
```

## 改法
每个目标至少写一个指标，例如 `数量指标 接收档案数量 >= 2000 卷 分值 10`。

## 依据
财预〔2021〕101号：产出指标和效益指标是项目支出必须设置的指标。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import UNFINISHED, Finding, Message

CODE = documented(
    "GC156",
    "no-indicators",
    Message("没有指标", "no indicators"),
    UNFINISHED,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.indicators:
        yield Finding(
            CODE,
            facts.form_place,
            Message("一个指标也没有", "there is not a single indicator"),
            notes=(
                Message(
                    "财预〔2021〕101号：产出指标和效益指标必须设置。",
                    "财预〔2021〕101号: outputs and benefits must have indicators.",
                ),
            ),
            remedy=Message(
                "写一行指标，例如：数量指标 调研报告完成篇数 >= 3 篇 分值 10",
                "Write one, such as: 数量指标 调研报告完成篇数 >= 3 篇 分值 10",
            ),
        )


CHECK = Check(CODE, check, counts=True)
