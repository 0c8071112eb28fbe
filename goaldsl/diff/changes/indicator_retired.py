"""A row that was retired with a reason.

## 作用
去年的指标今年写了 `停用` 和理由。

## 为什么
有交代的取消，审核人看理由即可。去年没有完成的，停用也要核实（GD173）。

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
停用 数量指标 调研报告完成篇数
  解释 职能划转到政策研究室
```

## 改法
不必改。

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
    "GD121",
    "indicator-retired",
    Message("指标停用", "an indicator is retired"),
    Message("停用", "retired"),
    (Category.STRUCTURE, Category.DATA),
    "·nn",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    old, retired = paired.old, paired.match.retired
    if old is None or paired.sure or retired is None or retired.reason is None:
        return
    yield row_gone(kind, paired, old, retired)


CHANGE = RowChange(KIND, find)
