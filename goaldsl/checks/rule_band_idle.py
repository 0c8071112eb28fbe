"""Bands that hide one another or leave a gap.

## 作用
区间从前往后对照，先对上的算数：后面的区间被前面的盖住，永远轮不到；或者两个区间之间漏了一段，落在里面的不得分。

## 为什么
“大于95%得10分，小于95%得5分”漏了正好 95% 的；“≥80% 8分，≥95% 10分”里 10 分谁也拿不到。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 95 % 分值 10 赋分 按区间 >= 80% 8, >= 95% 10
```

## 改法
从高到低写，上一档的下限就是下一档的上限：`按区间 >= 95% 10, >= 80% 8`。

## 依据
财预〔2021〕101号，满意度赋分：各区间首尾相接，不重不漏。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.rule import Band, Bands
from goaldsl.scoring.function.asking import UnsaidError, scale
from goaldsl.scoring.function.drawing import banded
from goaldsl.scoring.function.interval import Interval
from goaldsl.scoring.function.words import number
from goaldsl.scoring.points import plain

CODE = documented(
    "GR108",
    "rule-band-idle",
    Message("区间重叠或有空当", "bands that overlap or leave a gap"),
    WARNING,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    for fault in faults(row.rule):
        yield _message(row.name, fault)


def _message(name: str, fault: Band | Interval) -> Message:
    if isinstance(fault, Band):
        said = f"{fault.operator} {plain(fault.amount)}{fault.unit or ''}"
        return Message(
            f"{name}的“{said}”一档被前面的盖住，永远轮不到",
            f"{name}: the band {said} never applies, those before it take all",
        )
    low, high = fault.low, fault.high
    if low is not None and low == high:
        return Message(
            f"{name}正好 {number(low)} 时哪一档都不算", f"{name}: exactly {number(low)} lies in no band"
        )
    start, end = (number(end) if end is not None else "" for end in (low, high))
    return Message(
        f"{name}从 {start} 到 {end} 之间哪一档都不算", f"{name}: from {start} to {end} no band holds"
    )


@remembered
def faults(rule: Scored) -> tuple[Band | Interval, ...]:
    """The bands that never apply, and the gaps between two bands."""
    return tuple(_faults(rule))


def _faults(rule: Scored) -> Iterator[Band | Interval]:
    for term in rule.rule.terms:
        if not isinstance(term.shape, Bands):
            continue
        try:
            found = list(banded(term.shape, scale(term, rule.subject, rule.unit)))
        except UnsaidError:
            continue
        applied = {band for _, band in found}
        yield from (band for at, band in enumerate(term.shape.bands) if at not in applied)
        yield from (
            where
            for (_, left), (where, here), (_, right) in zip(found, found[1:], found[2:], strict=False)
            if here is None and left is not None and right is not None
        )


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 处区间重叠或有空当", "{count} bands overlap or leave a gap"),
    remedy=Message(
        "从最好的一档往下写，首尾相接。", "Write the best band first, each beginning where the last ends."
    ),
)
