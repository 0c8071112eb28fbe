"""Findings about rules that do not fit their target: shape, basis, modifiers, units (GB301–GB309)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, HINT, WARNING, Code, Message, Severities, Severity

REVERSE_UNSAID = Code(
    "GB301",
    "ratio-direction-unsaid",
    Message(
        "反向指标按比例赋分，没有说按哪一种",
        "a ratio under a reverse target does not say which convention it follows",
    ),
    ERROR,
    """
## 作用
指标值越小越好（`≤`、`<`，成本类的 `=`），规则写了 `按比例`，却没有写 `线性` 或 `反比`。

## 为什么
超出以后怎样按比例，各地有两种互不相同的算法：线性扣到 2 倍计划值为零（1-(实际值-计划值)/计划值），反比按计划值/实际值。不写明，同一张表会算出两个分数。

## 示例
```goal-error
经济成本指标 部门预算支出金额 <= 814.87 万元 分值 20 赋分 按比例
```

## 改法
写 `按比例 线性` 或 `按比例 反比`；多数地方的系统用线性。

## 依据
财预〔2021〕101号，按照完成比例赋分；该办法没有规定反向指标的算法。
""",
)
RELATIVE_TO_ZERO = Code(
    "GB302",
    "relative-to-zero",
    Message("目标是 0，不能按比例", "the target is 0: nothing can be relative to it"),
    ERROR,
    """
## 作用
指标值是 0，规则却要用实际值除以计划值，或者按计划值的百分之几来扣分。

## 为什么
除以 0 没有结果；0 的 10% 还是 0，无法一步一步地扣。

## 示例
```goal-error
质量指标 安全事故数 = 0 起 分值 5 赋分 按比例 线性
```

## 改法
改为 `直接赋分`，或按数量扣分：`每超1起扣1分`。

## 依据
财预〔2021〕101号，按照完成比例赋分适用于量化的统计类定量指标。
""",
)
NEEDS_NUMBER = Code(
    "GB303",
    "rule-needs-number",
    Message("这种规则要有数值，指标值却不是数值", "the rule needs a number, the target is none"),
    ERROR,
    """
## 作用
指标值是定性的文字、期限或一个范围，规则却要拿实际值去除、去比或去插值。

## 为什么
“效果明显”不能除以计划值，规则无法执行，评分时只能凭印象。

## 示例
```goal-error
社会效益指标 政府执行力和公信力不断提高 定性 效果明显 分值 10 赋分 按比例
```

## 改法
定性指标用 `分档`、`逐项` 或 `按评判等级`；期限用 `每推迟10天扣1分` 或 `直接赋分`。

## 依据
财预〔2021〕101号，四种赋分方法各自的适用范围。
""",
)
GRADES_ON_NUMBER = Code(
    "GB304",
    "grades-on-number",
    Message("指标值是数值，规则却分档评判", "graded by words although the target is a number"),
    WARNING,
    """
## 作用
指标值是可以量的数，规则却用 `分档` 或 `按评判等级` 让人来判断。

## 为什么
同样的实际值，不同的人会判成不同的档；数值本身已经能算出分数。

## 示例
```goal-error
质量指标 培训合格率 >= 95 % 分值 5 赋分 分档 优秀 5, 合格 3
```

## 改法
改为 `按区间 >= 95% 5, >= 80% 3`、`按比例` 或 `每低1%扣1分`。

## 依据
财预〔2021〕101号，按评判等级赋分主要适用于情况说明类的定性指标。
""",
)
BASIS_UNFIT = Code(
    "GB305",
    "basis-does-not-fit",
    Message("这种规则不能用这个依据", "the basis does not fit the shape of the rule"),
    ERROR,
    """
## 作用
规则前面写了 `完成率`、`偏差率`、`逾期`、`变动率` 或 `发生`，后面的规则却用不上它，或者它在这个指标下没有意义。

## 为什么
例如逾期的天数没有计划值，不能再“按比例”；期限没有完成率。

## 示例
```goal-error
时效指标 工作完成时间 截止 2026-12-31 分值 10 赋分 逾期 按比例
```

## 改法
去掉依据，或改用能用它的规则，如 `逾期 每10天扣1分`。

## 依据
语言指南，“赋分规则”。
""",
)
NO_EFFECT = Code(
    "GB306",
    "modifier-without-effect",
    Message("这个限定用不上", "a modifier that does not fit the rule"),
    ERROR,
    """
## 作用
规则后面的限定（允许、最多扣、基础分、加分、不足按一步、可倒扣、否则、线性、反比）对这种规则不起作用。

## 为什么
写了不起作用的话，读的人会以为它起作用。

## 示例
```goal-error
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例 不足按一步
```

## 改法
删去这个限定，或改用用得上它的规则。

## 依据
语言指南，“赋分规则”。
""",
)
UNIT_UNFIT = Code(
    "GB307",
    "unit-does-not-convert",
    Message("单位与指标值的单位对不上", "the unit cannot be converted to the target's"),
    ERROR,
    """
## 作用
扣分的步长、区间的界限或允许的偏差，用的单位不能换算成指标值的单位。

## 为什么
指标值按篇计，扣分按天计，就不知道差多少算一步。

## 示例
```goal-error
数量指标 培训人次 >= 500 人次 分值 10 赋分 每少1公里扣1分
```

## 改法
改成指标值的单位或能换算的单位（年与月可以，万元与元可以）；`每低1%` 在百分率上是 1 个百分点，在其他单位上是计划值的 1%。

## 依据
语言指南，“赋分规则”中的“一步”。
""",
)
UNIT_UNSURE = Code(
    "GB308",
    "unit-may-not-convert",
    Message("单位与指标值的单位不同，换算不准", "the unit counts something else than the target's"),
    WARNING,
    """
## 作用
步长或界限的单位与指标值的单位计的不是同一种东西（`次` 与 `场`），或是两种不能准确换算的时间（月与周），或其中一个不认识。

## 为什么
人能看懂，换一个人却可能有另一种算法；系统算不准。

## 示例
```goal-error
数量指标 文体活动次数 >= 2 次 分值 2.5 赋分 每少1场扣1.25分
```

## 改法
改用指标值的计量单位。

## 依据
语言指南，“赋分规则”中的“一步”。
""",
)
ANOTHER_QUANTITY = Code(
    "GB309",
    "step-counts-another-quantity",
    Message("扣分数的是另一件事", "the step counts another quantity than the target"),
    HINT,
    """
## 作用
指标值是一个比率或一句定性的话，扣分却按拖延的时间或发生的次数。规则照样成立，只是年终要另外报一个数。

## 为什么
指标值说的是及时率，扣分说的是晚了几周，两者可以不一致：及时率只差 1%，却可能晚了一年。

## 示例
```goal-error
时效指标 工作完成及时率 = 100 % 分值 5 赋分 每推迟1周扣0.5分
```

## 改法
写明依据：`逾期 每1周扣0.5分`、`发生 投诉 每1起扣1分`；或改成指标值自己的单位：`每低1%扣0.5分`。

## 依据
评价时的常见意见：评分依据与指标值不是同一个量。
""",
)
SIDE_CONTRADICTS = Code(
    "GB318",
    "side-contradicts-target",
    Message("扣分的方向与指标值相反", "the rule counts on the other side of the target"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    """
## 作用
指标值说越多越好（`>=`），规则却写 `每超…扣…`；或者指标值说不超过（`<=`），规则却写 `每低…扣…`、`每少…扣…`。得分、加分的方向反了也一样。
指标值有两边的（区间、`恰为`），写明的一边就是唯一扣分的一边，不报。

## 为什么
两处必有一处写反，程序不知道是哪一处：照写的印出，不能计算，年终要由人打分。替填报人翻过来，印出的就成了相反的话。

## 示例
```goal-error
质量指标 差错率 >= 5% 分值 5 赋分 每超1%扣1分
```

## 改法
二选一：指标值写反了的，改符号（`<= 5%`）；规则写反了的，改方向（`每低1%扣1分`）。

## 依据
财预〔2015〕88号：绩效指标的评分标准应与绩效目标相匹配。
""",
)
