"""A scoring rule that gives more for some result and less for none.

## 作用
同样的结果，今年得的分（占本指标分值的比例）不少于去年，有的更多。旧规则按新指标值算，所以只比规则。

## 为什么
指标值没动，得分容易了，也是降低要求。

## 示例
去年：

```goal
部门 某某局
年度 2025
质量指标 培训合格率 >= 95% 分值 10 赋分 直接赋分
```

今年：

```goal
部门 某某局
年度 2026
质量指标 培训合格率 >= 95% 分值 10 赋分 按比例
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
    "GD140",
    "rule-loosened",
    Message("评分放宽", "the rule gives more"),
    Message("评分放宽", "looser scoring"),
    (Category.SCORING,),
    "nwe",
    __doc__,
)

CHANGE = RowChange(KIND, ruled(Scoring.LOOSENED))
