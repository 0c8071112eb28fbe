"""Dates in scoring sentences: the day that 11月底前 or 2026年10月31日 means beside the deadline of the row."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

from goaldsl.model.target import DeadlineTarget, PeriodTarget
from goaldsl.scoring.reading.row import Row
from goaldsl.scoring.reading.tokens import Token

_DAY = re.compile(r"(?:(\d{4})年度?|当年|本年|次年)?(?:(\d{1,2})月份?(?:(\d{1,2})[日号]|底|末)?|年底|年末)")
_DOTTED = re.compile(r"(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})")


def days_late(token: Token, row: Row) -> int | None:
    """How many days after the row's deadline a date lies; None where it is no day of the calendar."""
    target = row.subject.target
    if not isinstance(target, DeadlineTarget | PeriodTarget):
        return None
    deadline = target.day.last if isinstance(target, DeadlineTarget) else target.end.last
    day = _day(token.text, deadline.year)
    return None if day is None else (day - deadline).days


def _day(text: str, year: int) -> datetime.date | None:
    if dotted := _DOTTED.match(text):
        return _date(int(dotted[1]), int(dotted[2]), int(dotted[3]))
    match = _DAY.match(text)
    if match is None:
        return None
    year = int(match[1]) if match[1] else year + text.startswith("次年")
    month = int(match[2]) if match[2] else 12
    if not 1 <= month <= 12 or not 1 <= year <= datetime.MAXYEAR:
        return None
    return _date(year, month, int(match[3]) if match[3] else monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
