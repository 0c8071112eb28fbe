"""A row that was missed last year and is gone.

## 作用
去年没有完成的指标，今年取消或停用了；写了停用的理由也报。去年有实际值（旁边的实际值文件，或自评的 JSON）时才判断。

## 为什么
没完成的事，不能靠取消了结。

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
数量指标 培训班次 >= 4 期 分值 10
```

## 改法
恢复指标，或由审核人认可理由。

## 依据
财预〔2020〕10号：评价结果与目标调整挂钩。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.actuals import dropped

KIND = documented(
    "GD173",
    "dropped-after-missed",
    Message("没完成就取消", "dropped after it was missed"),
    Message("没完成就取消", "missed, then dropped"),
    (Category.PROMISE,),
    "wwe",
    __doc__,
)

CHANGE = RowChange(KIND, dropped)
