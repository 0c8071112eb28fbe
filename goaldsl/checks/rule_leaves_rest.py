"""Deductions that leave a small rest when everything is missed.

## 作用
一件也没有做，扣完还剩一点点：3 次各扣 0.833 分，一共 2.499 分，分值是 2.5 分。

## 为什么
把分值除以次数时四舍五入留下的零头，一年一年地留在表里。

## 示例
```goal
表样 衡阳
数量指标 党员培训次数 >= 3 次 分值 2.5 赋分 每少1次扣0.833分
```

## 改法
写成分数：`每少1次扣1/3`，印出来的句子仍是数。

## 依据
评（扣）分标准扣完为止的通例。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import HINT, Message
from goaldsl.scoring.function.analysis import Witness, worst
from goaldsl.scoring.function.pieces import Staircase
from goaldsl.scoring.function.words import points, when

CODE = documented(
    "GR105",
    "rule-leaves-rest",
    Message("扣不完，剩一点零头", "deductions leave a small rest"),
    HINT,
    __doc__,
)
_SMALL = Fraction(1, 20)  # of the points: more is points for doing nothing (GR113)


class Rest(NamedTuple):
    """What is left when nothing was done, and what one step takes."""

    left: Witness
    step: Fraction


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    found = rest(rule)
    if found is None or rule.question is None:
        return
    name, where = row.name, when(rule.question, found.left.x)
    left, step = points(found.left.points), points(found.step)
    yield Message(
        f"{name}每步扣 {step.zh}，{where.zh}还剩 {left.zh}，扣不完分值 {points(rule.full).zh}",
        f"{name}: steps of {step.en} leave {left.en} of {points(rule.full).en} at {where.en}",
    )


@remembered
def rest(rule: Scored) -> Rest | None:
    """What rounding left over."""
    if rule.curve is None or rule.question is None or rule.rule.modifiers.cap is not None:
        return None
    for left in worst(rule.curve, rule.question):
        piece = next(piece for where, piece in rule.curve.segments if left.x in where)
        if isinstance(piece, Staircase) and 0 < left.points < min(abs(piece.rise), rule.full * _SMALL):
            return Rest(left, abs(piece.rise))
    return None


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则扣不完，剩一点零头", "{count} rules leave a small rest"),
    remedy=Message(
        "把一步的扣分写成分值的几分之几，如 每少1次扣1/3。",
        "Write a step as a fraction of the points: deduct 1/3 per 1 次.",
    ),
)
