"""The findings of a self-evaluation held against the approved declaration (GA2)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, Code, Message

OTHER_APPROVED = Code(
    "GA201",
    "other-approved",
    Message("对照的不是同一份申报表", "another declaration was approved"),
    ERROR,
    """
## 作用
自评与批复的目标要是同一单位、同一年度的。

## 为什么
拿别的年度、别的单位的批复来对照，处处都不同，看不出真正的改动。

## 示例
`goaldsl score 2026/某局.goal --approved 2025/某局.json`

## 改法
换成同一单位、同一年度批复时写出的交换文件。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
CHANGED_TARGET = Code(
    "GA202",
    "target-substituted",
    Message("自评时改了指标值", "the target was changed"),
    ERROR,
    """
## 作用
自评所用的指标值与批复的不同。

## 为什么
完不成就把目标改低，自评就没有意义。

## 示例
批复 ≥10 次，自评按 ≥6 次。

## 改法
改回批复的指标值；确需调整的按程序报批。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
CHANGED_POINTS = Code(
    "GA203",
    "points-substituted",
    Message("自评时改了分值", "the points were changed"),
    ERROR,
    """
## 作用
自评所用的分值与批复的不同。

## 为什么
把没完成的指标的分值挪给完成了的指标，总分就虚高。

## 示例
批复 10 分，自评 5 分。

## 改法
改回批复的分值。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
CHANGED_SENTENCE = Code(
    "GA204",
    "criterion-substituted",
    Message("自评时改了评分标准", "the criterion was changed"),
    ERROR,
    """
## 作用
自评所用的评（扣）分标准与批复的不同。

## 为什么
改宽标准与改低目标一样，使得分不可信。

## 示例
批复每少 1 次扣 1 分，自评每少 1 次扣 0.5 分。

## 改法
改回批复的评分标准。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
MISSING_INDICATOR = Code(
    "GA205",
    "indicator-dropped",
    Message("批复的指标没有自评", "an approved indicator is missing"),
    ERROR,
    """
## 作用
批复的某个指标在自评里没有了。

## 为什么
没完成的指标一删了之，得分就虚高。

## 示例
批复有“群众满意度”，自评表里没有。

## 改法
补上这个指标的自评。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
ADDED_INDICATOR = Code(
    "GA206",
    "indicator-added",
    Message("自评多出没有批复的指标", "an indicator that was not approved"),
    ERROR,
    """
## 作用
自评里有批复的目标没有的指标。

## 为什么
事后添上已经完成的指标，等于给自己加分。

## 示例
自评表里多了“完成材料报送次数”。

## 改法
删去，或先报批调整目标。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
CHANGED_GOAL = Code(
    "GA207",
    "goal-substituted",
    Message("自评时改了年度目标", "a goal was changed"),
    ERROR,
    """
## 作用
自评的年度目标文字与批复的不同。

## 为什么
目标的文字是评价的依据，不能事后改写。

## 示例
批复“完成调研报告3篇”，自评“开展调查研究”。

## 改法
改回批复的年度目标。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
CHANGED_INDICATOR = Code(
    "GA208",
    "indicator-renamed",
    Message("自评时改了指标的名称或分类", "an indicator was renamed"),
    ERROR,
    """
## 作用
自评的指标名称或所属分类与批复的不同。

## 为什么
换个名称，衡量的东西就可能变了。

## 示例
批复“群众满意度”，自评“干部满意度”。

## 改法
改回批复的名称和分类。

## 依据
财预〔2015〕88号：绩效目标一经批复，执行中原则上不作调整；确需调整的，按规定程序报批。
""",
)
