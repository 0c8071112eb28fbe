"""The goals were copied although the budget moved by half or more.

## 作用
预算变动一半以上，年度目标的文字没有变。

## 为什么
钱变了一半，要做的事却照抄去年：审核人要看的正是这里。

## 示例
去年：

```goal
部门 某某局
年度 2025
预算 600 万元
年度目标
  建成社区中心，为居民提供服务。
数量指标 服务人次 >= 100 人次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
预算 60 万元
年度目标
  建成社区中心，为居民提供服务。
数量指标 服务人次 >= 100 人次 分值 10
```

## 改法
按今年的钱重写年度目标。

## 依据
财预〔2015〕88号：绩效目标与预算相匹配。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.budget import percent, share
from goaldsl.diff.change import Action, Category, Change, FormChange, Kind, documented
from goaldsl.diff.changes.texts import HALF, goal_texts
from goaldsl.diff.comparison import Comparison
from goaldsl.model.place import NOWHERE

KIND = documented(
    "GD162",
    "goals-kept-budget-moved",
    Message("预算大变，年度目标一字未改", "the goals stayed while the budget moved"),
    Message("目标照抄", "goals copied"),
    (Category.PROMISE,),
    "nnn",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    budgets = forms.budgets
    moved = share(*budgets) if budgets else None
    goals = goal_texts(forms)
    if moved is None or abs(moved) < HALF or not goals[0] or goals[0] != goals[1]:
        return
    field = forms.new.declaration.field("goals")
    yield Change(
        kind,
        Message(f"预算 {percent(moved)}，年度目标一字未改", f"budget {percent(moved)}, the goals unchanged"),
        "goals",
        actions=(Action.KEEP,),
        magnitude=moved,
        span=field.label.span if field else NOWHERE,
    )


CHANGE = FormChange(KIND, find)
