"""成本上限低于预算。

## 作用
表头写了预算（资金总额）的，与“部门预算支出金额”“总成本”一类的成本上限逐元比较，上限低于预算的给一条建议。

## 为什么
打算节约是好事；但多半是预算调整以后只改了一处，年底按上限考核会无故扣分。

## 示例
```goal
表样 项目
年度 2026
项目名称 社区老年助餐服务
主管部门 某区民政局
年度资金总额 735 万元
经济成本指标 项目总成本 <= 700 万元 分值 20
```

## 改法
确实打算节约的，在解释里写明节约多少；否则改成一致。

## 依据
财预〔2015〕88号：绩效目标与预算资金相应匹配。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.budget import ceilings_and_budget, in_wan
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import HINT, Finding, Message, Related

CODE = documented(
    "GC451",
    "ceiling-below-budget",
    Message("成本上限低于预算", "a cost ceiling below the budget"),
    HINT,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for row, target, ceiling, budget in ceilings_and_budget(facts):
        if ceiling < budget.least:
            yield Finding(
                CODE,
                target.amount_span,
                Message(
                    f"“{row.name.value}”的上限 {in_wan(ceiling)} 低于{budget.words} {in_wan(budget.least)}",
                    f"the ceiling {in_wan(ceiling)} of “{row.name.value}” is below the budget {in_wan(budget.least)}",
                ),
                notes=(
                    Message(
                        "多半是预算调整后只改了一处；绩效目标应与预算资金相应匹配（财预〔2015〕88号）。",
                        "Perhaps only one of them was adjusted; goals must match the budget (财预〔2015〕88号).",
                    ),
                ),
                remedy=Message(
                    "打算节约的在解释里写明；否则改成一致。", "Explain what is saved, or make them agree."
                ),
                related=(Related(budget.field.text.span, Message("预算在这里", "the budget is here")),),
            )


CHECK = Check(CODE, check)
