"""The target lies far below what last year reached.

## 作用
今年的目标比去年已经做到的低 30% 以上。报了这一条就不再报 GD170。去年有实际值（旁边的实际值文件，或自评的 JSON）时才判断。

## 为什么
这样的目标不用做事也能完成。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训人次 >= 300 人次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训人次 >= 300 人次 分值 10
```

## 改法
按去年实际定目标，或写明今年为什么做不到。

## 依据
财预〔2020〕10号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.actuals import far_below

KIND = documented(
    "GD171",
    "far-below-achieved",
    Message("目标远低于去年实际", "far below what was reached"),
    Message("远低于去年实际", "far below actual"),
    (Category.PROMISE,),
    "wwe",
    __doc__,
)

CHANGE = RowChange(KIND, far_below)
