"""A finite choice: a grade word, yes or no, a grade in whose interval a person picks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

YES, NO = "是", "否"


class Range(NamedTuple):
    """From `low` to `high` points; equal where nobody picks. `open_high`: the upper end belongs to the grade above."""

    low: Fraction
    high: Fraction
    open_high: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def plus(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high, self.open_high or other.open_high)

    def clamped(self, low: Fraction | None, high: Fraction | None) -> Range:
        ends = [_clamped(end, low, high) for end in (self.low, self.high)]
        return Range(ends[0], ends[1], self.open_high and ends[1] == self.high)

    def __contains__(self, points: object) -> bool:
        return (
            isinstance(points, int | Fraction)
            and self.low <= points <= self.high
            and not (self.open_high and points == self.high)
        )


def exactly(points: Fraction) -> Range:
    """No choice."""
    return Range(points, points)


def _clamped(value: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)


@dataclass(frozen=True, slots=True)
class PointTable:
    """Points by word; any other word gets `otherwise`."""

    entries: tuple[tuple[str, Range], ...]
    otherwise: Range

    def at(self, word: str) -> Range:
        return next((points for entry, points in self.entries if entry == word), self.otherwise)

    @property
    def ranges(self) -> tuple[Range, ...]:
        """All that can come out."""
        return (*(points for _, points in self.entries), self.otherwise)

    @property
    def greatest(self) -> Fraction:
        return max(points.high for points in self.ranges)

    @property
    def least(self) -> Fraction:
        return min(points.low for points in self.ranges)
