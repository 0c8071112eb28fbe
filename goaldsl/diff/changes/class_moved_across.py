"""A row under another first level.

## 作用
指标从产出、效益、满意度、成本中的一类换到另一类。

## 为什么
一级指标的分值由方案规定；换到哪一类，按什么评价也就变了。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 受益人口数 >= 500 人 分值 10
```

今年：

```goal
部门 某某局
年度 2026
社会效益指标 受益人口数 >= 500 人 分值 10
```

## 改法
核对归类。

## 依据
财预〔2021〕101号：指标分类。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.classes import moved_across

KIND = documented(
    "GD151",
    "class-moved-across",
    Message("换了一级指标", "another first-level class"),
    Message("换了一级指标", "moved across"),
    (Category.STRUCTURE, Category.DATA),
    "wee",
    __doc__,
)

CHANGE = RowChange(KIND, moved_across)
