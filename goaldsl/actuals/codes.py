"""The findings about actual values (GA1)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, WARNING, Code, Message

OTHER_DECLARATION = Code(
    "GA101",
    "other-declaration",
    Message("填的是别的申报表", "actuals of another declaration"),
    ERROR,
    """
## 作用
核对文件里的部门和年度与申报表是否相同。

## 为什么
把去年的或别的单位的实际值用到这份表上，得分全是错的，而且看不出来。

## 示例
```toml
"年度" = 2025   # 申报表是 2026 年的
```

## 改法
核对是不是拿错了文件；文件里的部门、年度由 `goaldsl actuals` 写好，不必改。

## 依据
自评与申报的目标应为同一年度、同一单位。
""",
)

NO_REASON = Code(
    "GA110",
    "reason-missing",
    Message("丢了分，没有写原因", "points lost without a reason"),
    ERROR,
    """
## 作用
得分低于分值（或预算执行率没有达到要求），“偏差原因及改进措施”还空着。

## 为什么
自评表要求逐项说明偏差原因和改进措施。

## 示例
```toml
"实际完成值" = 92
"偏差原因及改进措施" = ""
```

## 改法
写明为什么没有完成，准备怎么办。

## 依据
财预〔2020〕10号：未完成绩效目标的，要说明偏差原因并提出改进措施。
""",
)

NO_EXPLANATION = Code(
    "GA111",
    "over-achievement-unexplained",
    Message("远超目标，没有说明", "target far exceeded without a word"),
    ERROR,
    """
## 作用
分值方案要求对远超目标的指标作说明，这里没有写。

## 为什么
实际值超过目标很多，多半是当初目标定低了。

## 示例
```toml
"实际完成值" = 96   # 目标 ≥12 次
```

## 改法
在“超额完成说明”里写明原因；下一年把目标定得合适。

## 依据
分值方案的超额比例；财预〔2020〕10号：因指标值设定明显偏低造成的，按偏离程度适度调减得分。
""",
)

OVERSPENT = Code(
    "GA112",
    "executed-above-budget",
    Message("执行数大于全年预算数", "executed more than the budget"),
    ERROR,
    """
## 作用
全年执行数大于调整后的全年预算数。

## 为什么
支出不能超过预算；中途追加的要算进全年预算数。

## 示例
```toml
"全年预算数" = 814.87
"全年执行数" = 902.13
```

## 改法
把追加数加进全年预算数，或核对执行数。

## 依据
预算法第十三条：各部门、各单位的支出必须以经批准的预算为依据，未列入预算的不得支出。
""",
)

OUTSIDE_YEAR = Code(
    "GA113",
    "date-outside-year",
    Message("完成日期不在本年度", "a day outside the year"),
    WARNING,
    """
## 作用
实际完成日期早于本年 1 月 1 日，或晚于次年 6 月 30 日。

## 为什么
多半是年份写错了；早一年的日期会白得满分。

## 示例
```toml
"实际完成日期" = 2025-12-20   # 2026 年度
```

## 改法
核对年份。

## 依据
绩效目标按预算年度设定和评价。
""",
)

FUNDS_SUM = Code(
    "GA114",
    "funds-sum",
    Message("各项资金之和不等于总额", "the parts of the funds do not sum up"),
    ERROR,
    """
## 作用
预算各来源的合计与年度资金总额不相等。

## 为什么
自评表里总额等于财政拨款、上年结转、其他资金之和。

## 示例
```toml
["预算"]
"全年执行数" = 100
["预算"."当年财政拨款"]
"全年执行数" = 90
```

## 改法
核对各项和总额。

## 依据
项目支出绩效自评表的填报要求。
""",
)

NO_BASE = Code(
    "GA115",
    "no-base-for-change",
    Message("上年实际数是 0，变动率算不出来", "no change rate against nothing"),
    ERROR,
    """
## 作用
按变动率计分的指标，上年实际数填了 0。

## 为什么
变动率是与上年之差除以上年数，除以 0 没有意义，得分也就算不出来。

## 示例
```toml
"实际完成值" = 3.2
"上年实际数" = 0
```

## 改法
核对上年数；上年确实没有的，这个指标不宜按变动率评价，先报批调整评分标准。

## 依据
该指标的评（扣）分标准。
""",
)

POINTS_DIFFER = Code(
    "GA117",
    "points-differ",
    Message("填的得分与算出的不同", "points that contradict the rule"),
    ERROR,
    """
## 作用
填了“评定得分”，而按实际值和评分标准能算出得分，两者不同。

## 为什么
完成了 100% 只得 7 分，或者 98% 得 9 分：自评表里这样的矛盾，审核一眼就看得出。

## 示例
```toml
"实际完成值" = 92
"评定得分" = 9   # 每降低 1% 扣 0.5 分，92% 应得 8.5 分
```

## 改法
删去“评定得分”，由程序计算；或核对实际值。

## 依据
该指标的评（扣）分标准。
""",
)

NO_RATE = Code(
    "GA116",
    "no-execution-rate",
    Message("预算执行率算不出来", "no rate of execution"),
    ERROR,
    """
## 作用
全年预算数是 0，而预算执行率要计分。

## 为什么
执行率等于执行数除以全年预算数，除以 0 没有意义。

## 示例
```toml
"全年预算数" = 0
"全年执行数" = 0
```

## 改法
核对全年预算数；确实没有预算的，换用不计执行率的分值方案。

## 依据
财预〔2020〕10号：预算执行率 10 分。
""",
)

POINTS_CONTRADICT = Code(
    "GA118",
    "points-contradict-target",
    Message("评定的得分与完成情况相反", "points that contradict what was reached"),
    ERROR,
    """
## 作用
得分由人评定，而目标和实际值都写着：没有达到目标，却给满分；达到了目标，却给 0 分。

## 为什么
3 次只办了 2 次、支出超过了目标、九月前的事十一月才办完，都照给满分，总分和等级就都不可信。

## 示例
```toml
"实际完成值" = 5830   # 目标 ≤5300 万元
"评定得分" = 10
```

## 改法
核对实际值；没有填错的，按完成情况改“评定得分”。

## 依据
财预〔2020〕10号：完成指标值的，记该指标所赋全部分值；未完成的，按完成值与指标值的比例记分。
""",
)

IMPLAUSIBLE = Code(
    "GA119",
    "implausible-actual",
    Message("实际值不像", "a figure that is hard to believe"),
    WARNING,
    """
## 作用
实际值是目标的 10 倍以上，或不到千分之一；部分占全体的率超过 100%；年初预算数与申报表上的预算差 10 倍以上。写了“超额完成说明”的不报。

## 为什么
多半是单位差了一万倍，或者填错了行；照它算出的得分不可信。

## 示例
```toml
"实际完成值" = 312000   # 目标 ≥30 万人次
```

## 改法
核对数和单位，如 `"31.2 万人次"`；没有填错的，写 `"说明[GA119]" = "理由"`。

## 依据
财预〔2020〕10号：自评数据应真实、准确。
""",
)


TITLE_NOT_PRINTED = Code(
    "GA130",
    "title-not-on-self-evaluation",
    Message("表名不印在自评表上", "the title is not on the self-evaluation form"),
    WARNING,
    """
## 作用
申报表用“表名”改了表的标题；自评表有自己的标题，不印它。

## 为什么
写的人以为自评表也用这个标题，收表的人看到的是另一个。

## 示例
```goal
表名 农村公路项目绩效目标表
```

## 改法
不用改；自评表一定要用别的标题的，在 `说明[GA130]` 里写明，打印后另加。

## 依据
财预〔2020〕10号附表：自评表的标题。
""",
)
