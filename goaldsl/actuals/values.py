"""One value as filled in: read, converted to the unit asked for, and held to what is possible."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from goaldsl.actuals import value_codes as codes
from goaldsl.actuals.questions import NONE_HELD, NOT_DONE, FormQuestion, Kind
from goaldsl.catalog import folded, guess
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.actuals import Answer, Reported
from goaldsl.model.place import Span
from goaldsl.model.unit import Unit
from goaldsl.numbers import MOST_DIGITS, MOST_PLACES, decimal, plain, within_limits
from goaldsl.parse.numbers import date, number
from goaldsl.scoring.quantity import converts
from goaldsl.width import half_width

_SCIENTIFIC = re.compile(r"[-+]?\d{1,30}(?:\.\d{1,30})?[eE][-+]?\d{1,9}")
_NUMBER = re.compile(r"([-+]?[\d,]+(?:\.\d+)?)\s*(.*)")
_SUSPECT = Decimal(1)  # a bare number up to here may be a share
_CLEARLY_PERCENT = Decimal(10)  # under a target from here on


_A_NUMBER = "数字", "a number"
_A_SHORT_NUMBER = (
    f"不超过 {MOST_DIGITS} 位、小数不超过 {MOST_PLACES} 位的数字",
    f"a number of at most {MOST_DIGITS} digits and {MOST_PLACES} places",
)


class Limits(NamedTuple):
    """What is possible for a number: bounds in its unit, and the target it is measured against."""

    lowest: Decimal | None = None
    highest: Decimal | None = None
    target: Decimal | None = None


class Outcome(NamedTuple):
    """An answer, or what is wrong with what was written."""

    answer: Answer | None = None
    finding: Finding | None = None


Units = Callable[[str], Unit]


def blank(raw: Any) -> bool:
    """Whether nothing was filled in."""
    return raw is None or (isinstance(raw, str) and not raw.strip()) or raw == []


def read_value(raw: Any, question: FormQuestion, span: Span, units: Units, limits: Limits) -> Outcome:
    """The answer to a question."""
    match question.kind:
        case Kind.NUMBER:
            return _number(raw, question, span, units, limits)
        case Kind.DATE:
            return _date(raw, question, span)
        case Kind.WORD:
            return _word(raw, question, span)
        case Kind.LIST:
            return _list(raw, question, span)
        case Kind.TEXT:
            return Outcome(Answer(text := _text(raw), text, span))


def _text(raw: Any) -> str:
    return plain(raw) if isinstance(raw, Decimal) else str(raw).strip()


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _number(raw: Any, question: FormQuestion, span: Span, units: Units, limits: Limits) -> Outcome:
    amount, word = _amount(raw)
    if amount is None:
        return Outcome(finding=_wrong_type(question, span, *_A_NUMBER))
    if not within_limits(amount):
        return Outcome(finding=_wrong_type(question, span, *_A_SHORT_NUMBER))
    if not word and _maybe_share(amount, question, limits):
        return Outcome(finding=_share_or_percent(amount, question, span))
    value = amount
    if word:
        converted = _converted(amount, word, question, units)
        if converted is None:
            return Outcome(finding=_wrong_unit(word, question, span))
        value = converted
    finding = _impossible(value, question, span, limits)
    if finding is not None:
        return Outcome(finding=finding)
    return Outcome(Answer(value, plain(value) + question.unit_text, span))


def _amount(raw: Any) -> tuple[Decimal | None, str]:
    """The number and the unit behind it."""
    if isinstance(raw, bool):
        return None, ""
    if isinstance(raw, int | Decimal):
        return Decimal(raw), ""
    if not isinstance(raw, str):
        return None, ""
    words = half_width(raw).strip()
    if _SCIENTIFIC.fullmatch(words):
        return Decimal(words), ""  # 1e999999 is no number of 吨 called e999999
    match = _NUMBER.fullmatch(words)
    if match is None:
        return None, ""
    return number(match[1].removeprefix("+")), match[2].strip()


def _converted(amount: Decimal, word: str, question: FormQuestion, units: Units) -> Decimal | None:
    if folded(word) == folded(question.unit_text):
        return amount
    unit = units(word)
    if question.unit is None or not converts(unit, question.unit):
        return None
    return decimal(Fraction(amount) * unit.scale / question.unit.scale)


def _maybe_share(amount: Decimal, question: FormQuestion, limits: Limits) -> bool:
    """0.94 under a target of 95 %."""
    unit = question.unit
    percent = unit is not None and unit.dimension == "rate" and unit.scale == Fraction(1, 100)
    return (
        percent and 0 < amount <= _SUSPECT and limits.target is not None and limits.target >= _CLEARLY_PERCENT
    )


def _share_or_percent(amount: Decimal, question: FormQuestion, span: Span) -> Finding:
    low, high = plain(amount), plain(amount * 100)
    title = Message(f"是 {high}%，写 {high}", f"{high} %")
    return Finding(
        codes.SHARE_OR_PERCENT,
        span,
        Message(f"{low} 是 {high}%，还是 {low}%？", f"is {low} meant as {high} % or as {low} %?"),
        notes=(
            Message(
                "不带单位的数就是指标的单位（%），照写是 " + low + "%，与目标差得太远。",
                f"A bare number is in the indicator's unit, so this reads as {low} %.",
            ),
        ),
        remedy=Message(
            f'是 {high}% 就写 {high}；真是 {low}% 就写 "{low}%"。',
            f'Write {high}, or "{low}%" if that is meant.',
        ),
        fix=Fix(title, (Edit(span, high),), safe=False),
    )


def _wrong_unit(word: str, question: FormQuestion, span: Span) -> Finding:
    unit = question.unit_text or "（无单位）"
    return Finding(
        codes.WRONG_UNIT,
        span,
        Message(
            f"“{question.key}”的单位是 {unit}，不能换算“{word}”",
            f"the unit is {unit}; {word} does not convert",
        ),
        remedy=Message(f"按 {unit} 填，只写数字。", f"Give the bare number in {unit}."),
    )


def _impossible(value: Decimal, question: FormQuestion, span: Span, limits: Limits) -> Finding | None:
    unit = question.unit_text
    if limits.lowest is not None and value < limits.lowest:
        why = Message(
            f"不会小于 {plain(limits.lowest)}{unit}", f"cannot be less than {plain(limits.lowest)}{unit}"
        )
    elif limits.highest is not None and value > limits.highest:
        why = Message(
            f"不会大于 {plain(limits.highest)}{unit}", f"cannot be more than {plain(limits.highest)}{unit}"
        )
    elif (
        question.unit is not None
        and question.unit.whole
        and (Fraction(value) * question.unit.scale).denominator > 1
    ):
        why = Message(f"论{unit}计数，不会有小数", f"{unit} are counted whole")
    else:
        return None
    return Finding(
        codes.IMPOSSIBLE,
        span,
        Message(f"“{question.key}”填了 {plain(value)}{unit}，{why.zh}", f"{plain(value)}{unit}: {why.en}"),
        remedy=Message("核对原始数据。", "Check the figures."),
    )


# ── dates, words, lists ──────────────────────────────────────────────────────────────────────────────────────────
def _date(raw: Any, question: FormQuestion, span: Span) -> Outcome:
    if isinstance(raw, str) and folded(raw) == NOT_DONE:
        return Outcome(Answer(NOT_DONE, NOT_DONE, span))
    day: datetime.date | None = None
    if isinstance(raw, datetime.datetime):
        day = raw.date()
    elif isinstance(raw, datetime.date):
        day = raw
    elif isinstance(raw, str) and (read := date(half_width(raw).strip())) is not None:
        day = read.last if read.precision == "day" else None
    if day is None:
        wanted = "日期，如 2026-12-20", "a date such as 2026-12-20"
        return Outcome(finding=_wrong_type(question, span, *wanted))
    return Outcome(Answer(day, f"{day.year}年{day.month}月{day.day}日", span))


def _word(raw: Any, question: FormQuestion, span: Span) -> Outcome:
    word = _chosen(raw, question)
    if word is None:
        return Outcome(finding=_unknown_word(raw, question, span))
    return Outcome(Answer(word, word, span))


def _list(raw: Any, question: FormQuestion, span: Span) -> Outcome:
    items = raw if isinstance(raw, list) else re.split("[,，、;；]", str(raw))
    if [folded(str(item)) for item in items] == [folded(NONE_HELD)]:
        return Outcome(Answer((), NONE_HELD, span))
    held = []
    for item in items:
        word = _chosen(item, question)
        if word is None:
            return Outcome(finding=_unknown_word(item, question, span))
        held.append(word)
    kept = tuple(dict.fromkeys(held))
    return Outcome(Answer(kept, "、".join(kept), span))


def _chosen(raw: Any, question: FormQuestion) -> str | None:
    asked = folded(str(raw))
    return next((choice for choice in question.choices if folded(choice) == asked), None)


def _unknown_word(raw: Any, question: FormQuestion, span: Span) -> Finding:
    near = guess(str(raw), question.choices)
    listed = "、".join(question.choices)
    return Finding(
        codes.UNKNOWN_WORD,
        span,
        Message(f"“{question.key}”没有“{raw}”这一档", f"{question.key}: there is no “{raw}”"),
        notes=(Message(f"可填的有：{listed}。", f"There are: {listed}."),),
        label=near.asked if near else None,
        remedy=near.remedy if near else Message("从中选一个。", "Choose one."),
        fix=near.fix(span, written=f'"{near.word}"') if near and question.kind is Kind.WORD else None,
    )


def _wrong_type(question: FormQuestion, span: Span, zh: str, en: str) -> Finding:
    unit = f"，单位是 {question.unit_text}" if question.kind is Kind.NUMBER and question.unit_text else ""
    return Finding(
        codes.WRONG_TYPE,
        span,
        Message(f"“{question.key}”要填{zh}{unit}", f"{question.key} must be {en}"),
        remedy=Message(f"改成{zh}。", f"Write {en}."),
    )


def limits_of(
    question: FormQuestion, lowest: Decimal | None, highest: Decimal | None, target: Decimal | None
) -> Limits:
    """The bounds of a number: the indicator's own for its value, nothing below 0 for the rest."""
    if question.asked in (Reported.VALUE, Reported.LAST_YEAR):
        return Limits(lowest, highest, target)
    return Limits(lowest=Decimal(0))
