"""What a careful reader sees on a curve: where it is full, where it ends, where it drops, jumps or stands still.

Everything is read from the segments; a staircase is judged by its first step and its ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from goaldsl.model.target import Direction
from goaldsl.scoring.function.curve import Curve, Segment, end_value
from goaldsl.scoring.function.interval import Cut, Interval, after, before
from goaldsl.scoring.function.pieces import Staircase, at_least, at_most
from goaldsl.scoring.function.question import Question


class Witness(NamedTuple):
    """An actual value and the points there."""

    x: Fraction
    points: Fraction


class Jump(NamedTuple):
    """The points change at once: from `near` to `far`, walking away from the target."""

    x: Fraction
    near: Fraction
    far: Fraction

    @property
    def height(self) -> Fraction:
        return abs(self.near - self.far)


def witness(curve: Curve, x: Fraction) -> Witness:
    """The points at `x`."""
    return Witness(x, curve.at(x))


def near(where: Interval, end: int, grain: Fraction | None) -> Fraction | None:
    """A short number in an interval, as near to its low (-1) or high (1) end as its digits allow."""
    x = where.low if end < 0 else where.high
    if x is None:
        return _any(where, grain)
    if (where.has_low if end < 0 else where.has_high) and (grain is None or (x / grain).denominator == 1):
        return x
    if grain is not None:
        found = _next(x, end, grain)
        return found if found in where else None
    inside = where.inside()
    half = Interval(where.start, after(inside)) if end < 0 else Interval(before(inside), where.end)
    units = (Fraction(1, 10**digits) for digits in range(8))
    return next((found for unit in units if (found := _next(x, end, unit)) in half), inside)


def _next(x: Fraction, end: int, unit: Fraction) -> Fraction:
    """The multiple of `unit` next to `x`: above it at a low end, below it at a high one."""
    steps = x / unit
    return (steps.__floor__() + 1 if end < 0 else steps.__ceil__() - 1) * unit


def _any(where: Interval, grain: Fraction | None) -> Fraction | None:
    inside = where.inside()
    if grain is None:
        return inside
    return next((x for x in (inside.__floor__() * grain, inside.__ceil__() * grain) if x in where), None)


def at_target(curve: Curve, question: Question) -> Witness | None:
    """What the least that meets the target gives; None where no number meets it."""
    met = question.met
    if met is None:
        return None
    met = met & curve.domain
    if met.empty:
        return None
    end = 1 if question.direction is Direction.DESCENDING else -1
    x = near(met, end, question.grain)
    return None if x is None else witness(curve, x)


def bad_sides(question: Question, domain: Interval) -> Iterator[tuple[Interval, int]]:
    """Where the target is missed, and at which end of it the target lies (1: to the right)."""
    met = question.met
    if met is None:
        return
    for where, end in ((Interval(domain.start, met.start), 1), (Interval(met.end, domain.end), -1)):
        if not (where & domain).empty:
            yield where & domain, end


def worst(curve: Curve, question: Question) -> Iterator[Witness]:
    """The points where nothing at all was done, or as much as can go wrong; nothing where that has no end."""
    for where, end in bad_sides(question, curve.domain):
        x = where.low if end > 0 else where.high
        if x is not None:
            yield witness(curve, x)


def full_stretch(curve: Curve, question: Question, full: Fraction) -> Iterator[tuple[Interval, int]]:
    """How far the target can be missed at full points, on each side: the stretch next to the target."""
    for where, end in bad_sides(question, curve.domain):
        stretch = _next_to(curve, where, end, full)
        if not stretch.empty:
            yield stretch, end


def _next_to(curve: Curve, where: Interval, end: int, level: Fraction) -> Interval:
    """The part of `where` next to the target where the points are at least `level`."""
    edge = where.end if end > 0 else where.start
    inner = edge
    ordered = curve.within(where).segments
    for segment in reversed(ordered) if end > 0 else ordered:
        part = at_least(segment.piece, level) & segment.where
        touching = part.end == inner if end > 0 else part.start == inner
        if part.empty or not touching:
            break
        inner = part.start if end > 0 else part.end
        if part != segment.where:
            break
    return Interval(inner, edge) if end > 0 else Interval(edge, inner)


def zero_from(curve: Curve, question: Question) -> Iterator[Fraction | None]:
    """On each bad side, how near to the target there are no points left; None where there always are some."""
    for where, end in bad_sides(question, curve.domain):
        found: Fraction | None = None
        ordered = curve.within(where).segments
        for segment in reversed(ordered) if end > 0 else ordered:
            part = at_most(segment.piece, Fraction(0)) & segment.where
            if not part.empty:
                found = part.high if end > 0 else part.low
                break
        yield found


def drop(curve: Curve, question: Question) -> tuple[Witness, Witness] | None:
    """A worse actual value with more points, and a better one with fewer; None on a curve that runs one way."""
    grain = question.grain
    for where, better in _ways(curve, question):
        segments = curve.within(where).segments
        for segment in segments:
            if segment.piece.trend * better < 0:
                found = _ends(curve, segment.where, better, grain)
                if found is not None:
                    return found
        for left, right in zip(segments, segments[1:], strict=False):
            worse, good = (left, right) if better > 0 else (right, left)
            high, low = end_value(worse, better)[0], end_value(good, -better)[0]
            if high is not None and low is not None and high > low:
                found = _across(curve, worse, good, better, grain)
                if found is not None:
                    return found
    return None


def _ways(curve: Curve, question: Question) -> Iterator[tuple[Interval, int]]:
    """The stretches on which more (1) or less (-1) is better."""
    if question.direction is not Direction.BOTH:
        yield curve.domain, 1 if question.direction is Direction.ASCENDING else -1
        return
    yield from bad_sides(question, curve.domain)


def _ends(
    curve: Curve, where: Interval, better: int, grain: Fraction | None
) -> tuple[Witness, Witness] | None:
    worse, good = near(where, -better, grain), near(where, better, grain)
    if worse is None or good is None or curve.at(worse) <= curve.at(good):
        return None
    return witness(curve, worse), witness(curve, good)


def _across(
    curve: Curve, worse: Segment, good: Segment, better: int, grain: Fraction | None
) -> tuple[Witness, Witness] | None:
    first, second = near(worse.where, better, grain), near(good.where, -better, grain)
    if first is None or second is None or curve.at(first) <= curve.at(second):
        return None
    return witness(curve, first), witness(curve, second)


def jumps(curve: Curve, question: Question) -> Iterator[Jump]:
    """Where the points change at once on a bad side: between segments, and at the first step of each staircase."""
    for where, end in bad_sides(question, curve.domain):
        inside = curve.within(where).segments
        outward = list(reversed(inside)) if end > 0 else list(inside)
        at = where.end if end > 0 else where.start
        last: Fraction | None = None if at.infinite else _beside(curve, at, end)
        for segment in outward:
            edge = segment.where.end if end > 0 else segment.where.start
            first, _ = end_value(segment, end)
            if not edge.infinite and last is not None and first is not None and first != last:
                yield Jump(edge.x, last, first)
            if isinstance(segment.piece, Staircase):
                yield from _first_step(segment, end)
            last, _ = end_value(segment, -end)


def _beside(curve: Curve, cut: Cut, end: int) -> Fraction | None:
    """The points on the target's side of a cut."""
    good = Interval(cut, curve.domain.end) if end > 0 else Interval(curve.domain.start, cut)
    segments = curve.within(good).segments
    if not segments:
        return None
    return end_value(segments[0] if end > 0 else segments[-1], -end)[0]


def _first_step(segment: Segment, end: int) -> Iterator[Jump]:
    where, piece = segment
    assert isinstance(piece, Staircase)
    edge = where.end if end > 0 else where.start
    if edge.infinite or (piece.steps.side > 0) == (end > 0):
        return
    count = piece.count(edge.x) + 1
    x = piece.steps.position(count - 1 if piece.started else count)
    if (before(x) if end > 0 else after(x)) in (where.start, where.end) or x not in where:
        return
    near_points = piece.start + piece.rise * (count - 1)
    yield Jump(x, near_points, near_points + piece.rise)


def differs(curve: Curve, where: Interval) -> bool:
    """Whether two values in a stretch get different points."""
    within = curve.within(where & curve.domain)
    if not within.segments:
        return False
    return within.greatest.value != within.least.value
