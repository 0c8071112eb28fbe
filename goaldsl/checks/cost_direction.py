"""A cost that should be as high as possible.

## 作用
经济成本指标（2015 年体系的成本指标）的符号是 `≥` 或 `>`。

## 为什么
成本越省越好，`≥ 20 万元` 的意思是花得越多越好。

## 示例
```goal
经济成本指标 培训成本 >= 20 万元
```

## 改法
改成 `<=`。节约额、节约率、补助标准这类本来就越高越好或者不能低于的，不报。

## 依据
财预〔2021〕101号：成本指标是控制指标。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.bind.printed import SIGNS
from goaldsl.catalog.leanings import saves
from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import CEILINGS, turned
from goaldsl.checks.text.leanings import is_floor
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.target import QuantityTarget

CODE = documented(
    "GC203",
    "cost-direction",
    Message("成本指标越多越好", "a cost that should be high"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    for row in facts.economic_costs:
        if (
            isinstance(target := row.target, QuantityTarget)
            and target.sense in CEILINGS
            and target.unit is not None
            and "money" in target.unit.dimension
            and not saves(row.name.value)
            and not is_floor(row.name.value)
        ):
            message = Message(
                f"{quoted(row.name.value)}是成本指标，写成“{SIGNS[target.sense]}”就是花得越多越好",
                f"{quoted(row.name.value)} is a cost, but “{SIGNS[target.sense]}” wants it high",
            )
            yield turned(row, target, message)


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个成本指标写成了越多越好", "{count} cost indicators want the cost to be high"),
    notes=(Message("成本指标是控制指标，不应突破。", "A cost indicator is a ceiling."),),
    remedy=Message("封顶的金额用 <=。", "Write a ceiling with <=."),
    mend=Message("改成不超过", "make it a ceiling"),
    safe=False,
)
