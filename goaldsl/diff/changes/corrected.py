"""A change that removes a finding of the old side: see `corrections`.

## 作用
这一处改动消除了去年表上检查出的问题：照要求改的，不算违约。若同时放宽了，放宽的一条照报。

## 为什么
审核人要求改的，不能又拿来责怪。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 干部考察人次 >= 300 人 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 干部考察人次 >= 300 人次 分值 10
```

## 改法
不必改。

## 依据
财预〔2015〕88号：绩效目标审核意见的落实。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, Kind, RowChange, documented
from goaldsl.diff.comparison import Paired

KIND = documented(
    "GD183",
    "corrected",
    Message("改正", "corrected"),
    Message("改正", "corrected"),
    (Category.WORDING,),
    "nnn",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    yield from ()


CHANGE = RowChange(KIND, find)
