"""A row that counts for more.

## 作用
这个指标的分值（两年总分不同时，占总分的比重）增加了。

## 为什么
另一边必有减少；分值移到放宽的指标上时另报 GD132。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 10
质量指标 合格率 >= 95% 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 4 期 分值 5
质量指标 合格率 >= 95% 分值 15
```

## 改法
不必改。

## 依据
分值方案所据的文件。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.points import more

KIND = documented(
    "GD131",
    "weight-increased",
    Message("分值增加", "more points"),
    Message("分值增加", "more points"),
    (Category.SCORING,),
    "nnw",
    __doc__,
)

CHANGE = RowChange(KIND, more)
