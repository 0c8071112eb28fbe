"""A scoring sentence that divides by another number than the target.

## 作用
评分标准按比例折算时除以的数（“实际满意度/90%*10分”）小于指标值（95%），差一点没达标的反而比达标的得分多。
整句读得懂、算得出的，由 GR101 指出哪个实际值得多少分。

## 为什么
实际 94% 时按 94/90×10 得 10.44 分，超过满分。多半是改了指标值，忘了改折算的数。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 95 % 分值 10
  赋分 满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分，弄虚作假的酌情扣分
```

## 改法
折算的数改成指标值；用 `赋分 按比例` 就由程序写好。

## 依据
表样说明第2条：按照完成比例赋分，完成率是实际值除以指标值。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.checks.check import documented, place_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Text
from goaldsl.model.target import Operator, QuantityTarget
from goaldsl.numbers import plain, rounded
from goaldsl.review.places import Place

CODE = documented(
    "GC531",
    "ratio-base-differs",
    Message("折算的数不是指标值", "a ratio over another number than the target"),
    WARNING,
    __doc__,
)

_RATIO = re.compile(r"(?:实际|完成|满意)[^，,；;。/÷（(]{0,10}[/÷]\s*(\d+(?:\.\d+)?)\s*([%％]?)")
_UPWARD = (Operator.AT_LEAST, Operator.MORE, Operator.EQUAL)


def _places(facts: Facts) -> Iterator[Place]:
    for row, target in facts.quantities:
        if row.criterion is not None and target.sense in _UPWARD and row.span not in facts.computable:
            yield from _in_sentence(facts, row, row.criterion, target)


def _in_sentence(facts: Facts, row: Indicator, criterion: Text, target: QuantityTarget) -> Iterator[Place]:
    is_percent = target.unit is not None and target.unit.symbol in ("%", "％")
    for match in _RATIO.finditer(criterion.value):
        base = Decimal(match[1])
        if bool(match[2]) == is_percent and 0 < base < target.amount:
            printed = row.printed.value + row.printed.unit
            message = Message(
                f"{quoted(row.name.value)}按 {match[1]}{match[2]} 折算，指标值是 {printed}"
                + _excess(row, target.amount, base),
                f"{quoted(row.name.value)} is divided by {match[1]}{match[2]}, the target is {printed}",
            )
            yield facts.within(criterion, *match.span()), message


def _excess(row: Indicator, amount: Decimal, base: Decimal) -> str:
    if row.score is None:
        return ""
    full = row.score.value
    most = rounded(Fraction(full) * Fraction(amount) / Fraction(base), 2)
    return f"：接近 {row.printed.value}{row.printed.unit} 时得 {plain(most)} 分，比满分 {plain(full)} 分还多"


CHECK = place_check(
    CODE,
    _places,
    several=Message("{count} 条评分标准不按指标值折算", "{count} scoring sentences divide by another number"),
    notes=(
        Message(
            "差一点没达标的，反而比达标的得分多。",
            "A result just short of the target earns more than the target does.",
        ),
    ),
    remedy=Message("折算的数改成指标值。", "Divide by the target."),
)
