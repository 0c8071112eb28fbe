"""年度目标的数与指标值不一致。

## 作用
年度目标和某个指标说的是同一件事、用同一种单位，数却不同：目标写“完成调研报告5篇”，指标是“调研报告完成篇数 ≥3 篇”。
只在去掉“完成”“数量”一类的词以后字面相同时才比较；目标写“不低于90%”而指标定得更高的，不报；几处目标相加等于指标值的，不报。

## 为什么
同一件事两个数，年底按哪个考核说不清；指标低于目标的，完成指标也没有完成目标。

## 示例
```goal
部门 县委办公室
年度 2026
表样 芷江
年度目标
  - 完成调研报告5篇
数量指标 调研报告完成篇数 >= 3 篇 分值 10
```

## 改法
核对后改成同一个数。

## 依据
财预〔2015〕88号：绩效指标是绩效目标的细化，应当与目标相应匹配。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.carriers import bounds
from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.places import place_in
from goaldsl.checks.text.promises import Promise
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Finding, Message, Related, Severities, Severity
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import Operator, QuantityTarget, RangeTarget

CODE = documented(
    "GC253",
    "promise-contradicted",
    Message("目标与指标的数不一致", "goal and indicator disagree on a number"),
    Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR),
    __doc__,
)
_UPWARD = (Operator.AT_LEAST, Operator.MORE, Operator.EQUAL)
_DOWNWARD = (Operator.AT_MOST, Operator.LESS, Operator.EQUAL)


def check(facts: Facts) -> Iterator[Finding]:
    sums: dict[tuple[str, str, str | None], Fraction] = {}
    for _, promise in facts.promises:
        key = (promise.thing, promise.unit.dimension, promise.unit.counted)
        sums[key] = sums.get(key, Fraction(0)) + promise.size
    for item, promise in facts.promises:
        rows = facts.carriers.rows_of(promise)
        total = sums[promise.thing, promise.unit.dimension, promise.unit.counted]
        if not rows or any(_agrees(row, promise, total) for row in rows):
            continue
        row = rows[0]
        printed = row.printed.type + row.printed.value + row.printed.unit
        yield Finding(
            CODE,
            place_in(facts.declaration.source, item.text, promise.start, promise.end),
            Message(
                f"目标写{quoted(promise.words)}，指标“{row.name.value}”却是 {printed}",
                f"the goal says {quoted(promise.words)}, the indicator “{row.name.value}” {printed}",
            ),
            notes=(
                Message(
                    "同一件事两个数；指标应与目标相应匹配（财预〔2015〕88号）。",
                    "One thing, two numbers; indicators must match the goals (财预〔2015〕88号).",
                ),
            ),
            remedy=Message("核对后改成同一个数。", "Make them the same."),
            related=(
                Related(row.target.span if row.target else row.span, Message("指标值在这里", "the target")),
            ),
        )


def _agrees(row: Indicator, promise: Promise, total: Fraction) -> bool:
    """Whether meeting the indicator keeps the promise, or the promises together."""
    target = row.target
    assert isinstance(target, QuantityTarget | RangeTarget)
    scale = target.unit.scale if target.unit else Fraction(1)
    sizes = [Fraction(bound) * scale for bound in bounds(target)]
    low, high = sizes[0], sizes[-1]
    if low <= promise.size <= high or low <= total <= high:
        return True
    operator = target.sense if isinstance(target, QuantityTarget) else Operator.EQUAL
    if promise.limit == "least" and operator in _UPWARD:
        return low > promise.size
    return promise.limit == "most" and operator in _DOWNWARD and high < promise.size


CHECK = Check(CODE, check, counts=True)
