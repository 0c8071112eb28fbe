"""A rule under which doing better earns fewer points.

## 作用
找出两个实际值：好的一个得分反而少。分档的，找出写在前面、得分反而少的档。

## 为什么
得分应当随完成情况上升。倒挂多半是区间写乱了，或分数抄错了行。

## 示例
```goal
表样 芷江
数量指标 房屋修缮面积 >= 300 平方米 分值 10 赋分 插值 60 10, 180 8, 300 10
```

## 改法
核对各段的界限和分数，使得分随完成情况只升不降。

## 依据
财预〔2021〕101号：绩效指标得分反映目标完成程度。
"""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.checks import rule_band_idle
from goaldsl.checks.check import documented, rule_check
from goaldsl.checks.scored import Scored, ScoredRow, remembered
from goaldsl.diagnostics import WARNING, Message
from goaldsl.model.rule import Grade
from goaldsl.scoring.function.analysis import Witness, drop
from goaldsl.scoring.function.table import PointTable
from goaldsl.scoring.function.words import points, when

CODE = documented(
    "GR102",
    "rule-not-monotone",
    Message("做得更好，得分反而少", "doing better earns fewer points"),
    WARNING,
    __doc__,
)


def _told(row: ScoredRow) -> Iterator[Message]:
    rule = row.rule
    name, fallen, words = row.name, fall(rule), _mixed_up(rule)
    if fallen is not None and rule.question is not None:
        worse, good = fallen
        here, there = when(rule.question, worse.x), when(rule.question, good.x)
        yield Message(
            f"{name}{here.zh}得 {points(worse.points).zh}，{there.zh}反而只得 {points(good.points).zh}",
            f"{name}: {here.en} gives {points(worse.points).en}, {there.en} only {points(good.points).en}",
        )
    elif words is not None:
        yield Message(
            f"{name}的“{words[1]}”写在“{words[0]}”后面，得分却更多，前后又不是一路往上",
            f"{name}: “{words[1]}” stands below “{words[0]}” and earns more",
        )


@remembered
def fall(rule: Scored) -> tuple[Witness, Witness] | None:
    """A worse actual value with more points, and a better one with fewer."""
    if rule.curve is None or rule.question is None or rule_band_idle.faults(rule):
        return None
    return drop(rule.curve, rule.question)


@remembered
def _mixed_up(rule: Scored) -> tuple[str, str] | None:
    """Two neighbouring grades out of order, where the grades run neither down nor up."""
    if len(rule.rule.terms) != 1 or not isinstance(rule.rule.terms[0].shape, Grade):
        return None
    values = rule.function.terms[0].values
    if not isinstance(values, PointTable):
        return None
    earned = [points.high for _, points in values.entries]
    pairs = list(zip(values.entries, values.entries[1:], strict=False))
    rising = [(one[0], two[0]) for one, two in pairs if one[1].high < two[1].high]
    return rising[0] if rising and earned != sorted(earned) else None


CHECK = rule_check(
    CODE,
    _told,
    several=Message("{count} 条规则做得更好反而得分少", "{count} rules give fewer points for doing better"),
    remedy=Message(
        "核对各段的界限和分数，使得分随完成情况只升不降。",
        "Correct the limits and points so that better results never earn less.",
    ),
)
