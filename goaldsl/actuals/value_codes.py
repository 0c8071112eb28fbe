"""The findings about a single value filled in (GA102–GA109)."""

from __future__ import annotations

from goaldsl.diagnostics import ERROR, Code, Message

UNKNOWN_KEY = Code(
    "GA102",
    "unknown-actual",
    Message("没有这个指标或栏目", "no such indicator or entry"),
    ERROR,
    """
## 作用
实际值文件里写了申报表没有的指标名称，或者这个指标不问的栏目。

## 为什么
名称对不上，填的数就落不到任何指标上。

## 示例
```toml
["指标"."调研报告完成数"]   # 申报表里是“调研报告完成篇数”
```

## 改法
改成申报表里的名称；申报表改过的，重新运行 `goaldsl actuals`，已填的会保留。

## 依据
指标名称以申报表为准。
""",
)

MISSING = Code(
    "GA103",
    "actual-missing",
    Message("没有填", "not filled in"),
    ERROR,
    """
## 作用
计分需要的实际值、预算数或评定得分还空着。

## 为什么
缺一个数，这个指标和总分都算不出来。

## 示例
```toml
"实际完成值" = ""
```

## 改法
按注释里的单位填上。

## 依据
财预〔2020〕10号：自评表应逐项填列实际完成值。
""",
)

WRONG_TYPE = Code(
    "GA104",
    "actual-type",
    Message("填的内容不合要求", "not the kind of value asked for"),
    ERROR,
    """
## 作用
要数字的地方填了文字，要日期的地方填了数字，等等。

## 为什么
读不懂的值不能计分。

## 示例
```toml
"实际完成日期" = "年底"
```

## 改法
数字直接写；日期写 2026-12-20；清单写成 ["一项", "另一项"]。

## 依据
语言指南，“年终自评”。
""",
)

WRONG_UNIT = Code(
    "GA105",
    "actual-unit",
    Message("单位不对", "a unit that does not convert"),
    ERROR,
    """
## 作用
填的数带了单位，但与指标的计量单位不能换算。

## 为什么
3 个不一定是 3 篇，换算不了就不能比较。

## 示例
```toml
"实际完成值" = "3 个"   # 指标的单位是 篇
```

## 改法
改用指标的单位；不带单位的数就是指标的单位。

## 依据
语言指南，“年终自评”。
""",
)

SHARE_OR_PERCENT = Code(
    "GA106",
    "share-or-percent",
    Message("是 0.94% 还是 94%", "0.94 % or 94 %"),
    ERROR,
    """
## 作用
指标的单位是 %，目标在 10% 以上，填的却是 1 以下的数。

## 为什么
0.94 按指标的单位是 0.94%，多半是 94% 写成了小数；差一百倍，不能猜。

## 示例
```toml
"实际完成值" = 0.94   # 目标 ≥95 %
```

## 改法
是 94% 就写 94；真是 0.94% 就写 "0.94%"。

## 依据
语言指南，“年终自评”：不带单位的数就是指标的单位。
""",
)

IMPOSSIBLE = Code(
    "GA107",
    "impossible-actual",
    Message("不可能的数", "an impossible value"),
    ERROR,
    """
## 作用
覆盖率、满意度一类超过 100%，不会是负数的填了负数，论个数的填了小数。

## 为什么
这样的数一定是填错了，或者口径不对。

## 示例
```toml
"实际完成值" = 103   # 满意度
```

## 改法
核对原始数据。

## 依据
比率类指标的取值范围。
""",
)

UNKNOWN_WORD = Code(
    "GA108",
    "unknown-grade",
    Message("没有这一档", "no such grade"),
    ERROR,
    """
## 作用
定性指标填的词，或清单里的一项，评分标准里没有。

## 为什么
评分标准没有写的档次没有分数。

## 示例
```toml
"实际完成值" = "效果很好"   # 标准里是 效果明显、效果一般
```

## 改法
从注释列出的档次里选一个，一字不差。

## 依据
该指标的评（扣）分标准。
""",
)

OUTSIDE_GRADE = Code(
    "GA109",
    "points-outside-grade",
    Message("评定的得分不在这一档的区间里", "points outside the interval of the grade"),
    ERROR,
    """
## 作用
由人评定的得分超出所选等级的区间，或者超出分值。

## 为什么
等级和得分要对得上：良的得分不能给到优的区间。

## 示例
```toml
"评判等级" = "部分实现目标"
"评定得分" = 9   # 该档 6（含）到 8 分，满分 10
```

## 改法
改等级或改得分。

## 依据
财预〔2021〕101号：按评判等级赋分，三档分别为分值的 100%–80%（含）、80%–60%（含）、60%–0%。
""",
)
