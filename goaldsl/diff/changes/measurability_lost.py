"""A target with a number or a date became words.

## 作用
去年有数（或日期），今年只有文字。

## 为什么
文字怎样算完成，由人说了算：承诺不能再核对。

## 示例
去年：

```goal
部门 某某局
年度 2025
质量指标 培训合格率 >= 95% 分值 10
```

今年：

```goal
部门 某某局
年度 2026
质量指标 培训合格率 定性 较高 分值 10
```

## 改法
恢复为数值；量不出来的，写明评判依据。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD105",
    "measurability-lost",
    Message("定量改成了定性", "a number became words"),
    Message("定量改定性", "number to words"),
    (Category.PROMISE,),
    "wee",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.LOST))
