"""A task of which something else is said.

## 作用
同一项任务的内容、预算、财政拨款或其他资金改了。金额按元比，8 万元和 80000 元是一样的；内容里的年份随年度走，不算。

## 为什么
任务做多少、花多少，是部门的承诺。

## 示例
去年：

```goal
部门 某某局
表样 部门整体
年度 2025
任务 实用技术培训
  内容 全县培训 300 人
  预算 8 万元
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
表样 部门整体
年度 2026
任务 实用技术培训
  内容 全县培训 200 人
  预算 100000 元
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
核对；有依据的，在表头写 `说明[GD195]：理由`。

## 依据
财预〔2015〕88号附表：年度主要任务，主要内容，预算金额。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, FormChange, documented
from goaldsl.diff.changes.tasks import changed

KIND = documented(
    "GD195",
    "task-changed",
    Message("主要任务的内容或金额改了", "content or amounts of a task changed"),
    Message("任务改动", "task changed"),
    (Category.PROMISE,),
    "nww",
    __doc__,
)

CHANGE = FormChange(KIND, changed)
