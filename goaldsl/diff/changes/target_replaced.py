"""Two sets of results with nothing in common.

## 作用
两年认可的结果没有一个相同，又不是方向相反：常见于“恰为”和范围。

## 为什么
说不出更严还是更松，要由人看。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 班子职数 恰为 5 人 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 班子职数 恰为 7 人 分值 10
```

## 改法
写明更换的依据。

## 依据
财预〔2015〕88号：绩效目标批复后一般不予调整；确需调整的，按程序报批。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.targets import related
from goaldsl.diff.direction import Relation

KIND = documented(
    "GD109",
    "target-replaced",
    Message("指标值换了", "the target is another one"),
    Message("数值更换", "replaced"),
    (Category.PROMISE,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, related(Relation.REPLACED))
