"""What the words in a field mean: a date, a period. Amounts of money have a room of their own (money.py)."""

from __future__ import annotations

import re

from goaldsl.model.declaration import Period
from goaldsl.model.form import FieldSpec, FieldType
from goaldsl.model.target import CalendarDate
from goaldsl.parse.numbers import date
from goaldsl.parse.shadow import cast

_BETWEEN = re.compile(r"\s*(?:~|至|到|—+|--+|-)\s*(?=\d{4})")


def meaning(spec: FieldSpec, text: str) -> CalendarDate | Period | None:
    """The value of a field that holds no money; None for plain text and for what cannot be read."""
    words = cast(text).text.strip()
    if spec.type is FieldType.DATE:
        return date(words)
    if spec.type is FieldType.PERIOD:
        return _period(words)
    return None


def _period(words: str) -> Period | None:
    parts = _BETWEEN.split(words, maxsplit=1)
    if len(parts) != 2:
        return None
    start, end = date(parts[0].strip()), date(parts[1].strip())
    return Period(start, end) if start and end else None
