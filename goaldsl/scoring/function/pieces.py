"""The pieces a curve is made of. Each runs one way only, so its extremes lie at its ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from goaldsl.scoring.function.interval import FIRST, LAST, Cut, Interval, after, before
from goaldsl.scoring.function.steps import CalendarSteps, EvenSteps

_ZERO, _ONE = Fraction(0), Fraction(1)
_NOWHERE = Interval(LAST, FIRST)


def sign(number: Fraction) -> int:
    """-1, 0 or 1."""
    return (number > 0) - (number < 0)


@dataclass(frozen=True, slots=True)
class Linear:
    """slope * x + start."""

    slope: Fraction
    start: Fraction

    @property
    def trend(self) -> int:
        """Whether it rises (1), falls (-1) or stays as x grows."""
        return sign(self.slope)

    def at(self, x: Fraction) -> Fraction:
        return self.slope * x + self.start

    def limit(self, x: Fraction, from_right: bool) -> Fraction:
        """What the values tend to as x is approached from one side."""
        return self.at(x)

    def far(self, to_right: bool) -> Fraction | None:
        """What the values tend to without end; None when they have no end either."""
        return None if self.slope else self.start

    def cut(self, level: Fraction) -> Cut:
        """Where the values pass `level`: on each side of the cut they lie on one side of it, or at it."""
        if self.slope:
            return before((level - self.start) / self.slope)
        return LAST if self.start <= level else FIRST

    def plus(self, amount: Fraction) -> Linear:
        return Linear(self.slope, self.start + amount)

    def scaled(self, factor: Fraction, offset: Fraction) -> Linear:
        """The same values where x stands for factor * x + offset."""
        return Linear(self.slope * factor, self.slope * offset + self.start)


@dataclass(frozen=True, slots=True)
class Fractional:
    """(a * x + b) / (c * x + d), used where the denominator is positive."""

    a: Fraction
    b: Fraction
    c: Fraction
    d: Fraction

    @property
    def trend(self) -> int:
        return sign(self.a * self.d - self.b * self.c)

    def at(self, x: Fraction) -> Fraction:
        return (self.a * x + self.b) / (self.c * x + self.d)

    def limit(self, x: Fraction, from_right: bool) -> Fraction:
        return self.at(x)

    def far(self, to_right: bool) -> Fraction | None:
        if self.c:
            return self.a / self.c
        return None if self.a else self.b / self.d

    def cut(self, level: Fraction) -> Cut:
        rest = self.a - level * self.c
        if rest == 0:  # never reached, only approached without end
            below = self.b - level * self.d <= 0
            return LAST if below == (self.trend >= 0) else FIRST
        return before((level * self.d - self.b) / rest)

    def plus(self, amount: Fraction) -> Fractional:
        return Fractional(self.a + amount * self.c, self.b + amount * self.d, self.c, self.d)

    def scaled(self, factor: Fraction, offset: Fraction) -> Fractional:
        return Fractional(
            self.a * factor, self.a * offset + self.b, self.c * factor, self.c * offset + self.d
        )


@dataclass(frozen=True, slots=True)
class Staircase:
    """start + rise for each step; a step counts when it is full, or once begun (`started`)."""

    steps: EvenSteps | CalendarSteps
    start: Fraction
    rise: Fraction
    started: bool = False

    @property
    def trend(self) -> int:
        return sign(self.rise) * self.steps.side

    def count(self, x: Fraction) -> int:
        return self.steps.begun(x) if self.started else self.steps.full(x)

    def at(self, x: Fraction) -> Fraction:
        return self.start + self.rise * self.count(x)

    def limit(self, x: Fraction, from_right: bool) -> Fraction:
        outward = from_right == (self.steps.side > 0)
        if self.started and outward:
            count = self.steps.full(x) + 1
        elif not self.started and not outward:
            count = self.steps.begun(x) - 1
        else:
            count = self.count(x)
        return self.start + self.rise * count

    def far(self, to_right: bool) -> Fraction | None:
        return None if self.rise else self.start

    def cut(self, level: Fraction) -> Cut:
        if self.rise == 0:
            return LAST if self.start <= level else FIRST
        return self.entry(((level - self.start) / self.rise).__ceil__())

    def entry(self, count: int) -> Cut:
        """Where the step number `count` begins to count."""
        position = self.steps.position(count - 1 if self.started else count)
        return after(position) if self.started == (self.steps.side > 0) else before(position)

    def plus(self, amount: Fraction) -> Staircase:
        return replace(self, start=self.start + amount)

    def scaled(self, factor: Fraction, offset: Fraction) -> Staircase:
        return replace(self, steps=self.steps.scaled(factor, offset))


Piece = Linear | Fractional | Staircase


def constant(value: Fraction) -> Linear:
    """The same points everywhere."""
    return Linear(_ZERO, value)


def is_constant(piece: Piece) -> bool:
    return piece.trend == 0


def total(one: Piece, other: Piece) -> Piece | None:
    """The sum of two pieces; None where it is of neither kind."""
    if isinstance(one, Linear) and isinstance(other, Linear):
        return Linear(one.slope + other.slope, one.start + other.start)
    if is_constant(one):
        return other.plus(one.at(_ONE))
    if is_constant(other):
        return one.plus(other.at(_ONE))
    return None


def at_least(piece: Piece, level: Fraction) -> Interval:
    """Where a piece gives `level` or more."""
    if is_constant(piece):
        return Interval() if piece.at(_ONE) >= level else _NOWHERE
    if isinstance(piece, Staircase):
        count = (level - piece.start) / piece.rise
        few, many = _side(piece, count.__floor__() + 1), _side(piece, count.__ceil__())
        return few[0] if piece.rise < 0 else many[1]
    cut = piece.cut(level)
    if piece.trend > 0:
        return Interval(cut if cut.infinite else before(cut.x))
    return Interval(end=cut if cut.infinite else after(cut.x))


def at_most(piece: Piece, level: Fraction) -> Interval:
    """Where a piece gives `level` or less."""
    if is_constant(piece):
        return Interval() if piece.at(_ONE) <= level else _NOWHERE
    if isinstance(piece, Staircase):
        count = (level - piece.start) / piece.rise
        few, many = _side(piece, count.__floor__() + 1), _side(piece, count.__ceil__())
        return few[0] if piece.rise > 0 else many[1]
    cut = piece.cut(level)
    if piece.trend < 0:
        return Interval(cut if cut.infinite else before(cut.x))
    return Interval(end=cut if cut.infinite else after(cut.x))


def _side(piece: Staircase, count: int) -> tuple[Interval, Interval]:
    """Where fewer than `count` steps count, and where at least `count` do."""
    entry = piece.entry(count)
    before_entry, after_entry = Interval(end=entry), Interval(entry)
    return (before_entry, after_entry) if piece.steps.side > 0 else (after_entry, before_entry)
