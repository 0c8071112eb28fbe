"""数字一样、单位不同的两个金额。

## 作用
资金总额与别的资金栏、成本上限的数字完全相同，单位却不同，如预算 `1681680`（表上印“万元”）旁边是 `1681680 元`。
报出以后，别的金额核对（GC450、GC451、GC452、GC454）不再为同一处另报。

## 为什么
两处多半是同一笔钱，其中一处的单位写错了，差一万倍；印出来、汇总进去的就是错的。

## 示例
```goal
表样 项目
年度 2026
项目名称 污水管网改造
主管部门 某区住建局
年度资金总额 1681680
经济成本指标 项目总成本 <= 1681680 元 分值 20
```

## 改法
数是元的，总额后面写上“元”，或在表头加一行 `金额单位 元`，表上按万元印出；数是万元的，改另一处的单位。金额不会自动改动。

## 依据
财预〔2015〕88号附表：年度资金总额以万元为单位；绩效目标与预算资金相应匹配。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.amounts import alike_in_digits
from goaldsl.checks.budget import in_wan
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import WARNING, Finding, Message, Related

CODE = documented(
    "GC453",
    "amounts-alike",
    Message("金额数字相同、单位不同", "equal digits in unequal units"),
    WARNING,
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    pairs = alike_in_digits(facts)
    if not pairs:
        return
    whole = pairs[0][0]
    others = [other for _, other in pairs]
    names = "、".join(f"“{other.name}”" for other in others)
    unit = others[0].unit.symbol
    yield Finding(
        CODE,
        whole.span,
        Message(
            f"“{whole.name}”与{names}数字相同，单位却不同：一处是 {in_wan(whole.wan * 10_000)}，"
            f"一处是 {in_wan(others[0].wan * 10_000)}",
            f"equal digits in unequal units: {whole.unit.symbol} here, {unit} there",
        ),
        notes=(Message("不知道哪一处的单位对，金额没有改动。", "Nothing has been converted."),),
        remedy=Message(
            f"这个数是{unit}的，在后面写上“{unit}”，或加一行：金额单位 {unit}；否则改另一处的单位。",
            f"If this is in {unit}, write so behind it, or add a line 金额单位 {unit}.",
        ),
        related=tuple(
            Related(other.span, Message(f"这里是{other.unit.symbol}", other.unit.symbol)) for other in others
        ),
    )


CHECK = Check(CODE, check)
