"""Any other field.

## 作用
表头、落款、备注等其他栏目改了。年度本身、填表日期随年度走，不算。

## 为什么
一般不影响承诺，列出来备查。

## 示例
去年：

```goal
部门 某某局
年度 2025
项目负责人 甲同志
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
年度 2026
项目负责人 乙同志
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
不必改。

## 依据
表样说明。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, FormChange, documented
from goaldsl.diff.changes.texts import fields

KIND = documented(
    "GD192",
    "field-changed",
    Message("其他栏目改了", "another field changed"),
    Message("栏目改动", "field"),
    (Category.WORDING,),
    "·nn",
    __doc__,
)

CHANGE = FormChange(KIND, fields)
