"""A period that ends before it begins.

## 作用
项目期、起止日期，或写作起止时间的指标值，结束早于开始。

## 为什么
这样的一段时间不存在，多半是两头写反了，或者年份写错了一个。

## 示例
```goal
表样 项目
年度 2023
项目名称 雾炮车降尘抑尘服务
项目期 2023-07～2023-01
```

## 改法
核对后改正。不自动改：可能是颠倒，也可能是年份少写一年。

## 依据
起止时间按先后填写。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.year_claims import first_day
from goaldsl.diagnostics import ERROR, Finding, Message
from goaldsl.model.declaration import Period
from goaldsl.model.place import Span
from goaldsl.model.target import CalendarDate, PeriodTarget

CODE = documented(
    "GC422", "period-reversed", Message("结束早于开始", "a period ends before it begins"), ERROR, __doc__
)


def check(facts: Facts) -> Iterator[Finding]:
    for start, end, span in _periods(facts):
        if first_day(start) > end.last:
            yield Finding(
                CODE,
                span,
                Message(
                    f"结束（{end.text}）早于开始（{start.text}）",
                    f"it ends ({end.text}) before it begins ({start.text})",
                ),
                remedy=Message("核对是颠倒了，还是年份写错了。", "Are the two reversed, or is a year wrong?"),
            )


def _periods(facts: Facts) -> Iterator[tuple[CalendarDate, CalendarDate, Span]]:
    for field in facts.declaration.fields:
        if isinstance(field.value, Period):
            yield field.value.start, field.value.end, field.text.span
    start, end = facts.declaration.field("starts_on"), facts.declaration.field("ends_on")
    if start and end and isinstance(start.value, CalendarDate) and isinstance(end.value, CalendarDate):
        yield start.value, end.value, end.text.span
    for row in facts.indicators:
        if isinstance(row.target, PeriodTarget):
            yield row.target.start, row.target.end, row.target.span


CHECK = Check(CODE, check)
