"""A deadline that allows less time.

## 作用
完成的最后一天提前了。

## 为什么
提高要求；批复以后改仍要报批。

## 示例
去年：

```goal
部门 某某局
年度 2025
时效指标 项目完成时间 截止 2025-11-30 分值 10
```

今年：

```goal
部门 某某局
年度 2026
时效指标 项目完成时间 截止 2026-10-31 分值 10
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
    "GD108",
    "deadline-earlier",
    Message("时限提前", "the deadline is earlier"),
    Message("时限提前", "earlier"),
    (Category.PROMISE,),
    "nnw",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.EARLIER))
