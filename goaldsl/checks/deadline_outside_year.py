"""A deadline before the form's year begins, or after it ends.

## 作用
期限（指标值，或解释、评分标准、年度目标里“……前完成”）不在表的年度之内。跨年项目写了项目期、期限在项目期内的不报；
其他各处一致、只是年度写错的，由 GC520 报。

## 为什么
年度目标管到当年 12 月 31 日。期限早于年初，多半是上年的表没有改；晚于年末，年底自评时还没到期，没法评分。

## 示例
```goal
年度 2022
表样 芷江
数量指标 信息系统验收次数 >= 1 次 分值 5
  解释 2022年12月31日前完成验收
时效指标 系统上线时间 截止 2021年11月30日 分值 10
```

## 改法
改到本年度之内；跨年的项目，写上项目期。

## 依据
绩效目标按预算年度编制（财预〔2015〕88号）。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.year_claims import Claim
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.review.places import Place, in_each_place

CODE = documented(
    "GC421",
    "deadline-outside-year",
    Message("期限不在本年度", "a deadline outside the year"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    year = facts.declaration.year
    if year is None or facts.other_year is not None:
        return
    yield from in_each_place(
        CODE,
        _places(facts, year.value),
        lambda count: Message(
            f"{count} 处期限不在 {year.value} 年度之内", f"{count} deadlines are outside {year.value}"
        ),
        notes=(
            Message(
                "年度目标管到当年 12 月 31 日，年底按它评分。",
                "Annual goals are judged at the end of their year.",
            ),
        ),
        remedy=Message(
            "改到本年度之内；跨年的项目，写上项目期。",
            "Move it into the year; of a project of several years give the 项目期.",
        ),
    )


def _places(facts: Facts, year: int) -> Iterator[Place]:
    told: set[tuple[int, datetime.date]] = set()
    of_project = {claim.year for claim in facts.year_claims if claim.part == "project"}
    for claim in facts.year_claims:
        if claim.day is None or claim.year == year or not claim.firm or _after_project(facts, claim):
            continue
        if claim.part == "goals" and claim.year in of_project:  # tells how 2023年危房改造 began
            continue
        key = (id(claim.row), claim.day)  # the sentence of a row repeats its target
        if key not in told:
            told.add(key)
            where = f"{quoted(claim.row.name.value)}的期限" if claim.row else "期限"
            side, english = ("早于", "before") if claim.year < year else ("晚于", "after")
            yield (
                claim.place,
                Message(
                    f"{where} {claim.words} {side} {year} 年度",
                    f"the deadline {claim.words} lies {english} {year}",
                ),
            )


def _after_project(facts: Facts, claim: Claim) -> bool:
    """Told by the comparison with the project's end."""
    period = facts.project_period
    return period is not None and claim.day is not None and claim.part == "target" and claim.day > period[1]


CHECK = Check(CODE, check)
