"""A deadline after the project is over.

## 作用
写了项目期（起止时间）的项目，指标的完成期限晚于项目结束。

## 为什么
项目结束以后才到期的任务，项目验收、资金清算时还没有完成。两处必有一处写错。

## 示例
```goal
表样 项目
年度 2022
项目名称 水源涵养林建设
项目期 2022年3月-2022年11月
时效指标 项目完成时间 截止 2022年12月31日
```

## 改法
核对后改期限或项目期。

## 依据
财预〔2015〕88号：绩效目标与项目相应匹配。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.text.years import deadline_in
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.target import DeadlineTarget, UnreadableTarget
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC423",
    "deadline-after-project",
    Message("期限晚于项目结束", "a deadline after the project's end"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if facts.project_period is None:
        return
    _, last = facts.project_period
    yield from in_each_place(
        CODE,
        (
            (
                span,
                Message(
                    f"{quoted(row.name.value)}的期限 {words} 晚于项目结束（{last.year}年{last.month}月{last.day}日）",
                    f"{quoted(row.name.value)} is due {words}, after the project's end on {last}",
                ),
            )
            for row, words, day, span in _deadlines(facts)
            if day > last
        ),
        lambda count: Message(
            f"{count} 个指标的期限晚于项目结束（{last.year}年{last.month}月{last.day}日）",
            f"{count} deadlines are after the project's end on {last}",
        ),
        remedy=Message("核对后改期限或项目期。", "Correct the deadline or the 项目期."),
    )


def _deadlines(facts: Facts) -> Iterator[tuple[Indicator, str, datetime.date, Span]]:
    for row in facts.indicators:
        if isinstance(row.target, DeadlineTarget):
            yield row, row.target.text, row.target.day.last, row.target.day_span
        elif isinstance(row.target, UnreadableTarget) and (day := deadline_in(row.target.text)):
            yield row, row.target.text, day, row.target.span


CHECK = Check(CODE, check)
