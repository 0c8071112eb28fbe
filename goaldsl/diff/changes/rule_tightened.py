"""A scoring rule that gives less for some result and more for none.

## 作用
同样的结果，今年得的分不多于去年，有的更少。

## 为什么
提高要求；批复以后改仍要报批。

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
质量指标 培训合格率 >= 95% 分值 10 赋分 按比例 及格 60%
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
    "GD141",
    "rule-tightened",
    Message("评分收紧", "the rule gives less"),
    Message("评分收紧", "stricter scoring"),
    (Category.SCORING,),
    "nnw",
    __doc__,
)

CHANGE = RowChange(KIND, ruled(Scoring.TIGHTENED))
