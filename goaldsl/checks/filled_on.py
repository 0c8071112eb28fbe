"""填表日期不合常理。

## 作用
填表日期晚于年度末，或早于年度前两年的，报出。年度前一年填表是正常的（目标随预算在上一年秋冬编报），不报；绩效自评表在年度结束以后填写，也不报。

## 为什么
多半是年份写错，或者沿用了旧表。

## 示例
```goal
部门 县档案馆
年度 2026
表样 芷江
填表日期 2027.01.05
```

## 改法
核对年份。日期不会自动改动。

## 依据
财预〔2015〕88号：绩效目标与部门预算同步申报、同步审核、同步批复。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import WARNING, Finding, Message
from goaldsl.model.target import CalendarDate

CODE = documented(
    "GC550",
    "filled-on",
    Message("填表日期不合常理", "the date of filling in is not plausible"),
    WARNING,
    __doc__,
)
_EARLIEST = 2  # years before the form's


def check(facts: Facts) -> Iterator[Finding]:
    field = facts.declaration.field("prepared_on")
    year = facts.declaration.year
    if field is None or year is None or not isinstance(field.value, CalendarDate):
        return
    filled = field.value.last.year
    last = year.value + (1 if _is_self_evaluation(facts) else 0)
    if year.value - _EARLIEST <= filled <= last:
        return
    late = filled > last
    yield Finding(
        CODE,
        field.text.span,
        Message(
            f"{year.value} 年度的表，{field.label.value}却是 {field.text.value}",
            f"the form is of {year.value}, but filled in on {field.text.value}",
        ),
        notes=(
            Message(
                "年度已经过完，目标应随预算在年度开始前申报。" if late else "早了两年以上。",
                "The year is over; goals are declared with the budget."
                if late
                else "That is more than two years before.",
            ),
        ),
        remedy=Message("核对年份。", "See whether the year is right."),
    )


def _is_self_evaluation(facts: Facts) -> bool:
    """绩效自评表 are filled in when the year is over."""
    title = facts.declaration.title.value if facts.declaration.title else facts.declaration.form.title
    return "自评" in title or "评价" in title


CHECK = Check(CODE, check, of_form=True)
