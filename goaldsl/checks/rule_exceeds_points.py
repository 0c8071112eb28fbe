"""A rule that gives more points than the indicator has, for some actual value.

## 作用
把规则算成一条曲线，看有没有哪个实际值算出来的分比分值还多。指出是哪个值、得多少分。

## 为什么
没达标的反而比达标的得分多，总分也会超过 100 分。多半是改了指标值，忘了改折算的基数。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 95 % 分值 10 赋分 按比例 以 90% 为基数
```

## 改法
折算的基数改成指标值（`按比例`）；加分要写明上限（`最多 2`）；几项相加的，各项之和不超过分值。

## 依据
财预〔2021〕101号：指标得分不超过指标分值。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.scoring.function.analysis import Witness, near, witness
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.interval import Interval
from goaldsl.scoring.function.pieces import at_most, is_constant
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.words import points, when

CODE = documented(
    "GR101",
    "rule-exceeds-points",
    Message("有的实际值得分比分值还多", "more points than there are, for some actual value"),
    WARNING,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    found, total = excess(rule), _total(rule)
    name, full = row.name, points(rule.full)
    if found is not None and rule.question is not None:
        where, there = when(rule.question, found.x), points(found.points)
        yield Message(
            f"{name}{where.zh}照规则得 {there.zh}，比分值 {full.zh}还多",
            f"{name}: {where.en} gives {there.en}, of only {full.en}",
        )
    elif total is not None:
        yield Message(
            f"{name}各项都得满时共 {points(total).zh}，比分值 {full.zh}还多",
            f"{name}: all parts together give {points(total).en}, of only {full.en}",
        )


@remembered
def _total(rule: Scored) -> Fraction | None:
    """What all parts give together, where that is more than the points."""
    if rule.curve is not None or not _adds_up(rule):
        return None
    total = rule.function.as_written.highest()
    return total if total is not None and total > rule.full else None


def _adds_up(rule: Scored) -> bool:
    """Whether the parts are asked for one by one; a list of items alone is counted elsewhere (GB310)."""
    terms = rule.function.terms
    return (
        rule.rule.modifiers.bonus is None
        and len(rule.function.questions) == len(terms) > 1
        and not all(term.question.asked is Asked.ITEM for term in terms)
    )


@remembered
def excess(rule: Scored) -> Witness | None:
    """An actual value that gets more than the points; not where a single amount says so by itself (GB310)."""
    modifiers = rule.rule.modifiers
    if rule.question is None or (modifiers.bonus is not None and modifiers.base is None):
        return None
    only = rule.function.as_written.only
    if only is None or not isinstance(only.values, Curve):
        return None
    top = only.values.greatest
    if is_constant(top.segment.piece) or (top.value is not None and top.value <= rule.full):
        return None
    where, end = _above(top.segment.where, at_most(top.segment.piece, rule.full), top.end)
    x = near(where, end if top.value is not None else -end, rule.question.grain)
    return None if x is None or only.values.at(x) <= rule.full else witness(only.values, x)


def _above(where: Interval, enough: Interval, end: int) -> tuple[Interval, int]:
    """The part of a segment beyond where the points are within bounds."""
    rest = Interval(max(where.start, enough.end), where.end) if end > 0 else None
    return rest or Interval(where.start, min(where.end, enough.start)), end


CHECK = rule_check(
    CODE,
    _told,
    several=Message(
        "{count} 条规则算出来的分会比分值还多", "{count} rules can give more points than there are"
    ),
    notes=(
        Message(
            "评分时最多按分值计，多出来的说明规则写错了。",
            "Scores end at the points; what lies above shows that the rule is wrong.",
        ),
    ),
    remedy=Message("核对折算的基数、加分的上限和各项的分。", "Check the base, the cap and the parts."),
)
