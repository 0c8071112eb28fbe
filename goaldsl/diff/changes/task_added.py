"""A task that is new.

## 作用
今年“年度主要任务”里新写了一项。去年的表样没有任务表的，不比。

## 为什么
新的任务要有预算，也要有指标考核。

## 示例
去年：

```goal
部门 某某局
表样 部门整体
年度 2025
任务 实用技术培训 预算 8 万元
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
表样 部门整体
年度 2026
任务 实用技术培训 预算 8 万元
任务 科技特派员选派 预算 12.5 万元
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
不必改；看看指标里有没有考核它的。

## 依据
财预〔2015〕88号附表：年度主要任务，主要内容，预算金额。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, FormChange, documented
from goaldsl.diff.changes.tasks import came

KIND = documented(
    "GD194",
    "task-added",
    Message("新增主要任务", "a new task"),
    Message("新增任务", "task added"),
    (Category.STRUCTURE,),
    "·nw",
    __doc__,
)

CHANGE = FormChange(KIND, came)
