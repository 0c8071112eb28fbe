"""Targets (指标值): what an indicator promises to reach. Forms and meaning: guide, 指标值."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.unit import Unit


class Operator(StrEnum):
    """How the actual value must compare with the target."""

    AT_LEAST = ">="
    MORE = ">"
    EQUAL = "="
    AT_MOST = "<="
    LESS = "<"
    EXACTLY = "exactly"  # 恰为: the only two-sided one


class Direction(StrEnum):
    """Which way is better."""

    ASCENDING = "ascending"
    DESCENDING = "descending"
    BOTH = "two-sided"
    UNDECIDED = "undecided"  # `受理时间 = 5 天`: nothing says which way, so nothing is scored


class Precision(StrEnum):
    """How exactly a date was written."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class CalendarDate(Struct, frozen=True):
    """A date as typed. `last` is the last day it covers: 2026-12 covers until 31 December."""

    last: datetime.date
    precision: Precision
    text: str


class QuantityTarget(Struct, frozen=True):
    """`>= 3 篇`; without a sign, `3 篇`, `operator` is None and means what `=` means."""

    operator: Operator | None
    amount: Decimal
    amount_text: str  # digits as typed: printed to the letter
    unit: Unit | None
    unit_text: str = ""  # as typed
    span: Span = NOWHERE
    operator_span: Span = NOWHERE
    amount_span: Span = NOWHERE
    unit_span: Span = NOWHERE
    implied: Operator | None = None  # the sign that stands in the name: 苗木成活率(≥**%) 85

    @property
    def sense(self) -> Operator:
        """How the actual value must compare, whether or not a sign is printed."""
        return self.operator or self.implied or Operator.EQUAL


class RangeTarget(Struct, frozen=True):
    """`90..110 %`, both ends included."""

    low: Decimal
    high: Decimal
    text: str  # `90～110` as typed, without the unit
    unit: Unit | None
    unit_text: str = ""
    span: Span = NOWHERE
    unit_span: Span = NOWHERE


class DeadlineTarget(Struct, frozen=True):
    """`截止 2026-12-31`, or `定性 2026年12月31日前`: done on or before the day. `text` is what the form prints.

    `9月前` is met before September and missed after it; until `open_until`, 30 September, nobody can say.
    """

    day: CalendarDate
    text: str
    span: Span = NOWHERE
    day_span: Span = NOWHERE
    open_until: datetime.date | None = None


class PeriodTarget(Struct, frozen=True):
    """`2023-07～2024-01`."""

    start: CalendarDate
    end: CalendarDate
    text: str
    span: Span = NOWHERE


class QualityTarget(Struct, frozen=True):
    """`定性 效果明显`: a word that a person judges."""

    word: str
    span: Span = NOWHERE
    word_span: Span = NOWHERE


class UnreadableTarget(Struct, frozen=True):
    """`>= 按月安排`, `≥**%`, `约30万人次`: kept to the letter, reported by a check.

    `deadline`: it stands behind 截止, as a day of the form's year.
    """

    operator: Operator | None
    text: str
    unit: Unit | None = None
    unit_text: str = ""
    span: Span = NOWHERE
    operator_span: Span = NOWHERE
    text_span: Span = NOWHERE
    deadline: bool = False


Target = QuantityTarget | RangeTarget | DeadlineTarget | PeriodTarget | QualityTarget | UnreadableTarget
