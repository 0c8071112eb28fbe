"""What the words in a field mean: a date, an amount of money, a period."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction

from goaldsl.catalog import Catalog
from goaldsl.model.declaration import Money, Period
from goaldsl.model.form import FieldSpec, FieldType
from goaldsl.model.target import CalendarDate
from goaldsl.parse.numbers import date, number
from goaldsl.parse.shadow import cast

_AMOUNT = re.compile(r"(-?\d+(?:,\d{3})*(?:\.\d+)?)\s*([^\s\d,;()]+)?")
_BETWEEN = re.compile(r"\s*(?:~|至|到|—+|--+|-)\s*(?=\d{4})")
_LABELLED_UNIT = re.compile(r"[（(]([^（()）]*元)[)）]")
_MOST_DIGITS = 60  # more than any amount of 30 digits needs to stay exact


def meaning(spec: FieldSpec, text: str, catalog: Catalog) -> CalendarDate | Money | Period | None:
    """The value of a field; None for plain text and for what cannot be read."""
    words = cast(text).text.strip()
    if spec.type is FieldType.DATE:
        return date(words)
    if spec.type is FieldType.MONEY:
        return _money(words, spec.label, catalog)
    if spec.type is FieldType.PERIOD:
        return _period(words)
    return None


def _money(words: str, label: str, catalog: Catalog) -> Money | None:
    """An amount; without a unit it is in that of the label, else in 万元 as on most forms."""
    match = _AMOUNT.match(words)
    if match is None:
        return None
    labelled = _LABELLED_UNIT.search(label)
    amount = number(match[1])
    unit = catalog.unit(_money_word(match[2] or (labelled[1] if labelled else "万元")))
    if amount is None or unit.dimension != "money":
        return None
    yuan = Fraction(amount) * unit.scale
    with localcontext(prec=_MOST_DIGITS):
        return Money(amount, unit, Decimal(yuan.numerator) / Decimal(yuan.denominator))


def _money_word(word: str) -> str:
    """万 behind an amount means 万元, 亿 亿元: forms write 250万."""
    return word + "元" if word in ("万", "亿", "千", "百") else word


def _period(words: str) -> Period | None:
    parts = _BETWEEN.split(words, maxsplit=1)
    if len(parts) != 2:
        return None
    start, end = date(parts[0].strip()), date(parts[1].strip())
    return Period(start, end) if start and end else None
