"""A row under another class of the same first level.

## 作用
指标换到同一个一级指标下的另一类。

## 为什么
换类会改变各类的分值和要求。

## 示例
去年：

```goal
部门 某某局
年度 2025
经济效益指标 受益人口数 >= 500 人 分值 10
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
from goaldsl.diff.changes.classes import moved_within

KIND = documented(
    "GD150",
    "class-moved",
    Message("换了二级指标", "another second-level class"),
    Message("换了类", "moved class"),
    (Category.STRUCTURE,),
    "nww",
    __doc__,
)

CHANGE = RowChange(KIND, moved_within)
