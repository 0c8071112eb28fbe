"""How a score came about, in words a clerk can check: “92% 比 95% 低 3 个百分点，扣 1.5 分，”.

Words are made for each shape of rule and come with the points they explain. Where these are not what the score
function gives, because modifiers or several terms work together, the words would mislead and a plain sentence stands.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from goaldsl.actuals.force import InForce
from goaldsl.evaluation.answers import Answers
from goaldsl.evaluation.measures import Measure, measured
from goaldsl.evaluation.rounding import percentage, shown
from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Checklist,
    Deduct,
    Grade,
    Interpolation,
    Judged,
    Pass,
    Ratio,
    ReverseConvention,
    StepRounding,
    Term,
)
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.table import YES
from goaldsl.scoring.points import plain, resolve

_EACH = {None: "满", StepRounding.STARTED: "按", StepRounding.PRO_RATA: "合"}
_SIGNS = {">=": "≥", "<=": "≤"}


class Told(NamedTuple):
    """Words, and the points they explain: earned, or lost where `lost`."""

    words: str
    points: Fraction
    lost: bool = False


def derived(force: InForce, known: Answers, exact: Fraction) -> str:
    """What leads to the score, ending in a comma."""
    if len(force.rule.terms) == 1 and isinstance(force.rule.terms[0].shape, Judged):
        word = next((answer for answer in known.values() if isinstance(answer, str)), "")
        return f"评为“{word}”，在该档区间内评定，"
    told = [part for term in force.rule.terms if (part := _told(term, force, known)) is not None]
    full = Fraction(force.subject.score or 0)
    if len(told) == len(force.rule.terms) and _sum(told, full) == exact:
        return "；".join(part.words for part in told) + "，"
    return _plainly(force, known)


def _sum(told: list[Told], full: Fraction) -> Fraction:
    start = full if all(part.lost for part in told) else Fraction(0)
    points = sum((-part.points if part.lost else part.points for part in told), start)
    return min(max(points, Fraction(0)), full)


def _plainly(force: InForce, known: Answers) -> str:
    parts = []
    for question, answer in known.items():
        if isinstance(answer, str):
            parts.append(f"{question.name}：{answer}")
        elif question.asked is Asked.DATE:
            parts.append(f"逾期 {plain(max(answer, Fraction(0)))} 天")
        else:
            parts.append(f"{question.name} {shown(answer)}{question.unit.symbol if question.unit else ''}")
    return "，".join(parts) + "，按评分标准计算"


def _told(term: Term, force: InForce, known: Answers) -> Told | None:
    score = force.subject.score
    shape = term.shape
    match shape:
        case Grade():
            return _grade(shape, force, known)
        case Checklist():
            return _checklist(shape, force, known)
        case Pass() if all(question.asked is Asked.ITEM for question in known):
            met = all(answer == YES for answer in known.values())
            return _passed(shape, met, "达到目标" if met else "没有达到目标", force)
    measure = measured(term, force, known)
    if measure is None:
        return None
    full = Fraction(score or 0)
    match shape:
        case Ratio():
            return _ratio(shape, measure, force, full)
        case Pass():
            words = measure.against if measure.met else measure.difference
            return _passed(shape, measure.met, words, force)
        case Deduct() | Award():
            return _steps(measure, shape, force)
        case Bands(bands=bands):
            return _band(bands, measure, force)
        case Interpolation() if force.function is not None and len(force.rule.terms) == 1:
            return Told(f"{measure.said}，在给定各点之间按直线取值", force.function.points(known).low)
        case _:
            return None


def _grade(shape: Grade, force: InForce, known: Answers) -> Told | None:
    word = next((answer for answer in known.values() if isinstance(answer, str)), "")
    for grade in shape.grades:
        points = resolve(grade.points, force.subject.score)
        if grade.word == word and points is not None:
            return Told(f"“{word}”一档", points)
    return Told(f"“{word}”不在得分的各档之内", Fraction(0))


def _checklist(shape: Checklist, force: InForce, known: Answers) -> Told:
    held = [
        (item.text, resolve(item.points, force.subject.score) or Fraction(0))
        for item in shape.items
        if any(question.name == item.text and answer == YES for question, answer in known.items())
    ]
    words = "、".join(f"{text} {plain(points)} 分" for text, points in held)
    return Told(
        f"符合：{words}" if held else "各项都不符合", sum((points for _, points in held), Fraction(0))
    )


def _passed(shape: Pass, met: bool, words: str, force: InForce) -> Told | None:
    other = resolve(shape.otherwise, force.subject.score) if shape.otherwise is not None else Fraction(0)
    points = Fraction(force.subject.score or 0) if met else other
    return None if points is None else Told(words, points)


def _ratio(shape: Ratio, measure: Measure, force: InForce, full: Fraction) -> Told | None:
    if measure.met:
        return Told(measure.against, full)
    target = measure.target
    if target is None or target <= 0:
        return None
    if measure.descending:
        return _reverse(measure, target, force, full)
    base = target
    if shape.of is not None:
        base = (
            Fraction(shape.of) / measure.unit.scale
            if measure.percent and measure.unit
            else target * Fraction(shape.of)
        )
    share = measure.x / base
    words = f"{measure.said} ÷ {measure.amount(base)} = {percentage(share)}"
    pass_mark = shape.floor if shape.floor is not None else shape.cutoff
    if pass_mark is not None and share < Fraction(pass_mark):
        return Told(f"{words}，低于 {percentage(Fraction(pass_mark))}", Fraction(0))
    if shape.floor is not None:
        floor = Fraction(shape.floor)
        formula = (
            f"（{percentage(share)} − {percentage(floor)}）÷（1 − {percentage(floor)}）× {plain(full)} 分"
        )
        return Told(f"{words}，{formula}", (share - floor) / (1 - floor) * full)
    most = "，不超过分值" if share > 1 else ""
    return Told(f"{words}，{plain(full)} 分 × {percentage(share)}{most}", share * full)


def _reverse(measure: Measure, target: Fraction, force: InForce, full: Fraction) -> Told | None:
    match force.rule.modifiers.reverse:
        case ReverseConvention.LINEAR:
            over = (measure.x - target) / target
            words = f"{measure.difference}，超过目标的 {percentage(over)}，{plain(full)} 分 ×（1 − {percentage(over)}）"
            return Told(words, full * (1 - over))
        case ReverseConvention.INVERSE:
            share = target / measure.x
            words = f"{measure.amount(target)} ÷ {measure.said} = {percentage(share)}，{plain(full)} 分 × {percentage(share)}"
            return Told(words, full * share)
        case None:
            return None


def _steps(measure: Measure, shape: Deduct | Award, force: InForce) -> Told | None:
    lost = isinstance(shape, Deduct)
    if lost and measure.met:
        return Told(measure.against, Fraction(0), lost=True)
    rounding = force.rule.modifiers.steps
    counted = measure.steps(shape.step, rounding) if lost else measure.steps_from_zero(shape.step, rounding)
    points = resolve(shape.points, force.subject.score)
    if points is None or points < 0 or counted is None:
        return None
    count, even = counted
    words = measure.difference if lost else measure.said
    full = Fraction(force.subject.score or 0)
    if lost and points * count > full:
        return Told(f"{words}，每 {measure.step(shape.step)}扣 {shown(points)} 分，扣完为止", full, lost=True)
    if not lost:
        return Told(f"{words}，每 {measure.step(shape.step)}得 {shown(points)} 分", points * count)
    if count == 0:
        return Told(f"{words}，不足 {measure.step(shape.step)}，不扣分", Fraction(0), lost=True)
    if not even or shape.step.amount != 1 or not measure.same_unit(shape.step):
        words += f"，{_EACH[rounding]} {measure.steps_said(count, shape.step)}"
    return Told(f"{words}，扣 {shown(points * count, 4)} 分", points * count, lost=True)


def _band(bands: tuple[Band, ...], measure: Measure, force: InForce) -> Told | None:
    for band in bands:
        limit = measure.limit(Fraction(band.amount), band.unit)
        if limit is None:
            return None
        holds = {
            ">=": measure.x >= limit,
            ">": measure.x > limit,
            "<=": measure.x <= limit,
            "<": measure.x < limit,
            "=": measure.x == limit,
        }
        if holds[band.operator]:
            points = resolve(band.points, force.subject.score)
            sign = _SIGNS.get(band.operator, band.operator)
            words = f"{measure.said}，在 {sign} {measure.amount(limit)} 一档"
            return None if points is None else Told(words, points)
    return Told(f"{measure.said}，不在得分的各档之内", Fraction(0))
