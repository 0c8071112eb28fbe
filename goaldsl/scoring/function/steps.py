"""Where the steps of a staircase begin: evenly spaced, or by the calendar.

A staircase with a million steps is these few numbers and is never counted through.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from dataclasses import dataclass
from fractions import Fraction

_DAYS_OF_400_YEARS = 146_097  # the calendar repeats after 400 years
_MONTHS_OF_400_YEARS = 4_800


@dataclass(frozen=True, slots=True)
class EvenSteps:
    """Steps of equal length from `origin`, to the right (`side` 1) or to the left (-1)."""

    origin: Fraction
    length: Fraction
    side: int

    def position(self, count: int) -> Fraction:
        """Where `count` steps are full."""
        return self.origin + self.side * count * self.length

    def full(self, x: Fraction) -> int:
        """How many steps are full at `x`."""
        return (self.side * (x - self.origin) / self.length).__floor__()

    def begun(self, x: Fraction) -> int:
        """How many steps are begun at `x`."""
        return (self.side * (x - self.origin) / self.length).__ceil__()

    def scaled(self, factor: Fraction, offset: Fraction) -> EvenSteps:
        """The same steps where x stands for factor * x + offset; the factor is positive."""
        return EvenSteps((self.origin - offset) / factor, self.length / factor, self.side)


@dataclass(frozen=True, slots=True)
class CalendarSteps:
    """Steps of whole months after a day, measured in days after it; a month later has its own number of days."""

    day: datetime.date
    months: int

    @property
    def side(self) -> int:
        return 1

    def position(self, count: int) -> Fraction:
        """Where `count` steps are full."""
        rounds, months = divmod(count * self.months, _MONTHS_OF_400_YEARS)
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        base = self.day.year - 400 if year > datetime.MAXYEAR - 400 else self.day.year
        year -= self.day.year - base
        last = monthrange(year, month + 1)[1]
        there = datetime.date(year, month + 1, min(self.day.day, last))
        here = datetime.date(base, self.day.month, min(self.day.day, monthrange(base, self.day.month)[1]))
        return Fraction((there - here).days + rounds * _DAYS_OF_400_YEARS)

    def full(self, x: Fraction) -> int:
        """How many steps are full at `x`."""
        count = (x * _MONTHS_OF_400_YEARS / _DAYS_OF_400_YEARS / self.months).__floor__()
        while self.position(count) > x:
            count -= 1
        while self.position(count + 1) <= x:
            count += 1
        return count

    def begun(self, x: Fraction) -> int:
        """How many steps are begun at `x`."""
        count = self.full(x)
        return count if self.position(count) == x else count + 1

    def scaled(self, factor: Fraction, offset: Fraction) -> CalendarSteps:
        """Days are days: a calendar is not stretched."""
        if factor != 1 or offset != 0:
            raise ValueError("a calendar has no other measure")
        return self
