"""A deadline that is the last day of the year.

## 作用
时效指标的期限就是年度的最后一天（12月31日、12月、年底）。

## 为什么
预算年度到这天为止，谁都“按时完成”：这几分分不出做得快慢。

## 示例
```goal
年度 2026
表样 芷江
时效指标 工作完成时间 截止 2026年12月31日 分值 10
```

## 改法
分事项写各自真正要求的日期，例如“一季度末前印发方案”“11月底前完成验收”；确实全年都要做的，换成及时率。

## 依据
财预〔2015〕88号：绩效指标要细化、合理可行，能够用来比较和评价。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.target import DeadlineTarget
from goaldsl.review.places import Place

CODE = documented(
    "GC420",
    "deadline-at-year-end",
    Message("期限是年末最后一天", "a deadline on the last day of the year"),
    HINT,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    if facts.declaration.year is None:
        return
    last_day = datetime.date(facts.other_year or facts.declaration.year.value, 12, 31)
    for row in facts.indicators:
        if isinstance(row.target, DeadlineTarget) and row.target.day.last == last_day:
            message = Message(
                f"{quoted(row.name.value)}的期限就是年末最后一天，分不出做得快慢",
                f"the deadline of {quoted(row.name.value)} is the year's last day: it tells nothing apart",
            )
            yield row.target.day_span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message(
        "{count} 个指标的期限都是年末最后一天，分不出做得快慢",
        "{count} deadlines are the year's last day and tell nothing apart",
    ),
    remedy=Message(
        "分事项写各自真正要求的日期，如“11月底前完成验收”。",
        "Give each task the date by which it is really needed.",
    ),
)
