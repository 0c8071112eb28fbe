"""The goals or the duties read differently.

## 作用
年度目标、职责的文字改了。年度数字、标点旁的空格不算。

## 为什么
年度目标是总的承诺，指标由它分解。

## 示例
去年：

```goal
部门 某某局
年度 2025
年度目标
  审价、审计，支付尾款。
数量指标 服务人次 >= 100 人次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
年度目标
  支付尾款。
数量指标 服务人次 >= 100 人次 分值 10
```

## 改法
写明改动的理由。

## 依据
财预〔2015〕88号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, FormChange, documented
from goaldsl.diff.changes.texts import goals

KIND = documented(
    "GD191",
    "goal-text-changed",
    Message("年度目标或职责改了", "goals or duties changed"),
    Message("目标文字改动", "goal text"),
    (Category.PROMISE,),
    "nww",
    __doc__,
)

CHANGE = FormChange(KIND, goals)
