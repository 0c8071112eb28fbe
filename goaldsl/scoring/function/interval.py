"""Stretches of the number line with open and closed ends.

A `Cut` lies between numbers: just before or just after one, or beyond all. An interval is what lies between two cuts,
so that "less than 95" ends at the cut before 95 and "95 and more" begins there: no gap, no overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Cut(NamedTuple):
    """A place between numbers; the order of the tuples is the order on the line. `infinite`: -1 or 1 beyond all."""

    infinite: int
    x: Fraction
    after: int


FIRST = Cut(-1, Fraction(0), 0)
LAST = Cut(1, Fraction(0), 0)


def before(x: Fraction) -> Cut:
    """The cut just before `x`."""
    return Cut(0, x, 0)


def after(x: Fraction) -> Cut:
    """The cut just after `x`."""
    return Cut(0, x, 1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two cuts."""

    start: Cut = FIRST
    end: Cut = LAST

    @property
    def empty(self) -> bool:
        return self.start >= self.end

    @property
    def low(self) -> Fraction | None:
        """The lower end, whether it belongs to the interval or not; None without end."""
        return None if self.start.infinite else self.start.x

    @property
    def high(self) -> Fraction | None:
        return None if self.end.infinite else self.end.x

    @property
    def has_low(self) -> bool:
        """Whether the lower end itself belongs to the interval."""
        return not self.start.infinite and not self.start.after

    @property
    def has_high(self) -> bool:
        return not self.end.infinite and bool(self.end.after)

    def __contains__(self, x: Fraction) -> bool:
        return self.start <= before(x) and after(x) <= self.end

    def __and__(self, other: Interval) -> Interval:
        return Interval(max(self.start, other.start), min(self.end, other.end))

    def inside(self) -> Fraction:
        """A number in the interval, away from its ends where there is room."""
        low, high = self.low, self.high
        if low is not None and high is not None:
            return (low + high) / 2
        if low is not None:
            return low + 1
        return Fraction(0) if high is None else high - 1


def closed(low: Fraction | None, high: Fraction | None) -> Interval:
    """From `low` to `high`, both included; None is without end."""
    return Interval(FIRST if low is None else before(low), LAST if high is None else after(high))
