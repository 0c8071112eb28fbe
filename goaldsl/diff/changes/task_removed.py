"""A task that is gone.

## 作用
去年“年度主要任务”里的一项，今年没有。名称里的年份、括号里的说明不算。新的表样没有任务表的，不比。

## 为什么
钱还在、任务没了，审核人要问清楚。

## 示例
去年：

```goal
部门 某某局
表样 部门整体
年度 2025
任务 科技特派员选派 预算 12.5 万元
任务 实用技术培训 预算 8 万元
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
表样 部门整体
年度 2026
任务 实用技术培训 预算 8 万元
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
补上；确实不再做的，在表头写 `说明[GD193]：理由`。

## 依据
财预〔2015〕88号附表：年度主要任务，主要内容，预算金额。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, FormChange, documented
from goaldsl.diff.changes.tasks import gone

KIND = documented(
    "GD193",
    "task-removed",
    Message("主要任务没有了", "a task is gone"),
    Message("取消任务", "task gone"),
    (Category.PROMISE, Category.STRUCTURE),
    "nwe",
    __doc__,
)

CHANGE = FormChange(KIND, gone)
