"""A rule that does not give full points although the target is reached.

## 作用
正好达到指标值时，照规则算出来的分不到满分；或者无论怎样做，都得不到满分。

## 为什么
完成了承诺的指标值还要扣分，部门说不清，评审也会问。多半是区间或档次的界限没有跟着指标值改。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 90 % 分值 10 赋分 按区间 >= 95% 10, >= 80% 8, >= 60% 5
```

## 改法
让满分的界限就是指标值；各项、各档里至少有一种情况能得满分。

## 依据
财预〔2020〕10号：完成年度指标值的，得满分。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks import rule_band_idle
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.scoring.function.analysis import Witness, at_target
from goaldsl.scoring.function.words import actual, points

CODE = documented(
    "GR103",
    "rule-short-of-full",
    Message("达到指标值也得不到满分", "reaching the target does not give full points"),
    WARNING,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    if rule_band_idle.faults(rule):
        return
    most, met, question = _most(rule), shortfall(rule), rule.question
    name = row.name
    if most is not None:
        yield Message(
            f"{name}做得再好也只得 {points(most).zh}，分值是 {points(rule.full).zh}",
            f"{name}: nothing earns more than {points(most).en} of {points(rule.full).en}",
        )
    elif met is not None and question is not None:
        where = actual(question, met.x)
        yield Message(
            f"{name}{where.zh}，已达到指标值，照规则只得 {points(met.points).zh}，分值是 {points(rule.full).zh}",
            f"{name}: {where.en} meets the target but gives {points(met.points).en} of {points(rule.full).en}",
        )


@remembered
def _most(rule: Scored) -> Fraction | None:
    """The most that any answers earn, where that is less than the points."""
    most = rule.function.highest()
    return most if most is not None and most < rule.full else None


@remembered
def shortfall(rule: Scored) -> Witness | None:
    """The least that meets the target, where it does not get full points; a base with a bonus wants more."""
    if rule.curve is None or rule.question is None or rule.rule.modifiers.bonus is not None:
        return None
    met = at_target(rule.curve, rule.question)
    return met if met is not None and met.points < rule.full else None


CHECK = rule_check(
    CODE,
    _told,
    several=Message(
        "{count} 条规则达到指标值也得不到满分",
        "{count} rules give less than full points at the target",
    ),
    remedy=Message(
        "满分的界限改成指标值，或核对分值。", "Let full points begin at the target, or check the points."
    ),
)
