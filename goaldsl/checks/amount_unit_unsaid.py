"""没有写单位、表上也看不出单位的金额。

## 作用
金额后面没有单位，标签没有单位，表样这一栏也没有印单位，表头没有 `金额单位`：程序按万元读，提醒一句。

## 为什么
看表的人不知道是元还是万元；程序按多数表样的万元去核对和汇总，可能差一万倍。

## 示例
```goal
表样 湘潭
年度 2026
项目支出名称 雾炮车运行
年度本级预算金额 250
```

## 改法
写上单位，如 `250 万元`；或在表头加一行 `金额单位 万元`。

## 依据
表样的资金栏多以万元为单位，没有印出的要写明。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.amounts import alike_in_digits, amounts
from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.diagnostics import HINT, Message
from goaldsl.model.declaration import Money, UnitSaid
from goaldsl.review.places import Place

CODE = documented(
    "GC455",
    "amount-unit-unsaid",
    Message("金额没有单位", "an amount in no unit"),
    HINT,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Place]:
    doubted = {each.span for pair in alike_in_digits(facts) for each in pair}
    for field, amount in amounts(facts.declaration):
        if (
            isinstance(field.value, Money)
            and field.value.said is UnitSaid.NOBODY
            and amount.number
            and amount.span not in doubted
        ):
            message = Message(
                f"“{amount.name}”{amount.text} 没有写单位，按万元算", f"{amount.text} is taken for 万元"
            )
            yield amount.span, message


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 个金额没有写单位，按万元算", "{count} amounts are taken for 万元"),
    remedy=Message(
        "写上单位，如 250 万元；或加一行：金额单位 万元。", "Write the unit, or add a line 金额单位 万元."
    ),
)
