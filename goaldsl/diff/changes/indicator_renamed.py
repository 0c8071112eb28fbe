"""A row with another name that says which one it was.

## 作用
今年写了 `上年名称`（或编号相同），是同一个指标。

## 为什么
改名有交代，历年数据接得上。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 组织培训次数 >= 4 次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 开展业务培训次数 >= 4 次 分值 10
  上年名称 组织培训次数
```

## 改法
不必改。

## 依据
财预〔2015〕88号。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Category, Change, Kind, RowChange, State, documented, row_change
from goaldsl.diff.comparison import Paired
from goaldsl.diff.matching import Link
from goaldsl.diff.wording import alike

KIND = documented(
    "GD123",
    "indicator-renamed",
    Message("指标改名", "an indicator was renamed"),
    Message("改名", "renamed"),
    (Category.WORDING, Category.DATA),
    "·nn",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    if (
        paired.match.link not in (Link.DECLARED, Link.ID)
        or len(paired.match.olds) + len(paired.match.news) > 2
    ):
        return
    old, new = paired.old, paired.new
    if old is not None and new is not None and not alike(old.name, new.name):
        reason = Message(f"“{old.name}”改名为“{new.name}”", f"{old.name} is now {new.name}")
        both = (State(old.name), State(new.name))
        yield row_change(kind, reason, paired, "name", *both, actions=(Action.MOVE,))


CHANGE = RowChange(KIND, find)
