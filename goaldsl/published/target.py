"""The published form of a target, and its codec."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct, structs

from goaldsl.model import target as model
from goaldsl.model.target import CalendarDate, Operator, Precision
from goaldsl.model.unit import Unit, unit_word
from goaldsl.numbers import plain
from goaldsl.published.scalars import DecimalText


class QuantityTarget(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="quantity"):
    """`>= 3 篇`. `unit` is what the number counts, also where the form prints it in the name or not at all."""

    operator: Operator | None  # None: a target without sign
    amount: DecimalText
    unit: str | None
    dimension: str | None
    implied: Operator | None = None  # the sign that stands in the name
    digits: str | None = None  # of a further target, as typed where they are not `amount`
    shown_unit: str | None = None  # of a further target, as printed where that is not `unit`


class RangeTarget(Struct, frozen=True, tag_field="kind", tag="range"):
    """From `low` to `high`, both included."""

    low: DecimalText
    high: DecimalText
    text: str
    unit: str | None
    dimension: str | None


class DeadlineTarget(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="deadline"):
    """Done on or before `date`; 9月前: from `date` to `open_until` nobody can say."""

    date: datetime.date
    precision: Precision
    text: str
    open_until: datetime.date | None = None


class PeriodTarget(Struct, frozen=True, tag_field="kind", tag="period"):
    """From `start` (its first day is not said) to `end`."""

    start: datetime.date
    start_precision: Precision
    end: datetime.date
    end_precision: Precision
    text: str


class QualityTarget(Struct, frozen=True, tag_field="kind", tag="quality"):
    """A word that a person judges."""

    word: str


class UnreadableTarget(Struct, frozen=True, tag_field="kind", tag="unreadable"):
    """Kept to the letter."""

    operator: Operator | None
    text: str
    unit: str | None


Target = QuantityTarget | RangeTarget | DeadlineTarget | PeriodTarget | QualityTarget | UnreadableTarget


def encode(target: model.Target, *, alone: bool = False) -> Target:
    """The published form of a target; `alone`: no cells beside it say what is printed."""
    match target:
        case model.QuantityTarget() if alone:
            found = encode(target)
            assert isinstance(found, QuantityTarget)
            digits = target.amount_text if target.amount_text != found.amount else None
            shown = target.unit_text if target.unit_text != (found.unit or "") else None
            return structs.replace(found, digits=digits, shown_unit=shown)
        case model.QuantityTarget():
            amount, unit = plain(target.amount), target.unit.symbol if target.unit else None
            return QuantityTarget(target.operator, amount, unit, _dimension(target.unit), target.implied)
        case model.RangeTarget():
            low, high, unit = plain(target.low), plain(target.high), target.unit_text or None
            return RangeTarget(low, high, target.text, unit, _dimension(target.unit))
        case model.DeadlineTarget():
            return DeadlineTarget(target.day.last, target.day.precision, target.text, target.open_until)
        case model.PeriodTarget():
            start, end = target.start, target.end
            return PeriodTarget(start.last, start.precision, end.last, end.precision, target.text)
        case model.QualityTarget():
            return QualityTarget(target.word)
        case model.UnreadableTarget():
            return UnreadableTarget(target.operator, target.text, target.unit_text or None)


def _dimension(unit: Unit | None) -> str | None:
    return unit.dimension if unit else None


def decode_alone(target: Target, units: Callable[[str], Unit]) -> model.Target:
    """A further target, which no cells beside it show."""
    if not isinstance(target, QuantityTarget):
        return decode(target, "", "", units)
    digits = target.amount if target.digits is None else target.digits
    shown = (target.unit or "") if target.shown_unit is None else target.shown_unit
    return decode(target, digits, shown, units)


def decode(target: Target, value: str, printed: str, units: Callable[[str], Unit]) -> model.Target:
    """The target; `value` and `printed` are what the cells for the value and the unit show."""

    def unit(word: str | None) -> Unit | None:
        return units(unit_word(word)) if word else None

    match target:
        case QuantityTarget():
            amount = Decimal(target.amount)
            counted = unit(target.unit)
            return model.QuantityTarget(
                target.operator, amount, value, counted, printed, implied=target.implied
            )
        case RangeTarget():
            low, high, word = Decimal(target.low), Decimal(target.high), target.unit or ""
            return model.RangeTarget(low, high, target.text, unit(word), word)
        case DeadlineTarget():
            day = CalendarDate(target.date, target.precision, target.text)
            return model.DeadlineTarget(day, target.text, open_until=target.open_until)
        case PeriodTarget():
            start = CalendarDate(target.start, target.start_precision, target.text)
            end = CalendarDate(target.end, target.end_precision, target.text)
            return model.PeriodTarget(start, end, target.text)
        case QualityTarget():
            return model.QualityTarget(target.word)
        case UnreadableTarget():
            return model.UnreadableTarget(target.operator, target.text, unit(target.unit), target.unit or "")
