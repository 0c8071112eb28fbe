"""Findings about the amounts in a rule: points, steps, shares, repeated items (GB310–GB317)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, WARNING, Code, Message

EXCEEDS_SCORE = Code(
    "GB310",
    "points-exceed-score",
    Message("能得的分多于分值", "more points than the indicator has"),
    ERROR,
    """
## 作用
规则里某一档、某一项或几项合计能得的分，多于这个指标的分值。

## 为什么
一个指标最多得满分；多出来的分会使总分超过 100。

## 示例
```goal-error
社会效益指标 政府执行力和公信力不断提高 定性 效果明显 分值 10 赋分 分档 效果明显 15, 效果一般 8
```

## 改法
核对分值和规则，改其中写错的一个。

## 依据
财预〔2021〕101号：指标得分不超过指标分值。
""",
)
DEDUCTS_TOO_MUCH = Code(
    "GB311",
    "deduction-exceeds-score",
    Message("一次扣的分多于分值", "one deduction is larger than the score"),
    WARNING,
    """
## 作用
一步扣的分、某一档扣的分或最多扣的分，多于这个指标的分值。

## 为什么
分值扣完为止，多写的分扣不着；多半是分值或扣分抄错了。

## 示例
```goal-error
数量指标 文体活动次数 >= 2 次 分值 2.5 赋分 每少1次扣3分
```

## 改法
核对分值和扣分。

## 依据
评（扣）分标准扣完为止的通例。
""",
)
NEGATIVE = Code(
    "GB312",
    "negative-points",
    Message("分数是负的", "negative points"),
    ERROR,
    """
## 作用
规则里写了负的分数，又没有写 `可倒扣`；或者写了“扣 -1 分”。

## 为什么
得分最少是 0，除非写明可以倒扣；扣负的分就成了加分。

## 示例
```goal-error
社会效益指标 政府执行力和公信力不断提高 定性 效果明显 分值 10 赋分 分档 效果明显 10, 无效果 -2
```

## 改法
改为 0，或在规则后面写 `可倒扣`；要加分用 `加分`。

## 依据
语言指南，“赋分规则”。
""",
)
ZERO_STEP = Code(
    "GB313",
    "step-of-zero",
    Message("一步的大小是 0", "a step of zero"),
    ERROR,
    """
## 作用
步长是 0 或负数，或者分数写成除以 0。

## 为什么
差一点也要扣无数次，算不出来。

## 示例
```goal-error
质量指标 下级党委满意度 >= 95 % 分值 10 赋分 每低0%扣0.5分
```

## 改法
写一个大于 0 的步长。

## 依据
语言指南，“赋分规则”中的“一步”。
""",
)
SHARE_RANGE = Code(
    "GB314",
    "share-out-of-range",
    Message("百分比超出了可以用的范围", "a percentage out of range"),
    ERROR,
    """
## 作用
及格线要在 0 到 100% 之间（不含 100%），不得分的门槛不超过 100%，基数要大于 0，允许的偏差不能是负数。

## 为什么
及格线是 100% 时要除以 0；门槛超过 100% 时完成了计划也不得分。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例 及格 100%
```

## 改法
改正百分比；通常的及格线是 60%。

## 依据
财预〔2021〕101号，按照完成比例赋分，同时设置及格门槛。
""",
)
CONFLICT = Code(
    "GB315",
    "conflicting-shares",
    Message("及格线不能与门槛、基数同用", "a pass mark excludes a cutoff and a base"),
    ERROR,
    """
## 作用
`按比例` 同时写了 `及格` 和 `低于…不得分`，或者 `及格` 和 `以…为基数`。

## 为什么
两种写法各规定了一条计分的曲线，同时写就不知道按哪一条。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例 及格 60% 低于 50% 不得分
```

## 改法
只留一个。

## 依据
财预〔2021〕101号，按照完成比例赋分。
""",
)
REPEATED = Code(
    "GB316",
    "repeated-choice",
    Message("同一档写了两次", "the same grade twice"),
    ERROR,
    """
## 作用
分档、逐项、区间或插值里，同一个词或同一个界限出现了两次。

## 为什么
同一种结果对应两个分数，不知道取哪一个。

## 示例
```goal-error
社会效益指标 政府执行力和公信力不断提高 定性 效果明显 分值 10 赋分 分档 效果明显 10, 效果明显 5
```

## 改法
改正其中写错的一个，或删去重复的。

## 依据
语言指南，“赋分规则”。
""",
)
EMPTY = Code(
    "GB317",
    "nothing-to-choose",
    Message("规则里没有一档", "a rule without items"),
    ERROR,
    """
## 作用
分档、区间、插值、逐项没有写出任何一档；插值少于两点。

## 为什么
没有档次就没有分数。

## 示例
```goal-error
质量指标 任务完成率 >= 100 % 分值 10 赋分 插值 100% 10
```

## 改法
写出各档和各档的分数；插值至少写两点，如 `插值 60% 0, 100% 10`。

## 依据
语言指南，“赋分规则”。
""",
)
