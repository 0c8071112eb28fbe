"""What the words in a field mean: a date, a period. Amounts of money have a room of their own (money.py)."""

from __future__ import annotations

import re

from goaldsl.model.declaration import Period
from goaldsl.model.form import FieldSpec, FieldType
from goaldsl.model.target import CalendarDate
from goaldsl.parse.numbers import date
from goaldsl.parse.shadow import cast

_BETWEEN = re.compile(r"\s*(?:~|至|到|—+|--+|-)\s*(?=\d{4})")


# 项目期 3年, 长期: how long, not from when to when.
_LASTING = re.compile(
    r"(?:[\d.]+|[一二两三四五六七八九十]+)(?:[-~至到][\d一二两三四五六七八九十]+)?(?:个?月|年期?|个?季度|天)|长期|常年|经常性?|一次性|永久|当年|跨年"
)
_WITHIN_YEAR = re.compile(r"(\d{4})年?[.年](\d{1,2})月?(?:~|至|到|—+|-)(\d{1,2})月")


def lasts(text: str) -> bool:
    """Whether the words tell how long a project lasts."""
    return _LASTING.fullmatch(cast(text).text.strip()) is not None


def meaning(spec: FieldSpec, text: str) -> CalendarDate | Period | None:
    """The value of a field that holds no money; None for plain text and for what cannot be read."""
    words = cast(text).text.strip()
    if spec.type is FieldType.DATE:
        return date(words)
    if spec.type is FieldType.PERIOD:
        return _period(words)
    return None


def _period(words: str) -> Period | None:
    within = _WITHIN_YEAR.fullmatch(words)
    if within:
        words = f"{within[1]}-{within[2]}~{within[1]}-{within[3]}"
    parts = _BETWEEN.split(words, maxsplit=1)
    if len(parts) != 2:
        return None
    start, end = date(parts[0].strip()), date(parts[1].strip())
    return Period(start, end) if start and end else None
