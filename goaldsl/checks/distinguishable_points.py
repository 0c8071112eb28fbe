"""可区分的分值：多少分分得出干得好坏。

## 作用
一张表只报一条建议：总分里有多少分，干得好和干得差都拿得到。只数三种很有把握的：

1. 定性指标只按“明显”“显著”“有效”“一般”这类词分档或评判，没有说每一档看什么；
2. 时限是当年 12 月 31 日或者更晚，全年的工作没有早晚之分；
3. 成本上限就是单位自己的预算总额，预算本来就不许超。

其余的行都算分得出好坏，尽管其中也会有定得太低的。

## 为什么
这样的分人人拿得到，分值再高也考核不出什么。送审前看一眼这个数，就知道该加强哪几行。

## 示例
```goal
部门 县委办公室
年度 2026
表样 芷江
数量指标 调研报告完成篇数 >= 3 篇 分值 30
时效指标 工作完成时间 截止 2026-12-31 分值 10
社会效益指标 执行力提高 定性 效果明显 分值 30 赋分 分档 效果明显 30, 效果一般 15
经济成本指标 部门预算支出金额 <= 814.87 万元 分值 20
```
90 分里可区分的只有 30 分。

## 改法
时限按主要任务分别写；定性的写清每一档的依据，或换成定量指标；成本换成单位成本、分项成本或节约率。

## 依据
财预〔2015〕88号：绩效目标应当细化量化、合理可行；财预〔2021〕101号：定性指标的评判要有依据。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from goaldsl.checks.check import Check, documented
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.grades import is_vague_grade
from goaldsl.diagnostics import HINT, Finding, Message, Related
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Span
from goaldsl.model.rule import Checklist, Grade, Judged, Manual, Rule
from goaldsl.model.target import DeadlineTarget, QualityTarget

CODE = documented(
    "GC352",
    "distinguishable-points",
    Message("可区分的分值", "points that tell good work from bad"),
    HINT,
    __doc__,
)
_LONGEST_GRADE = 8  # characters: a longer grade says what is looked at


def check(facts: Facts) -> Iterator[Finding]:
    scored = [row for row in facts.indicators if row.score is not None and row.target is not None]
    year_end = facts.declaration.year_end
    ceilings = {row.span for row, _ in facts.budget_ceilings}
    blunt = [(row, why) for row in scored if (why := _blunt(row, year_end, ceilings))]
    if not blunt:
        return
    total, lost = _points(scored), _points([row for row, _ in blunt])
    clear = (total - lost).normalize()
    (first, why), *others = blunt
    yield Finding(
        CODE,
        first.name.span,
        Message(
            f"{total:f} 分里可区分的是 {clear:f} 分：有 {len(blunt)} 行、{lost:f} 分分不出干得好坏",
            f"{clear:f} of {total:f} points tell good work from bad; {len(blunt)} row(s) do not",
        ),
        label=_told(first, why),
        notes=(
            Message(
                "只数很有把握的三种：笼统的定性等级、时限不早于年底、成本上限就是预算总额。",
                "Only three kinds count: vague grades, 31 December, the own budget as a ceiling.",
            ),
        ),
        remedy=Message(
            "时限按任务分别写；定性的写清每一档的依据或换成定量；成本换成单位成本或分项成本。",
            "Date each task; say what each grade means, or count; use a unit cost.",
        ),
        related=tuple(Related(row.name.span, _told(row, reason)) for row, reason in others),
    )


def _told(row: Indicator, why: Message) -> Message:
    points = row.score.value.normalize() if row.score else Decimal(0)
    return Message(f"{points:f} 分：{why.zh}", f"{points:f} points: {why.en}")


def _blunt(row: Indicator, year_end: datetime.date | None, ceilings: set[Span]) -> Message | None:
    """Why the points of a row cannot tell good work from bad; None when they may."""
    target = row.target
    if isinstance(target, QualityTarget) and _is_vague(target.word, row.rule):
        return Message(f"“{target.word}”没有说看什么", f"“{target.word}” does not say what is looked at")
    if isinstance(target, DeadlineTarget) and year_end and target.day.last >= year_end:
        return Message("时限不早于年底", "the deadline is not before the year's end")
    if row.span in ceilings:
        return Message("上限就是预算总额", "the ceiling is the own budget")
    return None


def _is_vague(word: str, rule: Rule | None) -> bool:
    """Whether a grade word says how good, and neither it nor the rule says of what."""
    shapes = [term.shape for term in rule.terms] if rule else []
    words = [grade.word for shape in shapes if isinstance(shape, Grade | Judged) for grade in shape.grades]
    told = any(isinstance(shape, Checklist | Manual) for shape in shapes)
    return is_vague_grade(word) and not told and all(len(grade) <= _LONGEST_GRADE for grade in words)


def _points(rows: list[Indicator]) -> Decimal:
    return sum((row.score.value for row in rows if row.score), Decimal(0)).normalize()


CHECK = Check(CODE, check, counts=True)
