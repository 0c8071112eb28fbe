"""The budget of the form moved.

## 作用
预算（没有“预算”一栏的表，看名称就是预算总额的那个成本指标）前后不同。只说变动，不算放宽、收紧。

## 为什么
预算由财政部门核定，随它走的上限不是部门的承诺。

## 示例
去年：

```goal
部门 某某局
年度 2025
经济成本指标 部门预算支出金额 <= 800 万元 分值 20
```

今年：

```goal
部门 某某局
年度 2026
经济成本指标 部门预算支出金额 <= 880 万元 分值 20
```

## 改法
不必改；预算增长而产出不变时另有 GD163。

## 依据
财预〔2015〕88号：绩效目标与预算同步申报、同步批复。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.budget import percent, share
from goaldsl.diff.change import Category, Change, FormChange, Kind, State, documented
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.numbers import yuan

KIND = documented(
    "GD112",
    "follows-budget",
    Message("预算变动", "the budget moved"),
    Message("预算变动", "budget"),
    (Category.PROMISE,),
    "nnn",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    budgets = forms.budgets
    if budgets is None or budgets[0].yuan == budgets[1].yuan:
        return
    old, new = budgets
    moved = share(old, new)
    by = "" if moved is None else f"（{percent(moved)}）"
    yield Change(
        kind,
        Message(f"预算 {old.text} → {new.text}{by}", f"budget {old.text} → {new.text}{by}"),
        "budget",
        State(old.text, bound=f"{yuan(old)}"),
        State(new.text, bound=f"{yuan(new)}"),
        magnitude=moved,
        span=new.span,
        previous=old.span,
    )


CHANGE = FormChange(KIND, find)
