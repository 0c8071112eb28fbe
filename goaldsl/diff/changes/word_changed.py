"""A target in words that reads differently.

## 作用
指标值是文字，两年写得不同。

## 为什么
“有效保障”和“基本保障”谁高谁低，没有规定的次序，要由人看。

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
社会效益指标 基层组织保障 定性 基本保障 分值 10
```

## 改法
恢复原文，或写明改动的理由。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD113",
    "word-changed",
    Message("定性的目标换了文字", "other words as target"),
    Message("文字目标改动", "other words"),
    (Category.PROMISE,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.WORD))
