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
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.leanings import is_floor
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Finding, Fix, Message
from goaldsl.model.target import Operator, QuantityTarget
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC203",
    "cost-direction",
    Message("成本指标越多越好", "a cost that should be high"),
    WARNING,
    __doc__,
)

_CEILING = {Operator.AT_LEAST: "<=", Operator.MORE: "<"}


def check(facts: Facts) -> Iterator[Finding]:
    rows = [
        (indicator, target)
        for indicator in facts.economic_costs
        if isinstance(target := indicator.target, QuantityTarget)
        and target.sense in _CEILING
        and target.unit is not None
        and "money" in target.unit.dimension
        and not saves(indicator.name.value)
        and not is_floor(indicator.name.value)
    ]
    edits = tuple(Edit(target.operator_span, _CEILING[target.sense]) for _, target in rows if target.operator)
    yield from in_each_place(
        CODE,
        (
            (
                target.operator_span if target.operator else indicator.name.span,
                Message(
                    f"{quoted(indicator.name.value)}是成本指标，写成“{SIGNS[target.sense]}”就是花得越多越好",
                    f"{quoted(indicator.name.value)} is a cost, but “{SIGNS[target.sense]}” wants it high",
                ),
            )
            for indicator, target in rows
        ),
        lambda count: Message(
            f"{count} 个成本指标写成了越多越好", f"{count} cost indicators want the cost to be high"
        ),
        notes=(Message("成本指标是控制指标，不应突破。", "A cost indicator is a ceiling."),),
        remedy=Message("封顶的金额用 <=。", "Write a ceiling with <=."),
        fix=Fix(Message("改成不超过", "make it a ceiling"), edits, safe=False) if edits else None,
    )


CHECK = Check(CODE, check)
