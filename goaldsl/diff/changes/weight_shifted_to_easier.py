"""Points moved from rows that were kept to rows that are easier.

## 作用
同一个一级指标里，放宽了的指标加了分，没有放宽的减了分。

## 为什么
每一处都小，合起来是降低要求。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 10
数量指标 调研报告 >= 3 篇 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 2 期 分值 15
数量指标 调研报告 >= 3 篇 分值 5
```

## 改法
恢复分值，或写明理由。

## 依据
分值方案所据的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, FormChange, Kind, documented, row_change
from goaldsl.diff.changes.points import points_state, shifts
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD132",
    "weight-shifted-to-easier",
    Message("分值移到了放宽的指标上", "points moved to easier rows"),
    Message("分值移向放宽的", "points to easier rows"),
    (Category.SCORING,),
    "nww",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    for paired, losers in shifts(forms):
        names = "、".join(dict.fromkeys(each.name for each in losers))
        old, new = paired.points
        reason = Message(
            f"放宽了的“{paired.name}”加了分，没有放宽的减了分：{names}",
            f"{paired.name} is easier and counts for more; these count for less: {names}",
        )
        yield row_change(kind, reason, paired, "score", points_state(old), points_state(new))


CHANGE = FormChange(KIND, find)
