"""An indicator named after another year than the form's.

## 作用
指标名称里写的年份不是表的年度。“2025年以来”、学年、跨年的项目期等不算；表的年度本身写错时不再报。

## 为什么
多半是从上年的表复制来的；确实要考核上年的事（如兑现上年奖励），名称里最好说清。

## 示例
```goal
年度 2026
表样 芷江
数量指标 2025年招录公务员人数 >= 30 人 分值 10
```

## 改法
改成本年度，或去掉年份：表头已经写了年度。

## 依据
绩效目标按预算年度编制（财预〔2015〕88号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Finding, Message
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC521",
    "name-of-other-year",
    Message("名称里是别的年份", "a name with another year"),
    HINT,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    year = facts.declaration.year
    if year is None or facts.other_year is not None:
        return
    yield from in_each_place(
        CODE,
        (
            (
                claim.place,
                Message(
                    f"{quoted(claim.row.name.value)}写的是 {claim.year} 年，表的年度是 {year.value}",
                    f"{quoted(claim.row.name.value)} says {claim.year}, the form is for {year.value}",
                ),
            )
            for claim in facts.year_claims
            if claim.part == "name" and claim.row is not None and claim.year != year.value
        ),
        lambda count: Message(
            f"{count} 个指标的名称写的是别的年份", f"{count} names say another year than {year.value}"
        ),
        remedy=Message("改成本年度，或去掉年份。", "Correct the year, or leave it out of the name."),
    )


CHECK = Check(CODE, check)
