"""A row without target got one.

## 作用
去年没有指标值，今年有了。

## 为什么
是改进；批复以后补也要报批。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
不必改。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD114",
    "target-given",
    Message("补上了指标值", "a target was filled in"),
    Message("补上指标值", "target given"),
    (Category.PROMISE,),
    "·nw",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.GIVEN))
