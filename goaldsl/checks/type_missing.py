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

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.suggested_target import suggested_operator
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Edit, Message, Severities, Severity

CODE = documented(
    "GC503",
    "type-missing",
    Message("没有指标值类型", "a number without type"),
    Severities(Severity.HINT, Severity.HINT, Severity.ERROR),
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    if "type" not in facts.columns:
        return
    for row, target in facts.quantities:
        if target.operator is None:
            text = f"{target.amount_text}{target.unit_text}"
            meant = f"{suggested_operator(row, text, facts)} {text}"
            message = Message(
                f"{quoted(row.name.value)}的指标值“{text}”没有符号，是不是 {meant}？",
                f"{quoted(row.name.value)}: {text} has no operator; {meant}?",
            )
            yield target.span, message, Edit(target.span, meant)


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个指标值只有数，没有符号", "{count} targets have no operator"),
    notes=(
        Message(
            "照“达到这个数”检查和算分，表上类型一栏空着。",
            "It is checked and scored as “reach this number”; the cell for the type stays empty.",
        ),
    ),
    remedy=Message("在数前面写 >=、<= 或 =。", "Write >=, <= or = before the number."),
    mend=Message("按分类和名称加上符号", "add the operator that class and name suggest"),
    safe=False,
)
