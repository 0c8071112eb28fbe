"""The same row under another declared identity.

## 作用
同一个指标，编号与去年不同或没有了。

## 为什么
编号是数据系统认指标的凭据，改了历年就接不上。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 10
  编号 K-01
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 4 期 分值 10
  编号 K-07
```

## 改法
恢复原编号。

## 依据
《绩效指标库》管理要求：编号唯一、不重复使用。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, Kind, RowChange, State, documented, row_change
from goaldsl.diff.comparison import Paired

KIND = documented(
    "GD127",
    "id-changed",
    Message("编号改了", "another identity"),
    Message("编号改动", "id changed"),
    (Category.DATA,),
    "wee",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    if paired.both is None:
        return
    old, new = (row.id.value if row.id else "" for row in paired.both)
    if old and old != new:
        reason = Message(f"编号 {old} → {new or '（无）'}", f"id {old} → {new or 'none'}")
        yield row_change(kind, reason, paired, "id", State(old), State(new))


CHANGE = RowChange(KIND, find)
