"""A deadline that allows less time.

## 作用
完成的最后一天提前了。

## 为什么
提高要求；批复以后改仍要报批。

## 示例
去年：

```goal
部门 某某局
年度 2025
时效指标 项目完成时间 截止 2025-11-30 分值 10
```

今年：

```goal
部门 某某局
年度 2026
时效指标 项目完成时间 截止 2026-10-31 分值 10
```

## 改法
不必改。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, RowChange, documented
from goaldsl.diff.changes.further import further_changes
from goaldsl.diff.changes.targets import relation, target_change
from goaldsl.diff.comparison import Paired
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD108",
    "deadline-earlier",
    Message("时限提前", "the deadline is earlier"),
    Message("时限提前", "earlier"),
    (Category.PROMISE,),
    "nnw",
    __doc__,
)


def find(paired: Paired) -> Iterator[Change]:
    if relation(paired) is Relation.EARLIER:
        yield target_change(KIND, paired)
    yield from further_changes(KIND, paired, Relation.EARLIER)


CHANGE = RowChange(KIND, find)
