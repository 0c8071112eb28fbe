"""The same set of results, or the same name, written otherwise.

## 作用
指标值、名称写法不同，意思一样：`3` 与 `3.0`、`0.3 万` 与 `3000`、`= 100%` 与 `>= 100%`、一边没有印符号。

## 为什么
不影响承诺。

## 示例
去年：

```goal
部门 某某局
年度 2025
质量指标 培训合格率 = 100% 分值 10
```

今年：

```goal
部门 某某局
年度 2026
质量指标 培训合格率 >= 100% 分值 10
```

## 改法
不必改。

## 依据
语言指南：指标值。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import notations

KIND = documented(
    "GD182",
    "notation-only",
    Message("只换了写法", "only the notation changed"),
    Message("写法变化", "notation"),
    (Category.WORDING,),
    "···",
    __doc__,
)

CHANGE = RowChange(KIND, notations)
