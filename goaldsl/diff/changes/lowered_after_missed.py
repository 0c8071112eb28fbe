"""A row that was missed last year and is easier now.

## 作用
去年没有完成的指标，今年放宽了。去年有实际值（旁边的实际值文件，或自评的 JSON）时才判断。

## 为什么
没完成就降低，等于承诺可以讨价还价。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 招录人数 >= 30 人 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 招录人数 >= 20 人 分值 10
```

## 改法
写明去年为什么没完成、今年为什么做不到。

## 依据
财预〔2020〕10号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.actuals import lowered

KIND = documented(
    "GD174",
    "lowered-after-missed",
    Message("没完成就降低", "lowered after it was missed"),
    Message("没完成就降低", "missed, then lowered"),
    (Category.PROMISE,),
    "wwe",
    __doc__,
)

CHANGE = RowChange(KIND, lowered)
