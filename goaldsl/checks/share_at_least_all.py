"""`>= 100%` of a share.

## 作用
合格率、覆盖率、满意度一类部分占全体的率，写了 `>= 100%`。

## 为什么
这类率到 100% 为止，“≥ 100%”让人以为还能更高；审核人见了会退回。

## 示例
```goal
质量指标 考核达标率 >= 100%
```

## 改法
改成 `= 100%`，意思不变，可以自动改。完成率、增长率等可能超过 100% 的，不报。

## 依据
表样说明“指标值类型：≥、>、=、≤、< 五个符号之一”，按指标的含义选用。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import Mended, documented, mending_check
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import WARNING, Edit, Message
from goaldsl.model.target import Operator, QuantityTarget

CODE = documented(
    "GC302",
    "share-at-least-all",
    Message("百分率写了“≥100%”", "a share of at least all"),
    WARNING,
    __doc__,
)


def _places(facts: Facts) -> Iterator[Mended]:
    for row, target in facts.shares:
        if (
            isinstance(target, QuantityTarget)
            and target.sense is Operator.AT_LEAST
            and target.unit is not None
            and target.unit.dimension == "rate"
            and target.amount * target.unit.scale.numerator == target.unit.scale.denominator
        ):
            message = Message(
                f"{quoted(row.name.value)}最高就是 100%，不必写“≥”",
                f"{quoted(row.name.value)} cannot exceed 100 %",
            )
            yield target.operator_span, message, Edit(target.operator_span, "=")


CHECK = mending_check(
    CODE,
    _places,
    several=Message("{count} 个率最高就是 100%，却写了“≥100%”", "{count} shares ask for at least 100 %"),
    remedy=Message("改成 = 100%。", "Write = 100%."),
    mend=Message("改成 = 100%", "write = 100%"),
)
