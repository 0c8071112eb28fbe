"""Nothing but comments.

## 作用
除了 `#` 注释，什么也没有变。

## 为什么
注释不印出来，不影响承诺。

## 示例
去年：

```goal
部门 某某局
年度 2025
# 初稿
数量指标 培训班次 >= 4 期 分值 10
```

今年：

```goal
部门 某某局
年度 2026
# 定稿
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
不必改。

## 依据
语言指南：注释。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Category, Change, FormChange, Kind, documented
from goaldsl.diff.changes.texts import comments
from goaldsl.diff.comparison import Comparison

KIND = documented(
    "GD181",
    "comment-only",
    Message("只改了注释", "only comments changed"),
    Message("注释", "comments"),
    (Category.WORDING,),
    "···",
    __doc__,
)


def find(kind: Kind, forms: Comparison) -> Iterator[Change]:
    old, new = (comments(view.side.source) for view in (forms.old, forms.new))
    if old != new and None not in (old, new):
        yield Change(
            kind, Message("只有注释不同", "only comments differ"), "comments", actions=(Action.KEEP,)
        )


CHANGE = FormChange(KIND, find)
