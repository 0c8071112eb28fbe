"""A scoring rule that gives more for one result and less for another.

## 作用
有的结果得分多了，有的少了，或者问的不是同一件事。

## 为什么
松还是紧，要看实际落在哪一段。

## 示例
去年：

```goal
部门 某某局
年度 2025
质量指标 培训合格率 >= 95% 分值 10 赋分 按比例
```

今年：

```goal
部门 某某局
年度 2026
质量指标 培训合格率 >= 95% 分值 10 赋分 每低1%扣0.2分
```

## 改法
恢复原来的评分标准，或写明理由。

## 依据
财预〔2020〕10号：评分标准事先确定。
"""

from __future__ import annotations

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Category, RowChange, documented
from goaldsl.diff.changes.scoring import ruled
from goaldsl.diff.rules import Scoring

KIND = documented(
    "GD142",
    "rule-reshaped",
    Message("评分方式改变", "the rule gives more here, less there"),
    Message("评分改变", "reshaped scoring"),
    (Category.SCORING,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, ruled(Scoring.RESHAPED))
