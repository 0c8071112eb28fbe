"""A curve: pieces side by side, without gap or overlap, over the values that one quantity can take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from goaldsl.scoring.function.interval import Cut, Interval, after, before
from goaldsl.scoring.function.pieces import Piece, constant, is_constant, total


class Segment(NamedTuple):
    """A piece and where it holds."""

    where: Interval
    piece: Piece


class Extreme(NamedTuple):
    """The largest or smallest value of a curve; None is without end.

    `segment` is where it lies, `end` at which end of it (-1 low, 1 high); `attained`: some x has exactly this value,
    else the values only come near.
    """

    value: Fraction | None
    segment: Segment
    end: int
    attained: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """The segments in order."""

    segments: tuple[Segment, ...]

    @property
    def domain(self) -> Interval:
        return Interval(self.segments[0].where.start, self.segments[-1].where.end)

    def at(self, x: Fraction) -> Fraction:
        """The points at `x`; beyond the domain those of its nearest end."""
        here = before(x)
        for segment in self.segments:
            if here < segment.where.end:
                inside = x if here >= segment.where.start else segment.where.start.x
                return segment.piece.at(inside)
        last = self.segments[-1]
        return last.piece.at(last.where.end.x)

    def clamped(self, low: Fraction | None, high: Fraction | None) -> Curve:
        """The curve kept between two values."""
        return joined(part for segment in self.segments for part in _clamped(segment, low, high))

    def plus(self, other: Curve) -> Curve | None:
        """The sum of two curves over what both know; None where two staircases or the like would have to be added."""
        parts = []
        for one, two in overlaid(self, other):
            piece = total(one.piece, two.piece)
            if piece is None:
                return None
            parts.append(Segment(one.where, piece))
        return joined(parts)

    def raised(self, amount: Fraction) -> Curve:
        """Everywhere `amount` more."""
        return Curve(tuple(Segment(where, piece.plus(amount)) for where, piece in self.segments))

    def scaled(self, factor: Fraction, offset: Fraction) -> Curve:
        """The curve of x, given as the curve of factor * x + offset; the factor is positive."""

        def moved(cut: Cut) -> Cut:
            return cut if cut.infinite else Cut(0, (cut.x - offset) / factor, cut.after)

        return Curve(
            tuple(
                Segment(Interval(moved(where.start), moved(where.end)), piece.scaled(factor, offset))
                for where, piece in self.segments
            )
        )

    def within(self, domain: Interval) -> Curve:
        """The part of the curve over a part of its domain that is not empty."""
        parts = (Segment(where & domain, piece) for where, piece in self.segments)
        return Curve(tuple(part for part in parts if not part.where.empty))

    @property
    def greatest(self) -> Extreme:
        """The largest value, attained somewhere if any x has it."""
        return max((_end(segment, 1) for segment in self.segments), key=_height)

    @property
    def least(self) -> Extreme:
        """The smallest value."""
        return min((_end(segment, -1) for segment in self.segments), key=_depth)


def joined(segments: Iterable[Segment]) -> Curve:
    """The curve of some segments: empty ones left out, neighbours of the same piece made one."""
    found: list[Segment] = []
    for segment in segments:
        if segment.where.empty:
            continue
        if found and found[-1].piece == segment.piece:
            found[-1] = Segment(Interval(found[-1].where.start, segment.where.end), segment.piece)
        else:
            found.append(segment)
    return Curve(tuple(found))


def overlaid(one: Curve, other: Curve) -> Iterator[tuple[Segment, Segment]]:
    """Both curves over the same stretches of the domain they share."""
    first, second = 0, 0
    while first < len(one.segments) and second < len(other.segments):
        left, right = one.segments[first], other.segments[second]
        where = left.where & right.where
        if not where.empty:
            yield Segment(where, left.piece), Segment(where, right.piece)
        if left.where.end <= right.where.end:
            first += 1
        if right.where.end <= left.where.end:
            second += 1


def end_value(segment: Segment, end: int) -> tuple[Fraction | None, bool]:
    """The value at the low (-1) or high (1) end of a segment, and whether the end belongs to it; None: no end."""
    where, piece = segment
    x = where.low if end < 0 else where.high
    if x is None:
        return piece.far(to_right=end > 0), is_constant(piece)
    if where.has_low if end < 0 else where.has_high:
        return piece.at(x), True
    limit = piece.limit(x, from_right=end < 0)
    return limit, piece.at(where.inside()) == limit


def _end(segment: Segment, wanted: int) -> Extreme:
    """The largest (1) or smallest (-1) value of a segment: at the end towards which it runs."""
    end = wanted * (segment.piece.trend or 1)
    value, attained = end_value(segment, end)
    return Extreme(value, segment, end, attained)


def _height(extreme: Extreme) -> tuple[bool, Fraction, bool]:
    return extreme.value is None, extreme.value or Fraction(0), extreme.attained


def _depth(extreme: Extreme) -> tuple[bool, Fraction, bool]:
    return extreme.value is not None, extreme.value or Fraction(0), not extreme.attained


def _clamped(segment: Segment, low: Fraction | None, high: Fraction | None) -> Iterator[Segment]:
    where, piece = segment
    rising = piece.trend >= 0
    under = piece.cut(low) if low is not None else (where.start if rising else where.end)
    over = piece.cut(high) if high is not None else (where.end if rising else where.start)
    first, second = sorted((_kept(under, where), _kept(over, where)))
    below, above = (low, high) if rising else (high, low)
    if below is not None:
        yield Segment(Interval(where.start, first), constant(below))
    yield Segment(Interval(first, second), piece)
    if above is not None:
        yield Segment(Interval(second, where.end), constant(above))


def _kept(cut: Cut, where: Interval) -> Cut:
    return min(max(cut, where.start), where.end)


def piecewise(domain: Interval, inner: Interval, left: Piece, middle: Piece, right: Piece) -> Curve:
    """`middle` over `inner`, `left` and `right` beside it."""
    return joined(
        Segment(where & domain, piece)
        for where, piece in (
            (Interval(domain.start, inner.start), left),
            (inner, middle),
            (Interval(inner.end, domain.end), right),
        )
    )


def levels(domain: Interval, cuts: Iterable[Fraction]) -> Iterator[Interval]:
    """The stretches between some numbers, and each of the numbers by itself."""
    edges = sorted({domain.start, domain.end} | {cut for x in cuts for cut in (before(x), after(x))})
    for start, end in zip(edges, edges[1:], strict=False):
        where = Interval(start, end) & domain
        if not where.empty:
            yield where
