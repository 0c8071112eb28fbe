"""A target that fewer results meet than before.

## 作用
今年认可的结果比去年少：要求提高了。

## 为什么
批复以后收紧同样是调整，也要报批；逐年收紧是好事，列出来给审核人看。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 调研报告完成篇数 >= 3 篇 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 调研报告完成篇数 >= 4 篇 分值 10
```

## 改法
不必改。批复以后调整的，补上批复文号。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD102",
    "target-tightened",
    Message("指标值收紧", "the target is harder to reach"),
    Message("提高要求", "harder"),
    (Category.PROMISE,),
    "nnw",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.TIGHTENED))
