"""The form's year against everything else in the form that names one.

## 作用
表的年度写一个年份，期限、表名、年度目标、评分标准里写的是另一个。其他各处都一致时，在“年度”处报一条；
只有个别处不同时，报那一处。填表日期在上一年、文号〔2021〕101号、“十五五”、学年、跨年的项目期、
“较2025年”“2025年以来”一类，都不算。

## 为什么
多半是拿上年的表改的，有一处忘了改。年度错了，整张表归错年份；期限错了，年底没法评分。

## 示例
```goal
部门 县委组织部
年度 2025
表样 芷江
时效指标 完成时限 截止 2026年12月31日 分值 6
  赋分 在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。
```

## 改法
核对是哪一年的表：是年度写错就改年度，是抄来的旧年份就改那一处。

## 依据
绩效目标按预算年度编制（财预〔2015〕88号）。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.checks.year_claims import Claim
from goaldsl.diagnostics import WARNING, Edit, Finding, Fix, Message, Related
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC520", "year-differs", Message("年份前后不一致", "the years contradict each other"), WARNING, __doc__
)


def check(facts: Facts) -> Iterator[Finding]:
    if facts.declaration.year is None:
        return
    if facts.other_year is not None:
        yield _at_the_year(facts, facts.other_year)
        return
    year = facts.declaration.year.value
    yield from in_each_place(
        CODE,
        (
            (
                claim.place,
                Message(
                    f"表的年度是 {year}，这里写 {claim.year} 年",
                    f"the form is for {year}, this says {claim.year}",
                ),
            )
            for claim in facts.year_claims
            if claim.firm and claim.day is None and claim.year != year
        ),
        lambda count: Message(
            f"表的年度是 {year}，有 {count} 处写的是别的年份",
            f"the form is for {year}, {count} places are not",
        ),
        remedy=Message("核对是不是从旧表抄来没有改。", "Look whether it was copied from an older form."),
    )


def _at_the_year(facts: Facts, other: int) -> Finding:
    year = facts.declaration.year
    assert year is not None
    claims = [claim for claim in facts.year_claims if claim.firm]
    return Finding(
        CODE,
        year.span,
        Message(
            f"年度写的是 {year.value}，表里其他各处都是 {other} 年",
            f"the year is {year.value}, everything else in the form says {other}",
        ),
        label=Message(f"是不是 {other}？", f"is it {other}?"),
        notes=(
            Message(f"写 {other} 年的有：{_listed(claims)}。", f"{other} is said by: {_listed(claims)}."),
        ),
        remedy=Message(
            f"是 {other} 年的表就改年度；确是 {year.value} 年的，把这几处改过来。",
            f"Correct the year, or these places if {year.value} is right.",
        ),
        fix=Fix(
            Message(f"年度改成 {other}", f"make the year {other}"), (Edit(year.span, str(other)),), safe=False
        ),
        related=tuple(
            Related(claim.place, Message(f"这里是 {other} 年", f"says {other}")) for claim in claims
        ),
    )


def _listed(claims: Sequence[Claim]) -> str:
    return "、".join(dict.fromkeys(quoted(claim.words) for claim in claims))


CHECK = Check(CODE, check, counts=True)
