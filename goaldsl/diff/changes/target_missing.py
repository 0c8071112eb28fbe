"""A row lost its target.

## 作用
去年有指标值，今年空着。

## 为什么
没有指标值就没有承诺。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 分值 10
```

## 改法
补上指标值。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD115",
    "target-missing",
    Message("指标值没有了", "the target is gone"),
    Message("指标值没有了", "target gone"),
    (Category.PROMISE,),
    "wee",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.MISSING))
