"""A deadline that allows more time.

## 作用
完成的最后一天推迟了。不同年度的表按各自年度里的日子比：去年 6 月底、今年 6 月底是同一天。

## 为什么
推迟就是降低要求。

## 示例
去年：

```goal
部门 某某局
年度 2025
时效指标 项目完成时间 截止 2025-06-30 分值 10
```

今年：

```goal
部门 某某局
年度 2026
时效指标 项目完成时间 截止 2026-09-30 分值 10
```

## 改法
恢复原来的日期；确需推迟的写明理由。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD107",
    "deadline-later",
    Message("时限推迟", "the deadline is later"),
    Message("时限推迟", "later"),
    (Category.PROMISE,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.LATER))
