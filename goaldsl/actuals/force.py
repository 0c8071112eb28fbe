"""The rule in force for an indicator, and the indicator as that rule sees it.

Most forms outside Hunan print no rule. 财预〔2020〕10号 says what then holds for what goes upwards: the target met
gives all points, else in proportion; and for words: three grades. It is silent on what goes downwards, where two
customs contradict each other, so there a person gives the points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from goaldsl.catalog import Catalog
from goaldsl.model.declaration import Indicator
from goaldsl.model.rule import (
    Grade,
    Judged,
    JudgedGrade,
    Manual,
    Points,
    PointsKind,
    Ratio,
    Rule,
    Shape,
    Term,
)
from goaldsl.model.scoring import Stated, Unread, rule_in
from goaldsl.model.target import Direction, QualityTarget, QuantityTarget
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.indicator import subject_of
from goaldsl.scoring.stating import said_by
from goaldsl.scoring.subject import Subject, Units

DEFAULT_SOURCE = "财预〔2020〕10号"


def _share(percent: int) -> Points:
    return Points(PointsKind.PERCENT, Decimal(percent))


_DEFAULT_GRADES = (
    JudgedGrade("达成年度指标", _share(100), _share(80)),
    JudgedGrade("部分达成年度指标并具有一定效果", _share(80), _share(60)),
    JudgedGrade("未达成年度指标且效果较差", _share(60), _share(0)),
)


@dataclass(frozen=True, slots=True)
class InForce:
    """A rule, its indicator as the rule sees it, and the function they make.

    `function` is None where a person gives the points. `default`: the declaration gives no rule. `unsaid`: a sentence
    names its grades and does not say what is earned below them all.
    """

    rule: Rule
    subject: Subject
    function: ScoreFunction | None
    units: Units
    default: bool = False
    unsaid: bool = False


def in_force(indicator: Indicator, catalog: Catalog, score: Decimal | None) -> InForce:
    """The rule under which an indicator of `score` points is scored."""
    subject = replace(subject_of(indicator, catalog), score=score)
    rule = _said(indicator, subject, catalog)
    default = rule is None
    if rule is None:
        rule = Rule((Term(_default(indicator)),))
    function = _function(rule, subject, catalog)
    unsaid = isinstance(indicator.scoring, Stated) and _leaves_open(rule)
    return InForce(rule, subject, function, catalog.unit, default, unsaid)


def _leaves_open(rule: Rule) -> bool:
    """Whether grades are named, and neither one of nothing nor what the others earn."""
    shape = rule.terms[0].shape
    if len(rule.terms) > 1 or not isinstance(shape, Grade) or rule.modifiers.otherwise is not None:
        return False
    return all(grade.points.kind is not PointsKind.POINTS or grade.points.amount for grade in shape.grades)


def _said(indicator: Indicator, subject: Subject, catalog: Catalog) -> Rule | None:
    """The rule said for the indicator; one not understood is applied by a person, to the letter.

    Points that the declaration left open may let its sentence be understood: only then is it read once more.
    """
    scoring = indicator.scoring
    if isinstance(scoring, Unread) and indicator.score is None and subject.score is not None:
        scoring = said_by(scoring.sentence, subject, catalog.unit)
    return Rule((Term(Manual(scoring.sentence.value)),)) if isinstance(scoring, Unread) else rule_in(scoring)


def _function(rule: Rule, subject: Subject, catalog: Catalog) -> ScoreFunction | None:
    lowered = lower(rule, subject, catalog.unit)
    return lowered if isinstance(lowered, ScoreFunction) else None


def _default(indicator: Indicator) -> Shape:
    target = indicator.target
    if isinstance(target, QualityTarget):
        return Judged(_DEFAULT_GRADES)
    upwards = isinstance(target, QuantityTarget) and indicator.direction is Direction.ASCENDING
    return Ratio() if upwards and isinstance(target, QuantityTarget) and target.amount > 0 else Manual("")
