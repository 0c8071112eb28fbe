"""From the parser's target to the model's: operators, exact numbers, units of the catalog, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from goaldsl.diagnostics import Finding, Message
from goaldsl.model.place import Span
from goaldsl.model.target import (
    CalendarDate,
    DeadlineTarget,
    Operator,
    PeriodTarget,
    Precision,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
    UnreadableTarget,
)
from goaldsl.model.unit import Unit, unit_word
from goaldsl.parse import codes
from goaldsl.parse.numbers import date, number
from goaldsl.parse.shadow import Shadow
from goaldsl.width import figures

_OPERATORS = {
    ">=": Operator.AT_LEAST, "=>": Operator.AT_LEAST, "≥": Operator.AT_LEAST, "大于等于": Operator.AT_LEAST,
    "不低于": Operator.AT_LEAST, "不少于": Operator.AT_LEAST, "不小于": Operator.AT_LEAST,
    "不得低于": Operator.AT_LEAST, "不得少于": Operator.AT_LEAST, "不得小于": Operator.AT_LEAST,
    "大于或等于": Operator.AT_LEAST, "高于或等于": Operator.AT_LEAST, "至少": Operator.AT_LEAST,
    "<=": Operator.AT_MOST, "=<": Operator.AT_MOST, "≤": Operator.AT_MOST, "小于等于": Operator.AT_MOST,
    "不超过": Operator.AT_MOST, "不高于": Operator.AT_MOST, "不大于": Operator.AT_MOST, "不多于": Operator.AT_MOST,
    "不得超过": Operator.AT_MOST, "不得高于": Operator.AT_MOST, "不得大于": Operator.AT_MOST, "不得多于": Operator.AT_MOST,
    "小于或等于": Operator.AT_MOST, "低于或等于": Operator.AT_MOST, "至多": Operator.AT_MOST, "最多": Operator.AT_MOST,
    ">": Operator.MORE, "多于": Operator.MORE, "大于": Operator.MORE, "超过": Operator.MORE, "高于": Operator.MORE,
    "<": Operator.LESS, "小于": Operator.LESS, "低于": Operator.LESS, "少于": Operator.LESS,
    "=": Operator.EQUAL, "==": Operator.EQUAL, "等于": Operator.EQUAL,
    "恰为": Operator.EXACTLY, "exactly": Operator.EXACTLY,
}  # fmt: skip
_WRITTEN_DEADLINE = re.compile(
    r"(?P<date>\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?)(?:[底末])?\s*(?:之|以)?前$"
)
_REMEDIES = {
    codes.NUMBER: Message(
        "核对数字，多半是粘贴时连上了别的数。", "Check the number; perhaps two were pasted together."
    ),
    codes.DATE: Message(
        "改成存在的日期；只到月份可写 2026-12。", "Write a date that exists; a month alone is 2026-12."
    ),
}
_DAY_ENDS = re.compile(r"[\d年月日号底末终度旬]$")
_PRINTED = {
    Precision.DAY: "{0.year}年{0.month}月{0.day}日前",
    Precision.MONTH: "{0.year}年{0.month}月底前",
    Precision.YEAR: "{0.year}年底前",
}


def printed_day(day: CalendarDate) -> str:
    """What the form shows: Chinese as typed, other spellings in the precision they were written."""
    if day.text[:1].isdigit() and not re.search("[年月日季]", day.text):
        return _PRINTED[day.precision].format(day.last)
    return day.text + "前" if _DAY_ENDS.search(day.text) else day.text


def operator(typed: str) -> Operator:
    """The operator that a sign or a word of the shadow spells."""
    return _OPERATORS[typed.replace(" ", "").replace("\t", "")]


class TargetLowering:
    """Lowers one target; impossible numbers and dates gather in `findings`."""

    def __init__(self, shadow: Shadow, unit: Callable[[str], Unit], findings: list[Finding]) -> None:
        self.shadow = shadow
        self.unit = unit
        self.findings = findings

    def target(self, node: Any) -> Target:
        """The target; an impossible one is reported and kept as words."""
        lower: Callable[[Any], Target] = getattr(self, "_" + type(node).__name__.lower())
        return lower(node)

    def _span(self, node: Any) -> Span:
        return self.shadow.span(node._tx_position, node._tx_position_end)

    def _words(self, start: int, end: int) -> str:
        return self.shadow.words(start, end).value

    def _unit(self, node: Any) -> tuple[Unit | None, str, Span]:
        if node is None:
            return None, "", Span(0, 0)
        text = figures(self._words(node._tx_position, node._tx_position_end))
        return self.unit(unit_word(text)), text, self._span(node)

    def _quantity(self, node: Any) -> Target:
        start = node._tx_position
        at = self.shadow.text.index(node.amount, start + len(node.operator))
        span = self.shadow.span(at, at + len(node.amount))
        amount = number(node.amount)
        if amount is None:
            self._impossible(codes.NUMBER, span, "数字太长，请核对", "a number far too long")
            amount = Decimal(1)  # one cause, one message: the checks take the target as sound
        unit, unit_text, unit_span = self._unit(node.unit)
        return QuantityTarget(
            operator=operator(node.operator),
            amount=amount,
            amount_text=node.amount,
            unit=unit,
            unit_text=unit_text,
            span=self._span(node),
            operator_span=self.shadow.span(start, start + len(node.operator)),
            amount_span=span,
            unit_span=unit_span,
        )

    def _range(self, node: Any) -> Target:
        low, high = number(node.low), number(node.high)
        if low is None or high is None:
            self._impossible(codes.NUMBER, self._span(node), "数字太长，请核对", "a number far too long")
            return self._kept(node)
        unit, unit_text, unit_span = self._unit(node.unit2 or node.unit)
        end = node._tx_position_end
        if node.unit2 is not None:
            end = node.unit2._tx_position
        text = self._words(node._tx_position, end).replace("..", "～")  # .. is ours, the form writes ～
        return RangeTarget(low, high, text, unit, unit_text, self._span(node), unit_span)

    def _deadline(self, node: Any) -> Target:
        if node.when is not None:  # the year is the form's: bind knows it
            words = self._words(node.when._tx_position, node.when._tx_position_end)
            return UnreadableTarget(
                None, words, span=self._span(node), text_span=self._span(node.when), deadline=True
            )
        day, span = self._day(node.day)
        if day is None:
            return self._kept(node)
        return DeadlineTarget(day, printed_day(day), self._span(node), span)

    def _day(self, node: Any) -> tuple[CalendarDate | None, Span]:
        span = self._span(node)
        day = date(node.text)
        if day is None:
            words = self.shadow.original[span.start : span.end]
            self._impossible(codes.DATE, span, f"日历上没有“{words}”这一天", f"there is no date {words}")
        return day, span

    def _period(self, node: Any) -> Target:
        start, _ = self._day(node.start)
        end, _ = self._day(node.end)
        if start is None or end is None:
            return self._kept(node)
        text = self._words(node._tx_position, node._tx_position_end)
        return PeriodTarget(start, end, text, self._span(node))

    def _quality(self, node: Any) -> Target:
        span = self._span(node)
        if node.text is None:
            return QualityTarget("", span, Span(span.end, span.end))
        words = self.shadow.words(node.text._tx_position, node.text._tx_position_end)
        match = _WRITTEN_DEADLINE.match(node.text.text.strip())
        if match and date(match["date"]) is None:
            self._impossible(
                codes.DATE, words.span, f"日历上没有“{words.value}”", f"no such date: {words.value}"
            )
            return self._kept(node)
        return QualityTarget(words.value, span, words.span)

    def _plaintarget(self, node: Any) -> Target:
        """Words alone behind the keyword of a further target: 中期 显著提升."""
        words = self.shadow.words(node._tx_position, node._tx_position_end)
        return QualityTarget(words.value, words.span, words.span)

    def _rawtarget(self, node: Any) -> Target:
        unit, unit_text, _ = self._unit(node.unit)
        text = self._words(node.text._tx_position, node.text._tx_position_end)
        start = node._tx_position
        operator_span = self.shadow.span(start, start + len(node.operator))
        words = self.shadow.span(node.text._tx_position, node.text._tx_position_end)
        return UnreadableTarget(
            operator(node.operator), text, unit, unit_text, self._span(node), operator_span, words
        )

    def _baretarget(self, node: Any) -> Target:
        text = self._words(node._tx_position, node._tx_position_end)
        return UnreadableTarget(None, text, span=self._span(node), text_span=self._span(node))

    def _kept(self, node: Any) -> Target:
        """An impossible target as words: it has been reported, the checks need not report it again."""
        span = self._span(node)
        return QualityTarget(self._words(node._tx_position, node._tx_position_end), span, span)

    def _impossible(self, code: Any, span: Span, zh: str, en: str) -> None:
        self.findings.append(Finding(code, span, Message(zh, en), remedy=_REMEDIES[code]))
