"""The picture of a rule: exact points to draw through, in the stretch of actual values where something happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goaldsl.scoring.function.curve import Curve, Segment
from goaldsl.scoring.function.interval import Interval, closed
from goaldsl.scoring.function.pieces import Fractional, Staircase
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.function.steps import CalendarSteps, EvenSteps

Point = tuple[Fraction, Fraction]

_TREADS = 80
"""Steps drawn one by one; finer stairs are drawn as the ramp they look like."""
_BENDS = 24  # straight bits of a hyperbola
_MARGIN = Fraction(1, 8)


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines to draw: actual values from `low` to `high` against 0 (or less) to `top` points.

    `target`: where the target stands, `full`: the points there are.
    """

    question: Question
    low: Fraction
    high: Fraction
    bottom: Fraction
    top: Fraction
    full: Fraction
    target: Fraction | None
    strokes: tuple[tuple[Point, ...], ...]


def picture(function: ScoreFunction) -> Picture | None:
    """The picture of a function of one quantity; None of any other."""
    only = function.only
    if only is None or not isinstance(only.values, Curve):
        return None
    curve, question = only.values, only.question
    window = _window(curve, question)
    low, high = window.low, window.high
    assert low is not None and high is not None
    seen = curve.within(window)
    strokes = tuple(stroke for segment in seen.segments for stroke in _strokes(segment))
    heights = [y for stroke in strokes for _, y in stroke]
    bottom, top = min([Fraction(0), *heights]), max([function.full, *heights])
    return Picture(question, low, high, bottom, top, function.full, question.target, strokes)


def _window(curve: Curve, question: Question) -> Interval:
    """From a little before the first change to a little behind the last, and the target within."""
    marks = set(_changes(curve))
    if question.target is not None:
        marks.add(question.target)
    if question.target and question.asked is Asked.AMOUNT:
        marks |= {question.target * Fraction(3, 4), question.target * Fraction(5, 4)}
    if any(isinstance(piece, Fractional) for _, piece in curve.segments) and question.target:
        marks.add(3 * question.target)  # a hyperbola ends nowhere
    low, high = min(marks, default=Fraction(0)), max(marks, default=Fraction(1))
    margin = (high - low) * _MARGIN or Fraction(1)
    unit = _round(high - low or Fraction(1))
    low, high = ((low - margin) / unit).__floor__() * unit, ((high + margin) / unit).__ceil__() * unit
    return closed(low, high) & _ended(curve.domain)


def _changes(curve: Curve) -> Iterator[Fraction]:
    """Where pieces meet, and the ends of the domain where the points still change there."""
    last = len(curve.segments) - 1
    for at, (where, piece) in enumerate(curve.segments):
        if where.low is not None and (at > 0 or piece.trend):
            yield where.low
        if where.high is not None and (at < last or piece.trend):
            yield where.high


def _round(length: Fraction) -> Fraction:
    """A round number about a tenth as long."""
    unit = Fraction(1)
    while unit * 10 > length:
        unit /= 10
    while unit * 100 <= length:
        unit *= 10
    return unit


def _ended(domain: Interval) -> Interval:
    """The domain with its ends, so that a window in it has ends to draw to."""
    return closed(domain.low, domain.high)


def _strokes(segment: Segment) -> Iterator[tuple[Point, ...]]:
    (low, high), piece = _ends(segment.where), segment.piece
    if isinstance(piece, Staircase):
        yield from _treads(piece, low, high)
    elif isinstance(piece, Fractional):
        xs = [low + (high - low) * part / _BENDS for part in range(_BENDS + 1)]
        yield tuple((x, piece.at(x)) for x in xs)
    else:
        yield tuple((x, piece.at(x)) for x in dict.fromkeys((low, high)))


def _ends(where: Interval) -> tuple[Fraction, Fraction]:
    assert where.low is not None and where.high is not None
    return where.low, where.high


def _treads(piece: Staircase, low: Fraction, high: Fraction) -> Iterator[tuple[Point, ...]]:
    first, last = sorted((piece.count(low), piece.count(high)))
    steps: EvenSteps | CalendarSteps = piece.steps
    if last - first > _TREADS:
        yield (low, piece.limit(low, from_right=True)), (high, piece.limit(high, from_right=False))
        return
    edges = sorted(
        {low, high} | {x for count in range(first, last + 1) if low < (x := steps.position(count)) < high}
    )
    for left, right in zip(edges, edges[1:], strict=False):
        height = piece.at((left + right) / 2)
        yield (left, height), (right, height)
