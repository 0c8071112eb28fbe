"""Numbers and dates as typed, read exactly."""

from __future__ import annotations

import calendar
import datetime
import re
from decimal import Decimal

from goaldsl.model.target import CalendarDate, Precision
from goaldsl.numbers import MOST_DIGITS, MOST_PLACES

_DATE = re.compile(r"(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2}))?)?")


def number(text: str) -> Decimal | None:
    """The exact number, thousands separators dropped; None when it is absurdly long."""
    digits = text.replace(",", "")
    whole, _, places = digits.lstrip("-").partition(".")
    if len(whole) > MOST_DIGITS or len(places) > MOST_PLACES:
        return None
    return Decimal(digits)


def date(text: str) -> CalendarDate | None:
    """The date that half-width `text` begins with; None when no calendar has it.

    A month covers until its last day, a year until 31 December.
    """
    match = _DATE.match(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1900 <= year <= 2999:
        return None
    try:
        if month is None:
            return CalendarDate(datetime.date(year, 12, 31), Precision.YEAR, text.strip())
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return CalendarDate(datetime.date(year, month, last), Precision.MONTH, text.strip())
        return CalendarDate(datetime.date(year, month, day), Precision.DAY, text.strip())
    except (ValueError, calendar.IllegalMonthError):
        return None
