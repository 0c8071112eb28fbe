"""A target that nobody moved although it is always exceeded.

## 作用
目标连续三年不变，前两年都超额完成。95% 以上的比率不算；不够三年的不报，报告里说明只有几年。去年有实际值（旁边的实际值文件，或自评的 JSON）时才判断。

## 为什么
年年超额的目标，早就不是目标。

## 示例
去年：

```goal
部门 某某局
年度 2025
数量指标 培训人次 >= 300 人次 分值 10
```

今年：

```goal
部门 某某局
年度 2026
数量指标 培训人次 >= 300 人次 分值 10
```

## 改法
按近年实际提高目标。

## 依据
财预〔2020〕10号。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.actuals import unmoved

KIND = documented(
    "GD172",
    "never-moved",
    Message("三年未变，年年超额", "unchanged for three years, always exceeded"),
    Message("三年未变", "never moved"),
    (Category.PROMISE,),
    "nww",
    __doc__,
)

CHANGE = RowChange(KIND, unmoved)
