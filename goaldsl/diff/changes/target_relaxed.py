"""A target that more results meet than before.

## 作用
今年认可的结果比去年多：去年完不成的，今年算完成。单位换算、`= 100%` 与 `>= 100%` 一类写法不影响判断。

## 为什么
同样的钱，少做了事；审核人要问清楚为什么。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 调研报告完成篇数 >= 3 篇 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 调研报告完成篇数 >= 2 篇 分值 10
```

## 改法
恢复原值；确有依据，在这个指标下写 `说明[GD101 ≥3→≥2]：理由，文号`。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD101",
    "target-relaxed",
    Message("指标值放宽", "the target is easier to reach"),
    Message("降低要求", "easier"),
    (Category.PROMISE,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.RELAXED))
