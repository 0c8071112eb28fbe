"""What a declaration says of its own year outside the cell 年度: deadlines, title, goals, scoring sentences."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goaldsl.checks.text.written import Written, within
from goaldsl.checks.text.years import mentions
from goaldsl.model.declaration import Declaration, Indicator, Period
from goaldsl.model.form import Place
from goaldsl.model.place import Span
from goaldsl.model.target import CalendarDate, DeadlineTarget, Precision
from goaldsl.parse.numbers import date

_PARTS = frozenset({"title", "goals", "project", "name", "value", "explanation", "criterion", "remark"})
_SIGNED = re.compile(r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?")
_AUTUMN = 8  # forms for the next year are filled in from August on


class Claim(NamedTuple):
    """A place that names a year. `firm`: it speaks of this form's year for certain (a deadline, the title, the
    first words of a goal); others only support or contradict. `day` is the deadline, if it is one."""

    year: int
    part: str
    words: str
    place: Span
    day: datetime.date | None
    firm: bool
    row: Indicator | None


def year_claims(declaration: Declaration, texts: Sequence[Written]) -> Iterator[Claim]:
    """Every place that names a year of its own time, in the order of the form."""
    for row in declaration.indicators:
        if isinstance(row.target, DeadlineTarget):
            day, place = row.target.day.last, row.target.day_span
            yield Claim(day.year, "target", row.target.text, place, day, True, row)
    for part, text, indicator in texts:
        if part not in _PARTS:
            continue
        for year, start, end, deadline, leads in mentions(text.value):
            firm = part != "project" and (
                deadline is not None or part == "title" or (part == "goals" and leads)
            )
            place = within(declaration.source, text, start, end)
            yield Claim(year, part, text.value[start:end], place, deadline, firm, indicator)


def signed_years(declaration: Declaration) -> set[int]:
    """The years of the form that the dates of signing speak for: autumn of the year before, or the year itself."""
    years = set()
    for field in declaration.fields:
        if field.spec.place in (Place.SIGN_OFF, Place.BELOW):
            match = _SIGNED.search(field.text.value)
            day = date(match[0]) if match else None
            if day is not None:
                years.add(day.last.year + (day.last.month >= _AUTUMN))
    return years


def other_year(year: int, claims: Sequence[Claim], signed: set[int]) -> int | None:
    """The year on which everything agrees against the form's, None when anything speaks for the form's."""
    firm = [claim for claim in claims if claim.firm]
    years = {claim.year for claim in firm}
    if len(years) != 1 or year in years or any(claim.year == year for claim in claims):
        return None
    other = years.pop()
    if year in signed and other not in signed:
        return None
    sources = {id(claim.row) if claim.row else claim.part for claim in claims if claim.year == other}
    at_year_end = any(claim.day == datetime.date(other, 12, 31) for claim in firm)
    return other if len(sources) > 1 or at_year_end else None


def project_period(declaration: Declaration) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of the project, when the form gives both and in this order."""
    period = declaration.field("project_period")
    if period is not None and isinstance(period.value, Period):
        first, last = first_day(period.value.start), period.value.end.last
        return (first, last) if first <= last else None
    start, end = declaration.field("starts_on"), declaration.field("ends_on")
    if start and end and isinstance(start.value, CalendarDate) and isinstance(end.value, CalendarDate):
        first, last = first_day(start.value), end.value.last
        return (first, last) if first <= last else None
    return None


def first_day(day: CalendarDate) -> datetime.date:
    """The first day that a date covers: 2023-07 begins on 1 July."""
    if day.precision is Precision.DAY:
        return day.last
    return day.last.replace(day=1) if day.precision is Precision.MONTH else day.last.replace(month=1, day=1)
