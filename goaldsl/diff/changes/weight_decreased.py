"""A row that counts for less.

## 作用
这个指标的分值（两年总分不同时，占总分的比重）减少了。

## 为什么
分值小了，完不成的代价就小了。

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
写明调整分值的理由。

## 依据
分值方案所据的文件。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.points import fewer

KIND = documented(
    "GD130",
    "weight-decreased",
    Message("分值减少", "fewer points"),
    Message("分值减少", "fewer points"),
    (Category.SCORING,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, fewer)
