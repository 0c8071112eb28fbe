"""A unit that measures something else.

## 作用
单位量的不是同一种东西了：人与人次、户与人、比率与日期。

## 为什么
两年的数不能比，历年数据也接不上。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 参加培训人员 >= 300 人 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 参加培训人员 >= 300 人次 分值 10
```

## 改法
恢复原单位；确要换口径，换一个名称并停用旧指标。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD110",
    "unit-changed",
    Message("计量单位换了量纲", "another dimension of unit"),
    Message("换口径", "another measure"),
    (Category.PROMISE, Category.DATA),
    "wee",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.UNIT))
