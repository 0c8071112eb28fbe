"""What was reached of a row at the end of its year, as the comparison needs it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

from goaldsl.catalog import Catalog
from goaldsl.diff.promise import Promise, Sort, position, promise, spaced
from goaldsl.diff.view import Achieved
from goaldsl.diff.wording import alike
from goaldsl.model.actuals import Actual, Reported
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QualityTarget
from goaldsl.scoring.function.interval import closed


def achieved(row: Indicator, actual: Actual, points: Decimal | None, catalog: Catalog) -> Achieved | None:
    """The result of a row from its answers; None when nothing is filled in."""
    target = promise(row.name.value, row.target, row.direction, catalog)
    earned = "" if points is None else f"{points:f}"
    number, day = actual.number(Reported.VALUE), actual.day()
    if number is not None:
        return result(f"{number:f}{_unit(row)}", target, Fraction(number), earned)
    if day is not None:
        return on_day(day, target, earned)
    word = actual.word(Reported.GRADE) or actual.word(Reported.VALUE)
    if word and isinstance(row.target, QualityTarget):
        return Achieved(word, earned, None, alike(word, row.target.word))
    full = row.score.value if row.score else None
    met = None if points is None or full is None else points >= full
    return Achieved(word, earned, None, met) if word or met is not None else None


def _unit(row: Indicator) -> str:
    return spaced(getattr(row.target, "unit_text", ""))


def result(text: str, target: Promise, number: Fraction, points: str = "") -> Achieved:
    """A number reached, in the target's own unit."""
    value = number * (target.unit.scale if target.unit else 1)
    reached = Promise(Sort.NUMBER, text, closed(value, value), target.domain, 0, value, target.unit)
    met = value in target.where if target.sort is Sort.NUMBER else None
    return Achieved(text, points, reached, met)


def on_day(day: datetime.date, target: Promise, points: str = "") -> Achieved:
    """A day on which it was done."""
    place = Fraction(position(day, None))
    reached = Promise(Sort.DATE, day.isoformat(), closed(place, place), bound=place, day=day)
    return Achieved(day.isoformat(), points, reached, None if target.day is None else day <= target.day)
