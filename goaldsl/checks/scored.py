"""The scoring rules of a declaration as functions, for the checks of rules (GR1).

Many rows have the same rule, target and points: their function is worked out once, whatever their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar, cast

from msgspec import structs

from goaldsl.catalog import Catalog
from goaldsl.checks.text.quotation import quoted
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.rule import Rule
from goaldsl.model.target import (
    DeadlineTarget,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
)
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.question import Question
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.indicator import bare, subject_of
from goaldsl.scoring.subject import Subject, Units

_REMEMBERED = 8192
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A rule and its function. `curve` and `question`: of a function that asks for one quantity.

    `answers`: what `remembered` questions were answered, for as long as the rule is known.
    """

    rule: Rule
    subject: Subject
    unit: Units
    function: ScoreFunction
    curve: Curve | None
    question: Question | None
    answers: dict[Callable[[Scored], object], object] = field(default_factory=dict, repr=False)

    @property
    def full(self) -> Fraction:
        return self.function.full


class ScoredRow(NamedTuple):
    """An indicator and its rule as a function."""

    indicator: Indicator
    rule: Scored

    @property
    def name(self) -> str:
        return quoted(self.indicator.name.value)


def remembered(ask: Callable[[Scored], T]) -> Callable[[Scored], T]:
    """A question that several checks put to a rule, answered once for all rows that have it."""

    @wraps(ask)
    def answer(rule: Scored) -> T:
        if ask not in rule.answers:
            rule.answers[ask] = ask(rule)
        return cast(T, rule.answers[ask])

    return answer


def scored(indicators: Iterable[Indicator], catalog: Catalog) -> Iterator[ScoredRow]:
    """The indicators whose rule can be computed."""
    unit = catalog.unit
    for indicator in indicators:
        if indicator.score is None or indicator.score.value <= 0:
            continue
        rule = indicator.rule
        if rule is None:
            continue
        subject = subject_of(indicator, catalog)
        found = _scored(rule, replace(subject, name="", target=_meaning(subject.target)), unit)
        if found is not None:
            yield ScoredRow(indicator, found)


def place(indicator: Indicator) -> Span:
    """Where to point: at the rule or the sentence, or at the indicator of an interchange file."""
    written = indicator.rule or indicator.criterion
    return indicator.span if written is None or written.span == NOWHERE else written.span


@lru_cache(_REMEMBERED)
def _scored(rule: Rule, subject: Subject, unit: Units) -> Scored | None:
    function = lower(rule, subject, unit)
    if not isinstance(function, ScoreFunction):
        return None
    only = function.only
    if only is None or not isinstance(only.values, Curve):
        return Scored(rule, subject, unit, function, None, None)
    return Scored(rule, subject, unit, function, only.values, only.question)


def _meaning(target: Target | None) -> Target | None:
    """The target without its places and letters: 3 篇 and 3.0 篇 are one."""
    match bare(target):
        case QuantityTarget() as quantity:
            return structs.replace(quantity, amount_text="", unit_text="")
        case RangeTarget() as span:
            return structs.replace(span, text="", unit_text="")
        case DeadlineTarget() as deadline:
            return structs.replace(deadline, day=structs.replace(deadline.day, text=""), text="")
        case PeriodTarget() as period:
            return structs.replace(
                period,
                start=structs.replace(period.start, text=""),
                end=structs.replace(period.end, text=""),
                text="",
            )
        case QualityTarget() as quality:
            return quality
        case _:
            return None
