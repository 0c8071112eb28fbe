"""Whether points, steps and shares are within reason, and nothing stands twice (GB310–GB317)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from goaldsl.diagnostics import Code, Finding, Message
from goaldsl.model.place import Span
from goaldsl.model.rule import (
    Award,
    Bands,
    Checklist,
    Deduct,
    Grade,
    Interpolation,
    Judged,
    Pass,
    Points,
    PointsKind,
    Ratio,
    Rule,
    Shape,
    Step,
)
from goaldsl.scoring import amount_codes as codes
from goaldsl.scoring.points import percent, plain, resolve
from goaldsl.scoring.subject import Subject
from goaldsl.scoring.validity.reporting import found


def examine(rule: Rule, subject: Subject, span: Span) -> Iterator[Finding]:
    """All amounts of a rule."""
    for points in _earned(rule):
        yield from _earning(points, rule, subject, span)
    for points in _lost(rule):
        yield from _losing(points, subject, span)
    for step in _steps(rule):
        if step.amount <= 0:
            yield _zero(step.span, span)
    for term in rule.terms:
        if isinstance(term.shape, Checklist):
            yield from _total(term.shape, term.span, subject, span)
        if isinstance(term.shape, Ratio):
            yield from _shares(term.shape, term.span, span)
        yield from _choices(term.shape, term.span, span)
    if rule.modifiers.tolerance is not None and rule.modifiers.tolerance < 0:
        yield _share_range("允许", "tolerance", Fraction(rule.modifiers.tolerance), rule.span, span)


def _earned(rule: Rule) -> Iterator[Points]:
    """Amounts that someone may get as a score."""
    for term in rule.terms:
        yield from _earned_by(term.shape)
    modifiers = rule.modifiers
    yield from (points for points in (modifiers.base, modifiers.otherwise) if points is not None)


def _earned_by(shape: Shape) -> Iterator[Points]:
    match shape:
        case Pass(otherwise=points) if points is not None:
            yield points
        case Award(points=points, cap=cap):
            yield points
            if cap is not None:
                yield cap
        case Grade(grades=items) | Bands(bands=items) | Checklist(items=items) | Interpolation(nodes=items):
            yield from (item.points for item in items)
        case Judged(grades=judged):
            for grade in judged:
                yield from (grade.high, grade.low)


def _lost(rule: Rule) -> Iterator[Points]:
    """Amounts that are taken away, or added beyond the target."""
    for term in rule.terms:
        if isinstance(term.shape, Deduct):
            yield term.shape.points
    if rule.modifiers.cap is not None:
        yield rule.modifiers.cap
    if rule.modifiers.bonus is not None:
        yield rule.modifiers.bonus.points


def _steps(rule: Rule) -> Iterator[Step]:
    for term in rule.terms:
        if isinstance(term.shape, Deduct | Award):
            yield term.shape.step
    if rule.modifiers.bonus is not None:
        yield rule.modifiers.bonus.step


def _earning(points: Points, rule: Rule, subject: Subject, span: Span) -> Iterator[Finding]:
    if points.kind is PointsKind.FRACTION and points.over <= 0:
        yield _zero(points.span, span)
        return
    value, score = resolve(points, subject.score), subject.score
    if points.kind is PointsKind.LESS:
        yield from _losing(points, subject, span)
    elif points.amount < 0:
        if not rule.modifiers.signed:
            yield _negative(points, span)
    elif value is not None and score is not None and value > score:
        yield _exceeds(codes.EXCEEDS_SCORE, value, subject, points.span, span)


def _losing(points: Points, subject: Subject, span: Span) -> Iterator[Finding]:
    if points.kind is PointsKind.FRACTION and points.over <= 0:
        yield _zero(points.span, span)
    elif points.amount < 0:
        yield _negative(points, span)
    elif subject.score is not None:
        value = Fraction(points.amount) if points.kind is PointsKind.LESS else resolve(points, subject.score)
        if value is not None and value > subject.score:
            yield _exceeds(codes.DEDUCTS_TOO_MUCH, value, subject, points.span, span)


def _total(shape: Checklist, place: Span, subject: Subject, span: Span) -> Iterator[Finding]:
    values = [resolve(item.points, subject.score) for item in shape.items]
    known = [value for value in values if value is not None]
    if subject.score is None or len(known) < len(values) or any(value > subject.score for value in known):
        return
    if sum(known, Fraction(0)) > subject.score:
        yield _exceeds(codes.EXCEEDS_SCORE, sum(known, Fraction(0)), subject, place, span)


def _shares(shape: Ratio, place: Span, span: Span) -> Iterator[Finding]:
    if shape.floor is not None and not 0 <= shape.floor < 1:
        yield _share_range("及格", "floor", Fraction(shape.floor), place, span)
    if shape.cutoff is not None and not 0 <= shape.cutoff <= 1:
        yield _share_range("低于", "cutoff", Fraction(shape.cutoff), place, span)
    if shape.of is not None and shape.of <= 0:
        yield _share_range("以…为基数", "of", Fraction(shape.of), place, span)
    if shape.floor is not None and (shape.cutoff is not None or shape.of is not None):
        yield found(
            codes.CONFLICT,
            place,
            span,
            Message(
                "“及格”与“低于…不得分”“以…为基数”各有各的算法，不能同写",
                "floor excludes cutoff and of: each draws a curve of its own",
            ),
            Message("只留一个。", "Keep one of them."),
        )


def _choices(shape: Shape, place: Span, span: Span) -> Iterator[Finding]:
    """Lists: not empty, nothing twice."""
    items: list[tuple[str, Span]] = []
    least = 1
    match shape:
        case Grade(grades=grades):
            items = [(grade.word, grade.span) for grade in grades]
        case Judged(grades=judged):
            items, least = [(grade.word, grade.span) for grade in judged], 0
        case Checklist(items=listed):
            items = [(item.text, item.span) for item in listed]
        case Bands(bands=bands):
            items = [(f"{band.operator} {plain(band.amount)}{band.unit or ''}", band.span) for band in bands]
        case Interpolation(nodes=nodes):
            items, least = [(f"{plain(node.amount)}{node.unit or ''}", node.span) for node in nodes], 2
        case _:
            return
    if len(items) < least:
        yield _empty(place, span, least)
    seen: set[str] = set()
    for word, item in items:
        if word in seen:
            yield _repeated(word, item, span)
        seen.add(word)


def _exceeds(code: Code, value: Fraction, subject: Subject, place: Span, span: Span) -> Finding:
    assert subject.score is not None
    score, amount = plain(subject.score), plain(value)
    if code is codes.EXCEEDS_SCORE:
        message = Message(
            f"能得 {amount} 分，多于分值 {score} 分", f"{amount} points, more than the {score} there are"
        )
    else:
        message = Message(
            f"一次就是 {amount} 分，多于分值 {score} 分", f"{amount} points at once, of only {score}"
        )
    return found(code, place, span, message, Message("核对分值和规则。", "Check the points and the rule."))


def _negative(points: Points, span: Span) -> Finding:
    return found(
        codes.NEGATIVE,
        points.span,
        span,
        Message(f"分数是负的：{plain(points.amount)}", f"negative points: {plain(points.amount)}"),
        Message(
            "写成正数；确实要倒扣的，在规则后面写 可倒扣。",
            "Write a positive number; add signed if a score may fall below 0.",
        ),
    )


def _zero(place: Span, span: Span) -> Finding:
    return found(
        codes.ZERO_STEP,
        place,
        span,
        Message("一步的大小或分数的分母不能是 0 或负数", "a step or a denominator must be more than 0"),
        Message("写一个大于 0 的数。", "Write a number above 0."),
    )


def _share_range(zh: str, en: str, share: Fraction, place: Span, span: Span) -> Finding:
    return found(
        codes.SHARE_RANGE,
        place,
        span,
        Message(f"“{zh}”后面不能是 {percent(share)}", f"{percent(share)} is out of range behind “{en}”"),
        Message("通常的及格线是 60%。", "The usual pass mark is 60 %."),
    )


def _repeated(word: str, place: Span, span: Span) -> Finding:
    return found(
        codes.REPEATED,
        place,
        span,
        Message(f"“{word}”出现了两次", f"“{word}” stands twice"),
        Message("改正或删去其中一个。", "Correct or remove one of them."),
    )


def _empty(place: Span, span: Span, least: int) -> Finding:
    return found(
        codes.EMPTY,
        place,
        span,
        Message(f"至少要写 {least} 档", f"at least {least} items are needed"),
        Message("补写各档和各档的分数。", "Add the items and their points."),
    )
