"""A target as the set of results it accepts, in base units: what two targets are compared by."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goaldsl.catalog import Catalog
from goaldsl.model.target import (
    DeadlineTarget,
    Direction,
    Operator,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
)
from goaldsl.model.unit import Unit
from goaldsl.scoring.function.interval import Interval, after, before, closed
from goaldsl.scoring.indicator import subject

_MONTH = 31
_YEAR = 12 * _MONTH


class Sort(StrEnum):
    """What kind of thing is promised."""

    NUMBER = "number"
    DATE = "date"
    SPAN = "span"  # from a date to a date
    WORD = "word"
    UNREADABLE = "unreadable"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """The time of a form: its year, the years its project runs, and whether the other form has another year."""

    year: int | None = None
    across: bool = False
    project: tuple[int, int] | None = None

    def outside(self, day: datetime.date) -> bool:
        """Whether a date lies outside the form's own year and its project."""
        if self.year is None or day.year == self.year:
            return False
        return self.project is None or not self.project[0] <= day.year <= self.project[1]

    def of_project(self, day: datetime.date) -> bool:
        """Whether a date of another year is one of the project's, which no new form moves."""
        return self.year is not None and day.year != self.year and not self.outside(day)


@dataclass(frozen=True, slots=True)
class Promise:
    """`where`: the accepted results in base units, within `domain`; of a date the days since 1 January of the form's
    year, with `day` as written. `ray`: 1 at least, -1 at most, 0 neither. `bound` is the number that is named, `signed`
    whether a sign is printed. `length`: days from the first to the last of a span."""

    sort: Sort
    text: str = ""
    where: Interval = Interval()
    domain: Interval = Interval()
    ray: int = 0
    bound: Fraction | None = None
    unit: Unit | None = None
    signed: bool = True
    day: datetime.date | None = None
    start: datetime.date | None = None
    when: When = When()

    @property
    def length(self) -> Fraction | None:
        """Days from the first to the last of a span, both counted."""
        if self.start is None or self.day is None:
            return None
        return Fraction((self.day - self.start).days + 1)


NO_TIME = When()


def promise(
    name: str, target: Target | None, direction: Direction, catalog: Catalog, when: When = NO_TIME
) -> Promise:
    """What a row of this name promises."""
    match target:
        case None:
            return Promise(Sort.NONE)
        case QuantityTarget() | RangeTarget():
            return _number(name, target, direction, catalog)
        case DeadlineTarget():
            return _date(target.text, target.day.last, when)
        case PeriodTarget():
            return _date(target.text, target.end.last, when, _first(target))
        case QualityTarget():
            return Promise(Sort.WORD, target.word)
        case _:
            sign = target.operator.value if target.operator else ""
            return Promise(Sort.UNREADABLE, f"{sign}{target.text}{target.unit_text}")


def _number(
    name: str, target: QuantityTarget | RangeTarget, direction: Direction, catalog: Catalog
) -> Promise:
    row = subject(name, target, None, direction, catalog)
    unit, scale = target.unit, target.unit.scale if target.unit else Fraction(1)
    ends = [None if end is None else Fraction(end) * scale for end in (row.lowest, row.highest)]
    if isinstance(target, RangeTarget):
        where = closed(Fraction(target.low) * scale, Fraction(target.high) * scale)
        bound = (Fraction(target.low) + Fraction(target.high)) / 2 * scale
        text = target.text + spaced(target.unit_text)
        return Promise(Sort.NUMBER, text, _whole(where, unit), closed(*ends), 0, bound, unit)
    bound = Fraction(target.amount) * scale
    ray = {Direction.ASCENDING: 1, Direction.DESCENDING: -1, Direction.BOTH: 0}[direction]
    low = bound if ray >= 0 else None
    high = bound if ray <= 0 else None
    where = closed(low, high)
    if target.sense is Operator.MORE:
        where = Interval(after(bound), where.end)
    if target.sense is Operator.LESS:
        where = Interval(where.start, before(bound))
    sign = _SIGNS.get(target.operator, "") if target.operator else ""
    text = f"{sign}{target.amount_text}{spaced(target.unit_text)}"
    signed = target.operator is not None or target.implied is not None
    return Promise(Sort.NUMBER, text, _whole(where, unit), closed(*ends), ray, bound, unit, signed)


_SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.AT_MOST: "≤",
    Operator.EQUAL: "=",
    Operator.MORE: ">",
    Operator.LESS: "<",
    Operator.EXACTLY: "恰为",
}


def spaced(unit: str) -> str:
    """A unit behind its number: ≥10 次, ≥95%."""
    return unit if not unit or unit[0] in "%‰‱" else f" {unit}"


def _whole(where: Interval, unit: Unit | None) -> Interval:
    """More than 2 篇 is 3 and more: only whole ones occur."""
    if unit is None or not unit.whole:
        return where
    start, end = where.start, where.end
    if not start.infinite:
        first = start.x.__floor__() + 1 if start.after else start.x.__ceil__()
        start = before(Fraction(first))
    if not end.infinite:
        last = end.x.__floor__() if end.after else end.x.__ceil__() - 1
        end = after(Fraction(last))
    return Interval(start, end)


def _first(target: PeriodTarget) -> datetime.date:
    day = target.start.last
    if target.start.precision == "day":
        return day
    return day.replace(day=1) if target.start.precision == "month" else day.replace(month=1, day=1)


def _date(text: str, day: datetime.date, when: When, start: datetime.date | None = None) -> Promise:
    relative = when.across and when.year is not None and not when.of_project(day)
    place = Fraction(position(day, when.year if relative else None))
    sort = Sort.DATE if start is None else Sort.SPAN
    return Promise(sort, text, closed(None, place), ray=-1, bound=place, day=day, start=start, when=when)


def position(day: datetime.date, year: int | None) -> int:
    """The place of a day in its year, or in time: 28 February and 29 February both end their month."""
    last = calendar.monthrange(day.year, day.month)[1]
    of_month = _MONTH if day.day == last else day.day
    return (day.year - (year or 0)) * _YEAR + (day.month - 1) * _MONTH + of_month
