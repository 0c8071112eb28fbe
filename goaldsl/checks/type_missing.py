"""A bare number on a form with a column for the type.

## 作用
表样有“指标值类型”一栏，指标值只写了数，没有符号。

## 为什么
按“达到这个数”检查、算分，表上的类型一栏空着；财政部门要求填五个符号之一，或者定性。批复后按强制性处理。

## 示例
```goal
表样 芷江
数量指标 雾炮车配备车辆数 10辆
```

## 改法
在数前面加符号：产出一般用 `>=`，成本用 `<=`。提示里给出的是按分类和名称推测的，改前核对。

## 依据
表样说明“指标值类型：指标类型为定量（≥、>、=、≤、< 五个符号之一）或定性”。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import suggested_operator
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Edit, Finding, Fix, Message, Severities, Severity
from goaldsl.model.target import QuantityTarget
from goaldsl.review.places import in_each_place

CODE = documented(
    "GC503",
    "type-missing",
    Message("没有指标值类型", "a number without type"),
    Severities(Severity.HINT, Severity.HINT, Severity.ERROR),
    __doc__,
)


def check(facts: Facts) -> Iterator[Finding]:
    if "type" not in facts.columns:
        return
    rows = [
        (indicator, target, text, suggested_operator(indicator, text, facts))
        for indicator in facts.indicators
        if isinstance(target := indicator.target, QuantityTarget) and target.operator is None
        for text in (f"{target.amount_text}{target.unit_text}",)
    ]
    yield from in_each_place(
        CODE,
        (
            (
                target.span,
                Message(
                    f"{quoted(indicator.name.value)}的指标值“{text}”没有符号，是不是 {operator} {text}？",
                    f"{quoted(indicator.name.value)}: {text} has no operator; {operator} {text}?",
                ),
            )
            for indicator, target, text, operator in rows
        ),
        lambda count: Message(f"{count} 个指标值只有数，没有符号", f"{count} targets have no operator"),
        notes=(
            Message(
                "照“达到这个数”检查和算分，表上类型一栏空着。",
                "It is checked and scored as “reach this number”; the cell for the type stays empty.",
            ),
        ),
        remedy=Message("在数前面写 >=、<= 或 =。", "Write >=, <= or = before the number."),
        fix=Fix(
            Message("按分类和名称加上符号", "add the operator that class and name suggest"),
            tuple(Edit(target.span, f"{operator} {text}") for _, target, text, operator in rows),
            safe=False,
        )
        if rows
        else None,
    )


CHECK = Check(CODE, check)
