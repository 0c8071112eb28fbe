"""A row that last year's form does not have.

## 作用
今年有、去年没有的指标。

## 为什么
新增是好事；若另有一个指标同时取消，要看是不是换了名称。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训班次 >= 4 期 分值 5
数量指标 调研报告完成篇数 >= 3 篇 分值 5
```

## 改法
是去年的指标改了名称，写 `上年名称`。

## 依据
财预〔2015〕88号。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Category, Change, Kind, RowChange, documented
from goaldsl.diff.changes.targets import shown
from goaldsl.diff.comparison import Paired

KIND = documented(
    "GD122",
    "indicator-added",
    Message("新增指标", "a new indicator"),
    Message("新增", "added"),
    (Category.STRUCTURE,),
    "·nw",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    new = paired.new
    if new is None or paired.sure or not paired.forms.old.declaration.complete:
        return
    text = new.promise.text
    yield Change(
        kind,
        Message(f"新增“{new.name}” {text}".rstrip(), f"new: {new.name} {text}".rstrip()),
        "indicator",
        None,
        shown(new),
        (Action.CREATE,),
        span=new.indicator.name.span,
        paired=paired,
    )


CHANGE = RowChange(KIND, find)
