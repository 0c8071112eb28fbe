"""A rule that gives full points although the target is missed.

## 作用
没有达到指标值，照规则也得满分：满分的界限比指标值低。写明“允许”的偏差、每步之内的零头不算。

## 为什么
真正起作用的是规则里的界限，指标值成了摆设；两个数里多半有一个没有跟着改。

## 示例
```goal
表样 芷江
服务对象满意度指标 群众满意度 >= 95 % 分值 10 赋分 按区间 >= 85% 10, >= 60% 5
```

## 改法
满分的界限改成指标值；确实允许偏差的，写 `允许 3%`。

## 依据
财预〔2020〕10号：未完成年度指标值的，按完成比例计分。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.checks import rule_exceeds_points, rule_never_differs
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.scoring.function.analysis import full_stretch, near
from goaldsl.scoring.function.interval import Interval
from goaldsl.scoring.function.pieces import Staircase
from goaldsl.scoring.function.words import number, when

CODE = documented(
    "GR104",
    "rule-full-below-target",
    Message("没达到指标值也得满分", "full points although the target is missed"),
    WARNING,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    x = generous(rule)
    if x is None or rule.question is None:
        return
    where, target = when(rule.question, x), row.indicator.printed.value + row.indicator.printed.unit
    name, full = row.name, number(rule.full)
    yield Message(
        f"{name}的指标值是 {target}，照规则{where.zh}就得满分 {full} 分",
        f"{name}: the target is {target}, but {where.en} already gives all {full} points",
    )


@remembered
def generous(rule: Scored) -> Fraction | None:
    """The worst actual value that still gets full points."""
    if rule.curve is None or rule.question is None or rule.rule.modifiers.tolerance is not None:
        return None
    if rule_exceeds_points.excess(rule) or rule_never_differs.constant(rule):
        return None
    for stretch, end in full_stretch(rule.curve, rule.question, rule.full):
        x = (
            None
            if isinstance(_beside(rule, stretch), Staircase)
            else near(stretch, -end, rule.question.grain)
        )
        if x is not None and rule.curve.at(x) == rule.full:  # more than all points is another fault
            return x
    return None


def _beside(rule: Scored, stretch: Interval) -> object:
    assert rule.curve is not None
    return rule.curve.within(stretch).segments[0].piece


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则没达到指标值也得满分", "{count} rules give full points below the target"),
    remedy=Message(
        "满分的界限改成指标值；允许偏差的写 允许 3%。",
        "Let full points begin at the target, or write tolerance 3%.",
    ),
)
