"""Words became a target with a number or a date.

## 作用
去年只有文字，今年有数或日期。

## 为什么
可以核对了，是改进；批复以后改仍要报批。

## 示例
去年：

```goal
部门 某某局
年度 2025
社会效益指标 基层组织保障 定性 有效保障 分值 10
```

今年：

```goal
部门 某某局
年度 2026
社会效益指标 基层组织保障 >= 95% 分值 10
```

## 改法
不必改。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD106",
    "measurability-gained",
    Message("定性改成了定量", "words became a number"),
    Message("定性改定量", "words to number"),
    (Category.PROMISE,),
    "·nw",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.GAINED))
