"""导入时读不准、还没有人核对的内容。

## 作用
列出每一处 `待核`：从 Word、Excel、PDF 导入时读不准的格子，原文是什么，推断成了什么。

## 为什么
推断不是承诺。没有人核对过的数不能送审，更不能批复。

## 示例
```goal
数量指标 调研报告完成篇数 >= 3 篇 分值 10
  待核 “3篇10”（第 7 行第 4 列）：目标 3 篇、分值 10
```

## 改法
对照原件：推断对，就删去 `待核` 这一行；不对，改正指标，再删去这一行。

## 依据
语言指南，“子句”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import Finding, Message, Severities, Severity
from goaldsl.model.place import Span
from goaldsl.review.places import one_finding

CODE = documented(
    "GC158",
    "unsure",
    Message("导入的内容待核对", "an import has doubts"),
    Severities(Severity.HINT, Severity.WARNING, Severity.ERROR),
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    return one_finding(
        CODE,
        _doubts(facts),
        lambda count: Message(f"有 {count} 处待核对", f"{count} doubt(s) of the import are open"),
        remedy=Message(
            "对照原件核对；对了就删去“待核”这一行，不对就先改正。",
            "Compare with the original; correct what is wrong, then remove the line.",
        ),
    )


def _doubts(facts: Facts) -> Iterator[tuple[Span, Message]]:
    for doubt in facts.declaration.unsure:
        yield doubt.span, Message(doubt.value, doubt.value)
    for row in facts.declaration.indicators:
        for doubt in row.unsure:
            label = f"{row.name.value}：{doubt.value}"
            yield doubt.span, Message(label, label)


CHECK = Check(CODE, check)
