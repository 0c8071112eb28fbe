"""What is counted is explained differently.

## 作用
指标解释、名称里括号内的限定、对应的年度目标改了。只是换了指标值、单位、分值、年度的不算。

## 为什么
名称没变，数的东西可能变了。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训人次 >= 300 人次 分值 10
  解释 全年举办的业务培训，按签到表统计。
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训人次 >= 300 人次 分值 10
  解释 全年举办和参加的各类培训，含线上。
```

## 改法
写明改动的理由。

## 依据
财预〔2020〕10号：指标解释要清楚。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.texts import definitions

KIND = documented(
    "GD160",
    "definition-changed",
    Message("指标的含义改了", "another definition"),
    Message("含义改动", "definition"),
    (Category.PROMISE, Category.WORDING),
    "nww",
    __doc__,
)

CHANGE = RowChange(KIND, definitions)
