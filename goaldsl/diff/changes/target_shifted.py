"""Two ranges that overlap, neither within the other.

## 作用
两个范围有重叠，谁也不包含谁：说不出更严还是更松。

## 为什么
要由人判断移动的方向是否合理。

## 示例
去年：

```goal
部门 某某局
年度 2025
质量指标 混凝土坍落度 160..200 毫米 分值 10
```

今年：

```goal
部门 某某局
年度 2026
质量指标 混凝土坍落度 180..220 毫米 分值 10
```

## 改法
写明移动的依据。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD103",
    "target-shifted",
    Message("指标值范围移动", "the range moved"),
    Message("范围移动", "moved"),
    (Category.PROMISE,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.SHIFTED))
