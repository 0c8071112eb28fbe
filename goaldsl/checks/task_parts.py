"""Amounts of a task that do not make its budget.

## 作用
一项任务写了预算、财政拨款和其他资金，后两项加起来不等于预算；或者其中一项比预算还大。

## 为什么
总额与分项对不上，审核人不知道该按哪个数批。

## 示例
```goal
部门 某县科技局
表样 部门整体
年度 2026
预算 20 万元
任务 科技特派员选派
  预算 12.5 万元
  财政拨款 10 万元
  其他资金 1 万元
```
10 加 1 是 11，不是 12.5。

## 改法
核对后改正其中一项。金额不会自动改动。

## 依据
财预〔2015〕88号附表：预算金额，其中财政拨款、其他资金。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.budget import in_wan
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Finding, Message, Related
from goaldsl.model.declaration import TaskAmount

CODE = documented(
    "GC461",
    "task-parts",
    Message("任务的资金分项与预算不符", "the parts of a task's budget do not add up"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    for task in facts.declaration.tasks:
        total = _yuan(task.budget)
        parts = [each for each in (task.fiscal, task.other) if _yuan(each) is not None]
        cost = sum((_yuan(each) or Decimal(0) for each in parts), Decimal(0))
        if total is None or not parts or cost == total or (len(parts) == 1 and cost < total):
            continue
        name = quoted(task.name.value)
        yield Finding(
            CODE,
            parts[0].text.span if parts[0] is not None else task.span,
            Message(
                f"{name}的财政拨款和其他资金合计 {in_wan(cost)}，预算却是 {in_wan(total)}",
                f"the parts of {name} make {in_wan(cost)}, its budget is {in_wan(total)}",
            ),
            remedy=Message("核对后改正其中一项。", "Correct one of them."),
            related=(
                (Related(task.budget.text.span, Message("这项任务的预算", "its budget")),)
                if task.budget
                else ()
            ),
        )


def _yuan(amount: TaskAmount | None) -> Decimal | None:
    return amount.money.yuan if amount is not None and amount.money is not None else None


CHECK = Check(CODE, check)
