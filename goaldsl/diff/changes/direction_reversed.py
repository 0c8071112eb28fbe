"""An at-least became an at-most.

## 作用
去年是“不低于”，今年是“不高于”，或者反过来。

## 为什么
多半是符号写反了；若不是，指标的含义已经变了。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 群众来访批次 >= 100 批次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 群众来访批次 <= 100 批次 分值 10
```

## 改法
核对符号；含义变了就换一个名称。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD104",
    "direction-reversed",
    Message("符号相反", "the sign was turned round"),
    Message("符号相反", "reversed"),
    (Category.PROMISE,),
    "wee",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.REVERSED))
