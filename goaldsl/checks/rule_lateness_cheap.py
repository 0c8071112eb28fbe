"""A rule that still gives points to what is not done when the year is evaluated.

## 作用
期限过后，到次年 3 月底自评时仍没有完成，照规则还有分；指出那一天得多少分，哪一天才扣完。

## 为什么
自评在次年 3 至 5 月做，那时还没完成的，就是没完成。“12月31日前完成，每推迟10天扣1分”要到次年 4 月才扣完 10 分。

## 示例
```goal
表样 芷江
时效指标 工作完成时间 截止 2026年12月31日 分值 10 赋分 每推迟1个月扣0.5分
```

## 改法
步长改小或扣分加重（`每推迟5天扣1分`），或写 `直接赋分`：逾期不得分。

## 依据
财预〔2020〕10号：部门绩效自评在预算年度终了后开展。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from goaldsl.checks import rule_never_differs
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import HINT, Message
from goaldsl.scoring.function.analysis import Witness, witness, zero_from
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.words import actual, number

CODE = documented(
    "GR107",
    "rule-lateness-cheap",
    Message("拖到自评时还有分", "still points for what is late at the self-evaluation"),
    HINT,
    __doc__,
)


class Late(NamedTuple):
    """The points on the day of the self-evaluation, and the first day without any."""

    evaluation: Witness
    zero: Fraction | None


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    found, question = late(rule), rule.question
    if found is None or question is None:
        return
    name, day = row.name, actual(question, found.evaluation.x)
    left, full = number(found.evaluation.points), number(rule.full)
    zh = f"{name}拖到自评时（{day.zh}）还得 {left} 分"
    en = f"{name}: {day.en}, when evaluated, still gives {left} of {full} points"
    if found.zero is None:
        yield Message(f"{zh}，再拖也扣不完 {full} 分", f"{en}; no delay costs them all")
        return
    end = actual(question, found.zero)
    yield Message(f"{zh}，{end.zh}才扣完 {full} 分", f"{en}; none are left when {end.en}")


@remembered
def late(rule: Scored) -> Late | None:
    """What is left at the end of March, where something is left."""
    question, modifiers = rule.question, rule.rule.modifiers
    if rule.curve is None or question is None or question.asked is not Asked.DATE or question.day is None:
        return None
    if modifiers.cap is not None or modifiers.otherwise is not None or rule_never_differs.constant(rule):
        return None
    evaluated = datetime.date(question.day.year + 1, 3, 31)
    there = witness(rule.curve, Fraction((evaluated - question.day).days))
    explicit = all(segment.piece.trend == 0 for segment in rule.curve.segments)  # 直接赋分 … 否则 3
    if there.points <= 0 or explicit:
        return None
    return Late(there, next(zero_from(rule.curve, question), None))


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则拖到自评时还有分", "{count} rules leave points at the self-evaluation"),
    remedy=Message(
        "步长改小或扣分加重，或写 直接赋分：逾期不得分。",
        "Take shorter steps or larger deductions, or write pass: nothing when late.",
    ),
)
