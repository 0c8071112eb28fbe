"""年度目标承诺的数量，没有一个指标承担。

## 作用
年度目标里说要做到的数量（完成、举办、达到、不低于……加数字和单位），在指标值、指标名称和指标解释里都找不到。
现状和范围（“现有党员3200名”“对全县12个乡镇……”）不是承诺，不报；年份、日期、时长也不算。

## 为什么
目标里写了数，指标里没有，年底不考核，等于没有承诺。

## 示例
```goal
部门 县农业农村局
年度 2026
表样 芷江
年度目标
  - 完成高标准农田主体工程70%，培训农技人员300人次
数量指标 培训农技人员人次 >= 300 人次 分值 10
```
“70%”没有指标承担。

## 改法
为它写一个指标，名称和单位与目标里的一致；不准备考核的，从目标里去掉这个数。

## 依据
财预〔2015〕88号：绩效指标是绩效目标的细化和量化；审核的相关性要求指标与目标密切相关。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.places import place_in
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import HINT, Finding, Message
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC252",
    "promise-without-indicator",
    Message("目标里的数量没有指标承担", "a promised number without an indicator"),
    HINT,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.indicators:
        return iter(())
    source, carriers = facts.declaration.source, facts.carriers
    return in_each_place(
        CODE,
        (
            (
                place_in(source, item.text, promise.start, promise.end),
                Message(
                    f"目标写{quoted(promise.words)}，没有指标承担这个数",
                    f"{quoted(promise.words)}: no indicator carries this number",
                ),
            )
            for item, promise in facts.promises
            if not carriers.carried(promise) and not carriers.rows_of(promise)
        ),
        lambda count: Message(
            f"目标里有 {count} 个数没有指标承担", f"no indicator carries {count} numbers of the goals"
        ),
        notes=(
            Message(
                "指标是目标的细化和量化（财预〔2015〕88号）；没有指标的承诺年底无从考核。",
                "Indicators refine the goals (财预〔2015〕88号); what has none is never assessed.",
            ),
        ),
        remedy=Message(
            "写一个同名、同单位的指标；不考核的数从目标里去掉。",
            "Write an indicator for it, or drop the number.",
        ),
    )


CHECK = Check(CODE, check, counts=True)
