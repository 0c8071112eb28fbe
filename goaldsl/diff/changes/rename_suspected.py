"""A removed row and a new one that look like one.

## 作用
去年的一个指标今年没有了，今年多出一个很像的：名称、指标值、位置都近，比第二像的明显更像。百分数是相像的程度。在写 `上年名称` 以前，仍按取消加新增看待。

## 为什么
是改名还是换了承诺，程序不能替人决定。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 走访慰问党员人数 >= 650 人 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 走访慰问老党员人数 >= 400 人 分值 10
```

## 改法
是同一个指标，照提示写 `上年名称 走访慰问党员人数`；不是，写 `停用` 和理由。

## 依据
财预〔2015〕88号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.rows import suspected

KIND = documented(
    "GD124",
    "rename-suspected",
    Message("像是改了名称", "perhaps the same indicator"),
    Message("同一个吗", "the same?"),
    (Category.STRUCTURE,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, suspected)
