"""Commas inside a number.

## 作用
指标值里有千分位的逗号，如 `8,000`。

## 为什么
表样规定指标值只能填数字，系统不收逗号。

## 示例
```goal
数量指标 公益电影放映场次 >= 8,000 场次
```

## 改法
去掉逗号，写 `8000`。数值不变，可以自动改。

## 依据
表样说明“指标值：指标类型为定量时，只能填写数字”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Message

CODE = documented(
    "GC507",
    "thousands-separator",
    Message("指标值里有逗号", "commas in a number"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    for row, target in facts.quantities:
        if "," in target.amount_text:
            message = Message(
                f"{quoted(row.name.value)}的指标值 {target.amount_text} 里有逗号",
                f"{quoted(row.name.value)}: {target.amount_text} has commas",
            )
            yield (
                target.amount_span,
                message,
                Edit(target.amount_span, target.amount_text.replace(",", "")),
            )


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标值里有逗号", "{count} targets have commas"),
    notes=(
        Message("表样说明：指标类型为定量时，只能填写数字。", "The form says: digits only for a quantity."),
    ),
    remedy=Message("去掉逗号，数值不变。", "Remove the commas; the value stays the same."),
    mend=Message("去掉逗号", "remove the commas"),
)
