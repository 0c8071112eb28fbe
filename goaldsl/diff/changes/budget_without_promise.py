"""The budget rose by a tenth or more and no output target did.

## 作用
预算增长 10% 以上，没有一个产出指标提高，也没有新增产出指标。

## 为什么
多出来的钱做什么，表里看不出来。

## 示例
去年：

```goal
部门 某某局
年度 2025
经济成本指标 部门预算支出金额 <= 800 万元 分值 20
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
年度 2026
经济成本指标 部门预算支出金额 <= 900 万元 分值 20
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
写明增加的预算对应哪些产出。

## 依据
财预〔2015〕88号：绩效目标与预算相匹配。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.budget import percent, share
from goaldsl.diff.change import Action, Category, Change, FormChange, Kind, State, documented
from goaldsl.diff.changes.classes import is_output
from goaldsl.diff.changes.texts import TENTH
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.direction import HARDER

KIND = documented(
    "GD163",
    "budget-without-promise",
    Message("预算增长，产出没有提高", "more money, no output raised"),
    Message("增钱未增事", "money without output"),
    (Category.PROMISE,),
    "nww",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    budgets = forms.budgets
    moved = share(*budgets) if budgets else None
    if moved is None or moved < TENTH or not forms.new.declaration.complete:
        return
    outputs = [each for each in forms.rows if each.new and is_output(each.new)]
    if any(each.verdict.relation in HARDER if each.sure else True for each in outputs):
        return
    assert budgets is not None
    yield Change(
        kind,
        Message(f"预算 {percent(moved)}，没有一个产出指标提高", f"budget {percent(moved)}, no output raised"),
        "budget",
        State(budgets[0].text),
        State(budgets[1].text),
        (Action.KEEP,),
        moved,
        span=budgets[1].span,
        previous=budgets[0].span,
    )


CHANGE = FormChange(KIND, find)
