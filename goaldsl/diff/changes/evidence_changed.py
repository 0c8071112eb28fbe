"""The actual value comes from elsewhere.

## 作用
数据来源写得不同。

## 为什么
来源变了，两年的数可能不可比。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训人次 >= 300 人次 分值 10
  数据来源 签到表
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训人次 >= 300 人次 分值 10
  数据来源 单位自行统计
```

## 改法
核对新的来源是否可靠。

## 依据
财预〔2020〕10号。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, Change, Kind, RowChange, documented
from goaldsl.diff.changes.texts import text_change
from goaldsl.diff.comparison import Paired

KIND = documented(
    "GD161",
    "evidence-changed",
    Message("数据来源改了", "another source of data"),
    Message("来源改动", "evidence"),
    (Category.WORDING,),
    "nnn",
    __doc__,
)


def find(kind: Kind, paired: Paired) -> Iterator[Change]:
    if paired.forms.compared("source"):
        yield from text_change(kind, paired, "source", Message("数据来源", "source of data"))


CHANGE = RowChange(KIND, find)
