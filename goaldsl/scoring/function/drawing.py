"""The curve or table of each shape of rule, before the modifiers of the whole rule bound it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Bonus,
    Deduct,
    Interpolation,
    Modifiers,
    Points,
    Ratio,
    ReverseConvention,
    Step,
    StepDirection,
    StepRounding,
)
from goaldsl.model.target import Direction
from goaldsl.scoring.function.asking import Scale, UnsaidError
from goaldsl.scoring.function.curve import Curve, Segment, joined, levels, piecewise
from goaldsl.scoring.function.interval import FIRST, LAST, Interval, after, before
from goaldsl.scoring.function.pieces import Fractional, Linear, Piece, Staircase, constant
from goaldsl.scoring.function.steps import EvenSteps

_ZERO, _ONE = Fraction(0), Fraction(1)
_LINE = Interval()


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the points of a rule come to. `full`: what meeting the target earns; `rest`: what 否则 says."""

    value: Callable[[Points], Fraction]
    full: Fraction
    rest: Fraction
    modifiers: Modifiers


def ratio(shape: Ratio, scale: Scale, amounts: Amounts) -> Curve:
    """Full points where the target is met, else their share."""
    met = _widened(scale, amounts)
    left: Piece = constant(_ZERO)
    right: Piece = constant(_ZERO)
    if scale.low is not None:
        left = Linear(amounts.full / _base(shape, scale, scale.low), _ZERO)
    if scale.high is not None:
        right = _reverse(_base(shape, scale, scale.high), amounts)
    curve = piecewise(_LINE, met, left, constant(amounts.full), right)
    if shape.floor is None and shape.cutoff is None:
        return curve
    return joined(part for segment in curve.segments for part in _thresholds(segment, met, shape, amounts))


def _base(shape: Ratio, scale: Scale, target: Fraction) -> Fraction:
    """What the actual value is divided by: the target, or the number that the rule names instead."""
    base = target
    if shape.of is not None:
        unit = scale.quantity.unit
        base = (
            Fraction(shape.of) / unit.scale if scale.quantity.rate and unit else target * Fraction(shape.of)
        )
    if base <= 0:
        raise UnsaidError("大于 0 的指标值", "a target above 0")
    return base


def _reverse(base: Fraction, amounts: Amounts) -> Piece:
    match amounts.modifiers.reverse:
        case ReverseConvention.LINEAR:
            return Linear(-amounts.full / base, 2 * amounts.full)
        case ReverseConvention.INVERSE:
            return Fractional(_ZERO, amounts.full * base, _ONE, _ZERO)
        case None:
            raise UnsaidError("线性还是反比", "linear or inverse")


def _thresholds(segment: Segment, met: Interval, shape: Ratio, amounts: Amounts) -> Iterator[Segment]:
    """Below the pass mark (floor) or the threshold (cutoff) of the full points there is only the rest."""
    where, piece = segment
    if met.start <= where.start and where.end <= met.end:
        yield segment
        return
    share = Fraction(shape.cutoff if shape.cutoff is not None else shape.floor or 0)
    cut = piece.cut(share * amounts.full)
    rising = piece.trend >= 0
    if not cut.infinite:  # exactly at the mark counts as reached
        cut = (before if rising else after)(cut.x)
    cut = min(max(cut, where.start), where.end)
    if shape.cutoff is None and shape.floor is not None:
        if share >= 1:
            raise UnsaidError("及格线以上怎样计分", "how to score above the pass mark")
        piece = _stretched(piece, share, amounts.full)
    under, over = constant(amounts.rest), piece
    first, second = (under, over) if rising else (over, under)
    yield Segment(Interval(where.start, cut), first)
    yield Segment(Interval(cut, where.end), second)


def _stretched(piece: Piece, floor: Fraction, full: Fraction) -> Piece:
    """(share - floor) / (1 - floor) of the points, where the piece is share * full."""
    whole = 1 - floor
    if isinstance(piece, Linear):
        return Linear(piece.slope / whole, (piece.start - floor * full) / whole)
    assert isinstance(piece, Fractional)
    lowered = piece.plus(-floor * full)
    return Fractional(lowered.a, lowered.b, lowered.c * whole, lowered.d * whole)


def passed(otherwise: Fraction, scale: Scale, amounts: Amounts) -> Curve:
    """All or nothing."""
    other = constant(otherwise)
    return piecewise(_LINE, _widened(scale, amounts), other, constant(amounts.full), other)


def deduction(shape: Deduct, scale: Scale, amounts: Amounts) -> Curve:
    """What is lost: nothing where the target is met, points for each step away from it."""
    loss = -amounts.value(shape.points)
    both = scale.quantity.direction is Direction.BOTH
    named = shape.step.direction if both else None
    left: Piece = constant(_ZERO)
    right: Piece = constant(_ZERO)
    if scale.low is not None and named is not StepDirection.OVER:
        left = _run(shape.step, scale, scale.low, -1, loss, amounts)
    if scale.high is not None and named is not StepDirection.SHORT:
        right = _run(shape.step, scale, scale.high, 1, loss, amounts)
    return piecewise(_LINE, _widened(scale, amounts), left, constant(_ZERO), right)


def award(shape: Award, scale: Scale, amounts: Amounts) -> Curve:
    """Points for each step from nothing on; without a cap, until the points are full (得满为止)."""
    up = _run(shape.step, scale, _ZERO, 1, amounts.value(shape.points), amounts)
    domain = Interval(before(_ZERO), LAST)
    curve = joined((Segment(Interval(FIRST, domain.start), constant(_ZERO)), Segment(domain, up)))
    cap = amounts.full if shape.cap is None else amounts.value(shape.cap)
    return curve.clamped(None, cap)


def bonus(extra: Bonus, scale: Scale, amounts: Amounts) -> Curve:
    """Points for each step beyond the target, on its good side."""
    gain = amounts.value(extra.points)
    nothing = constant(_ZERO)
    if scale.quantity.direction is Direction.BOTH:
        raise UnsaidError("哪一边算超额", "which side is beyond the target")
    if scale.low is not None:
        beyond = _run(extra.step, scale, scale.low, 1, gain, amounts)
        curve = joined(
            (Segment(Interval(FIRST, after(scale.low)), nothing), Segment(Interval(after(scale.low)), beyond))
        )
    else:
        edge = scale.high or _ZERO
        beyond = _run(extra.step, scale, edge, -1, gain, amounts)
        curve = joined(
            (Segment(Interval(FIRST, before(edge)), beyond), Segment(Interval(before(edge)), nothing))
        )
    return curve if extra.cap is None else curve.clamped(None, amounts.value(extra.cap))


def _run(step: Step, scale: Scale, origin: Fraction, side: int, each: Fraction, amounts: Amounts) -> Piece:
    """A staircase, or the straight line where a part of a step counts as its part."""
    steps = scale.steps(step, origin, side)
    rounding = amounts.modifiers.steps
    if each == 0:
        return constant(_ZERO)
    if rounding is not StepRounding.PRO_RATA:
        return Staircase(steps, _ZERO, each, rounding is StepRounding.STARTED)
    if not isinstance(steps, EvenSteps):
        raise UnsaidError("不足一个月怎样按比例", "how a part of a month counts")
    slope = each * side / steps.length
    return Linear(slope, -slope * origin)


def bands(shape: Bands, scale: Scale, amounts: Amounts) -> Curve:
    """The first band that holds, else the rest."""
    return joined(
        Segment(where, constant(amounts.rest if band is None else amounts.value(shape.bands[band].points)))
        for where, band in banded(shape, scale)
    )


def banded(shape: Bands, scale: Scale) -> Iterator[tuple[Interval, int | None]]:
    """Which band holds where, the first counting; None where none does."""
    limits = [(band, scale.amount(Fraction(band.amount), band.unit)) for band in shape.bands]
    for where in levels(_LINE, (limit for _, limit in limits)):
        x = where.inside()
        yield where, next((at for at, (band, limit) in enumerate(limits) if holds(band, x, limit)), None)


def holds(band: Band, x: Fraction, limit: Fraction) -> bool:
    """Whether `x` lies in the band."""
    match band.operator:
        case ">=":
            return x >= limit
        case ">":
            return x > limit
        case "<=":
            return x <= limit
        case "<":
            return x < limit
        case _:
            return x == limit


def interpolation(shape: Interpolation, scale: Scale, amounts: Amounts) -> Curve:
    """Straight between the nodes, level beyond the outer ones."""
    nodes = sorted(
        (scale.amount(Fraction(node.amount), node.unit), amounts.value(node.points)) for node in shape.nodes
    )
    if len({x for x, _ in nodes}) < max(len(nodes), 1):
        raise UnsaidError("同一点的得分", "one score for one value")
    (first, low), (last, high) = nodes[0], nodes[-1]
    parts = [Segment(Interval(FIRST, before(first)), constant(low))]
    for (x, points), (next_x, next_points) in zip(nodes, nodes[1:], strict=False):
        slope = (next_points - points) / (next_x - x)
        parts.append(Segment(Interval(before(x), before(next_x)), Linear(slope, points - slope * x)))
    parts.append(Segment(Interval(before(last)), constant(high)))
    return joined(parts)


def _widened(scale: Scale, amounts: Amounts) -> Interval:
    """Where the target counts as met: with the tolerance on the side where it can be missed."""
    met, tolerance = scale.met, amounts.modifiers.tolerance
    if tolerance is None:
        return met
    room = _tolerance(Fraction(tolerance), amounts.modifiers.tolerance_unit, scale)
    start = met.start if met.start.infinite else before(met.start.x - room)
    end = met.end if met.end.infinite else after(met.end.x + room)
    return Interval(start, end)


def _tolerance(amount: Fraction, word: str | None, scale: Scale) -> Fraction:
    """A share is kept as 0.03."""
    if word != "%":
        return scale.amount(amount, word)
    if scale.quantity.rate and scale.quantity.unit is not None:
        return amount / scale.quantity.unit.scale
    if scale.quantity.time or scale.quantity.reference is None:
        raise UnsaidError("允许多大的偏差", "how large a deviation is allowed")
    return abs(scale.quantity.reference) * amount
