"""Actual values (实际完成情况) of a year, as filled in: one entry for each indicator, the budget, the goals, who signs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field

from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import NOWHERE, Span, Text
from goaldsl.source import Source


class Reported(StrEnum):
    """What is asked of an indicator. Counts have a key for each word: see `count_key`."""

    VALUE = "value"  # 实际完成值: a number in the indicator's unit, or a word
    DATE = "date"  # 实际完成日期
    LAST_YEAR = "last-year"  # the base of a change rate
    LATE = "late"  # how long after the time set, in the unit of the rule's step
    HELD = "held"  # the items of a checklist that hold
    GRADE = "grade"  # the grade a person chose
    POINTS = "points"  # the points a person gave
    SCORE = "score"  # 分值, where the declaration has none
    REASON = "reason"  # 偏差原因及改进措施
    EXPLANATION = "explanation"  # why the target was far exceeded


def count_key(word: str) -> str:
    """The key under which it is kept how often something happened."""
    return f"count:{word}"


Value = Decimal | datetime.date | str | tuple[str, ...]


class Answer(Struct, frozen=True):
    """A value and where it stands. `text`: as the table prints it."""

    value: Value
    text: str
    span: Span = NOWHERE


class Actual(Struct, frozen=True):
    """What is known of one indicator at the end of the year, or so far.

    `places`: where each thing asked stands, filled in or not; `span` is the heading in the file.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    places: Mapping[str, Span] = field(default_factory=dict)
    span: Span = NOWHERE

    def number(self, asked: str) -> Decimal | None:
        """The number given, None when there is none."""
        answer = self.answers.get(asked)
        return answer.value if answer is not None and isinstance(answer.value, Decimal) else None

    def day(self) -> datetime.date | None:
        """The day of completion."""
        answer = self.answers.get(Reported.DATE)
        return answer.value if answer is not None and isinstance(answer.value, datetime.date) else None

    def word(self, asked: str) -> str:
        """The words given, "" when there are none."""
        answer = self.answers.get(asked)
        return answer.value if answer is not None and isinstance(answer.value, str) else ""


class Funds(Struct, frozen=True):
    """A line of the budget block in 万元: 年初预算数, 全年预算数 (after adjustment), 全年执行数."""

    label: str
    initial: Decimal | None = None
    adjusted: Decimal | None = None
    executed: Decimal | None = None
    span: Span = NOWHERE


class Actuals(Struct, frozen=True):
    """A whole file. `rows` has one entry for each indicator of the declaration, in its order."""

    source: Source
    rows: tuple[Actual, ...]
    funds: Funds
    parts: tuple[Funds, ...] = ()
    funds_reason: Text = Text("")
    achieved: str = ""  # 年度总体目标: 实际完成情况
    note: str = ""  # 说明: where the figures come from
    sign_off: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[tuple[Acceptance, tuple[Span, ...]], ...] = ()  # and where each of them holds
