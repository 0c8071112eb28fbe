"""Nothing but the order of rows.

## 作用
除了行的先后，什么也没有变。

## 为什么
先后不影响承诺。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 10
数量指标 调研报告 >= 3 篇 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 调研报告 >= 3 篇 分值 10
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
不必改。

## 依据
表样说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Category, Change, FormChange, Kind, documented
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD180",
    "order-only",
    Message("只换了先后", "only the order changed"),
    Message("先后", "order"),
    (Category.WORDING,),
    "···",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    order = [each.old.at for each in forms.rows if each.sure and each.old is not None]
    if order != sorted(order):
        yield Change(
            kind,
            Message("只有行的先后不同", "only the order of rows differs"),
            "order",
            actions=(Action.MOVE,),
        )


CHANGE = FormChange(KIND, find)
