"""大得或小得不像的金额。

## 作用
表头的金额、总额的成本上限，大得与填报单位不相称的（街道和学校 5 亿元、县区 50 亿元、其他 200 亿元；自己写了单位的放宽），
和不到 1000 元的资金总额，报出。分级的字词和界限在 `grammar/lexicon/amounts.toml`。

## 为什么
纸上的总额一栏印“万元”，财务系统里导出的数是元；照抄进来，差一万倍，印出来和汇总进去都是错的。

## 示例
```goal
表样 项目
年度 2026
项目名称 中小河流治理
主管部门 某县水利局
年度资金总额 3,309,840.00
```

## 改法
数是元的，写 `3,309,840.00 元`，或在表头加一行 `金额单位 元`，表上按万元印出 330.984；确实这么大的，写 `说明[GC454]：理由`。

## 依据
财预〔2015〕88号附表：年度资金总额以万元为单位。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.amounts import Amount, alike_in_digits, amounts, ceilings, least, level
from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import WARNING, Message
from goaldsl.review.places import Place

CODE = documented(
    "GC454",
    "amount-beyond-reason",
    Message("金额大得或小得不像", "an amount beyond reason"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    found = [amount for amount in _asked(facts) if _beyond(facts, amount)]
    small = [
        amount
        for field, amount in amounts(facts.declaration)
        if field.spec.key == "budget" and 0 < amount.wan < least() and amount not in found
    ]
    for amount in (*found, *small):
        yield amount.span, _said(amount)


def _asked(facts: Facts) -> list[Amount]:
    """The amounts that no other finding doubts already; one number without unit doubts them all."""
    pairs = alike_in_digits(facts)
    doubted = {each.span for pair in pairs for each in pair}
    every = [*(amount for _, amount in amounts(facts.declaration)), *ceilings(facts)]
    return [amount for amount in every if amount.span not in doubted and (amount.stated or not pairs)]


def _beyond(facts: Facts, amount: Amount) -> bool:
    limits = level(facts.declaration)
    return amount.wan >= (limits.stated if amount.stated else limits.bare)


def _said(amount: Amount) -> Message:
    wan = amount.wan
    shown = f"{wan / 10_000:,.2f} 亿元" if wan >= 10_000 else f"{(wan * 10_000).normalize():f} 元"
    taken = "" if amount.stated else f"，没有写单位，按{amount.unit.symbol}算"
    return Message(f"“{amount.name}”{amount.text}{taken}是 {shown}，不像", f"{amount.text} would be {shown}")


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个金额不像", "{count} amounts beyond reason"),
    notes=(Message("没有换算，照填的印出。", "Nothing has been converted."),),
    remedy=Message(
        "数是元的，在后面写“元”，或加一行：金额单位 元；确实如此的，写 说明[GC454]：理由。",
        "If it is in 元, write so, or add a line 金额单位 元; else accept it.",
    ),
)
