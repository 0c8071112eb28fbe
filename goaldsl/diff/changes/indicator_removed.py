"""A row of last year that is no longer there.

## 作用
去年的指标今年没有了，也没有写 `停用`。

## 为什么
悄悄取消的指标，承诺和历年数据一起断了。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 调研报告完成篇数 >= 3 篇 分值 5
数量指标 培训班次 >= 4 期 分值 5
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
改了名称的，写 `上年名称`；确实不再做的，写 `停用 数量指标 调研报告完成篇数` 和 `解释` 理由。

## 依据
财预〔2015〕88号：绩效目标调整要按程序报批。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, Kind, RowChange, documented
from goaldsl.diff.changes.rows import row_gone
from goaldsl.diff.comparison import Paired

KIND = documented(
    "GD120",
    "indicator-removed",
    Message("指标取消", "an indicator is gone"),
    Message("取消", "removed"),
    (Category.PROMISE, Category.STRUCTURE, Category.DATA),
    "nwe",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    old = paired.old
    if old is None or paired.sure or (paired.match.retired and paired.match.retired.reason):
        return
    if not paired.forms.new.declaration.complete:
        return  # it may stand on the line that cannot be read: GD199
    yield row_gone(kind, paired, old)


CHANGE = RowChange(KIND, find)
