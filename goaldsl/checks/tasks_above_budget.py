"""Tasks that together cost more than the budget of the form.

## 作用
各项任务的预算加起来，比表头的总预算还多。任务没有写预算、读不懂的不算在内；加起来不到总预算，只写了主要任务的，不报。

## 为什么
任务的钱不会多过总预算，多半是抄错一个数或单位写错。

## 示例
```goal
部门 某县科技局
表样 部门整体
年度 2026
预算 20 万元
任务 科技特派员选派 预算 12.5 万元
任务 实用技术培训 预算 10 万元
```

## 改法
核对各项任务的预算和总预算。金额不会自动改动。

## 依据
财预〔2015〕88号附表：年度主要任务，预算金额。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.budget import amount, in_wan
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import WARNING, Finding, Message, Related

CODE = documented(
    "GC460",
    "tasks-above-budget",
    Message("各项任务的预算多于总预算", "the tasks cost more than the budget"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    declaration = facts.declaration
    total = amount(declaration, "budget")
    field = declaration.field("budget")
    said = [(task, task.budget) for task in declaration.tasks if task.budget and task.budget.money]
    cost = sum((each.money.yuan for _, each in said if each.money), Decimal(0))
    if not said or total is None or field is None or cost <= total:
        return
    _, budget = said[0]
    yield Finding(
        CODE,
        budget.text.span,
        Message(
            f"{len(said)} 项任务的预算合计 {in_wan(cost)}，多于“{field.label.value}”的 {in_wan(total)}",
            f"the tasks cost {in_wan(cost)}, more than {field.label.value} {in_wan(total)}",
        ),
        remedy=Message("核对后改正其中一项。", "Correct one of them."),
        related=(
            Related(field.text.span, Message("总预算", "the budget")),
            *(Related(each.text.span, Message("另一项任务", "another task")) for _, each in said[1:]),
        ),
    )


CHECK = Check(CODE, check)
