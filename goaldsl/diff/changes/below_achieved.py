"""The target lies below what last year reached.

## 作用
今年的目标比去年已经做到的低 10% 以上（不到 30%）。预算、时限和 95% 以上的比率不算。去年有实际值（旁边的实际值文件，或自评的 JSON）时才判断。

## 为什么
做得到的事，不能定得比做到的还低。

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
数量指标 培训人次 >= 320 人次 分值 10
```

## 改法
按去年实际定目标，或写明今年为什么做不到。

## 依据
财预〔2020〕10号：目标要有一定挑战性，参考历史水平。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.actuals import below

KIND = documented(
    "GD170",
    "below-achieved",
    Message("目标低于去年实际", "below what was reached"),
    Message("低于去年实际", "below actual"),
    (Category.PROMISE,),
    "nww",
    __doc__,
)

CHANGE = RowChange(KIND, below)
