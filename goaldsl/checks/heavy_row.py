"""Too many points on one row.

## 作用
一个指标的分值超过总分的一定比例（分值方案规定，一般是 30%），而同一类里还有别的指标。

## 为什么
分值过于集中，一个指标就定了优良中差，其他指标成了陪衬。

## 示例
```goal
表样 芷江
数量指标 培训班次 >= 4 期 分值 28
质量指标 培训合格率 >= 95% 分值 2
```

## 改法
把分值分给同类的其他指标，或者把这个指标拆细。同一类只有这一个指标的，不报。

## 依据
财预〔2021〕101号：指标权重根据指标的重要程度合理设置。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC305", "heavy-row", Message("一个指标分值过重", "too many points on one row"), WARNING, __doc__
)


def check(facts: Facts) -> Iterator[Finding]:
    profile = facts.declaration.profile
    limit = profile.total * profile.row_limit / 100
    heavy = [row for row in facts.indicators if row.score is not None and row.score.value > limit]
    if not heavy:
        return
    company = Counter(row.category.level1 if row.category else "" for row in facts.indicators)
    places = (
        (
            row.score.span if row.score else row.span,
            Message(
                f"{quoted(row.name.value)}一个指标占 {row.printed.score} 分",
                f"{quoted(row.name.value)} alone carries {row.printed.score} points",
            ),
        )
        for row in heavy
        if company[row.category.level1 if row.category else ""] > 1
    )
    yield from in_each_place(
        CODE,
        places,
        lambda count: Message(f"{count} 个指标分值过重", f"{count} rows carry too many points"),
        notes=(
            Message(
                f"单个指标一般不超过总分 {profile.total:f} 分的 {profile.row_limit:f}%。",
                f"One row should not carry more than {profile.row_limit:f} % of {profile.total:f} points.",
            ),
        ),
        remedy=Message("分一些给同类的其他指标，或者把它拆细。", "Share the points, or split the indicator."),
    )


CHECK = Check(CODE, check, counts=True)
