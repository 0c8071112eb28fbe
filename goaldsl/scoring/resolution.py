"""A rule with every parameter resolved under its indicator: the form in which rules are published and compared.

- points: a number of points wherever one is exact; else a fraction in lowest terms, a percentage or 满分
- steps, bands, nodes, tolerances: their unit named; `N%` of a target that is no rate marked as its share; 百分点 is %
- the side of a step kept only of a deduction under a two-sided target, where it decides which misses count
- 按评判等级 without grades: the official three
- 直接赋分 says what a miss gets; elsewhere 否则 0 holds anyway and is left out, as is 基础分 满分

Resolving twice changes nothing.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from msgspec.structs import replace

from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Basis,
    Bonus,
    Checklist,
    Deduct,
    Grade,
    Interpolation,
    Judged,
    JudgedGrade,
    Manual,
    Modifiers,
    Node,
    Pass,
    Points,
    PointsKind,
    Ratio,
    Rule,
    Shape,
    Step,
    Term,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.points import decimal, resolve
from goaldsl.scoring.quantity import PERCENT, Quantity, asked, is_late, is_share, percent_of_target
from goaldsl.scoring.subject import Subject, Units, packaged_unit

Measured = TypeVar("Measured", Band, Node)


def _share(percent: int) -> Points:
    return Points(PointsKind.PERCENT, Decimal(percent))


OFFICIAL_GRADES = (
    JudgedGrade("基本达成目标", _share(100), _share(80)),
    JudgedGrade("部分实现目标", _share(80), _share(60)),
    JudgedGrade("实现目标程度较低", _share(60), _share(0)),
)
"""财预〔2021〕101号; the points that divide two grades belong to the upper one."""


def judged_grades(shape: Judged, score: Decimal | None) -> tuple[JudgedGrade, ...]:
    """The grades a person picks from, each from its higher to its lower points: 良 8-10 is 良 10-8."""
    return tuple(_downwards(grade, score) for grade in shape.grades or OFFICIAL_GRADES)


def _downwards(grade: JudgedGrade, score: Decimal | None) -> JudgedGrade:
    high, low = resolve(grade.high, score), resolve(grade.low, score)
    if high is None or low is None or high >= low:
        return grade
    return replace(grade, high=grade.low, low=grade.high)


def resolved(rule: Rule, subject: Subject, unit: Units = packaged_unit) -> Rule:
    """`rule` with every parameter resolved."""
    terms = tuple(
        Term(_resolved_shape(term, rule.modifiers, subject, unit), term.basis, term.span)
        for term in rule.terms
    )
    basis = rule.terms[0].basis if rule.terms else Basis()
    modifiers = _modifiers(rule.modifiers, asked(basis, subject), subject, unit)
    if any(isinstance(term.shape, Pass) for term in terms) and not any(
        has_rest(term.shape) for term in terms
    ):
        modifiers = replace(modifiers, otherwise=None)
    return Rule(terms, modifiers, rule.span)


def has_rest(shape: Shape) -> bool:
    """Whether the rule's 否则 says what is left when nothing of the shape holds."""
    if isinstance(shape, Ratio):
        return shape.floor is not None or shape.cutoff is not None
    return isinstance(shape, Grade | Bands)


def _resolved_shape(term: Term, modifiers: Modifiers, subject: Subject, unit: Units) -> Shape:
    if isinstance(term.shape, Pass):
        otherwise = term.shape.otherwise or modifiers.otherwise or Points(PointsKind.POINTS)
        return Pass(resolved_points(otherwise, subject.score))
    return _shape(term.shape, asked(term.basis, subject), subject, unit)


def resolved_points(points: Points, score: Decimal | None) -> Points:
    """The points as a number, or in the simplest way to say them."""
    value = resolve(points, score)
    exact = None if value is None else decimal(value)
    if exact is not None:
        return Points(PointsKind.POINTS, exact, span=points.span)
    if points.kind not in (PointsKind.PERCENT, PointsKind.FRACTION) or not points.over:
        return points
    share = Fraction(points.amount) / Fraction(points.over)
    share = share / 100 if points.kind is PointsKind.PERCENT else share
    percent = decimal(share * 100)
    if share == 1:
        return Points(PointsKind.FULL, span=points.span)
    if percent is not None:
        return Points(PointsKind.PERCENT, percent, span=points.span)
    return Points(PointsKind.FRACTION, Decimal(share.numerator), Decimal(share.denominator), points.span)


def _shape(shape: Shape, quantity: Quantity, subject: Subject, unit: Units) -> Shape:
    score = subject.score
    match shape:
        case Deduct(points=points, step=step):
            return Deduct(resolved_points(points, score), _step(step, quantity, unit))
        case Award(points=points, step=step, cap=cap):
            step = replace(_step(step, quantity, unit), direction=None)
            return Award(resolved_points(points, score), step, _maybe(cap, score))
        case Grade(grades=grades):
            return Grade(tuple(replace(item, points=resolved_points(item.points, score)) for item in grades))
        case Checklist(items=items):
            return Checklist(
                tuple(replace(item, points=resolved_points(item.points, score)) for item in items)
            )
        case Bands(bands=bands):
            return Bands(tuple(_measured(band, quantity, score, unit) for band in bands))
        case Interpolation(nodes=nodes):
            return Interpolation(tuple(_measured(node, quantity, score, unit) for node in nodes))
        case Judged():
            return Judged(tuple(_judged(grade, score) for grade in judged_grades(shape, score)))
        case Ratio() | Pass() | Manual():
            return shape


def _judged(grade: JudgedGrade, score: Decimal | None) -> JudgedGrade:
    high, low = resolved_points(grade.high, score), resolved_points(grade.low, score)
    return replace(grade, high=high, low=low)


def _measured(value: Measured, quantity: Quantity, score: Decimal | None, unit: Units) -> Measured:
    points = resolved_points(value.points, score)
    return replace(value, unit=_unit(value.unit, quantity, unit), points=points)


def _maybe(points: Points | None, score: Decimal | None) -> Points | None:
    return None if points is None else resolved_points(points, score)


def _base(points: Points | None, score: Decimal | None) -> Points | None:
    """基础分 of all the points is no 基础分."""
    full = resolved_points(Points(PointsKind.FULL), score)
    base = _maybe(points, score)
    return None if base == full else base


def _otherwise(points: Points | None, score: Decimal | None) -> Points | None:
    otherwise = _maybe(points, score)
    return None if otherwise == Points(PointsKind.POINTS) else otherwise


def _step(step: Step, quantity: Quantity, unit: Units) -> Step:
    share = step.of_target or is_share(step.unit, quantity, unit)
    sided = quantity.direction is Direction.BOTH and not is_late(step, quantity, unit)
    direction = step.direction if sided else None
    if share:
        return Step(percent_of_target(step, unit), "%", True, direction, step.span)
    return Step(step.amount, _unit(step.unit, quantity, unit), False, direction, step.span)


def _unit(word: str | None, quantity: Quantity, unit: Units) -> str | None:
    word = word or (quantity.unit.symbol if quantity.unit else None)
    if word is None:
        return None
    meant = unit(word)
    return "%" if meant.dimension == "rate" and meant.scale == PERCENT.scale else word


def _modifiers(modifiers: Modifiers, quantity: Quantity, subject: Subject, unit: Units) -> Modifiers:
    score, bonus = subject.score, modifiers.bonus
    if bonus is not None:
        points, cap = resolved_points(bonus.points, score), _maybe(bonus.cap, score)
        bonus = Bonus(points, replace(_step(bonus.step, quantity, unit), direction=None), cap)
    tolerance, tolerance_unit = modifiers.tolerance, modifiers.tolerance_unit
    if tolerance is not None:
        tolerance_unit = _unit(tolerance_unit, quantity, unit)
        if tolerance_unit == "%" != modifiers.tolerance_unit:
            tolerance /= 100
    return replace(
        modifiers,
        tolerance=tolerance,
        tolerance_unit=tolerance_unit,
        cap=_maybe(modifiers.cap, score),
        base=_base(modifiers.base, score),
        bonus=bonus,
        otherwise=_otherwise(modifiers.otherwise, score),
    )
