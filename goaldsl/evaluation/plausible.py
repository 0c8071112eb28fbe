"""Figures of the year's end that are hard to believe: ten times the target, more than all, ten thousand times off."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.catalog.rates import likely_share
from goaldsl.diagnostics import Message
from goaldsl.model.actuals import Reported
from goaldsl.model.declaration import Money
from goaldsl.model.evaluation import Evaluation, ScoredRow
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.review.places import Place
from goaldsl.scoring.points import plain

_MANY = 10  # times the target
_SLIP = (Fraction(1, 100_000), Fraction(1, 1_000))  # 31 beside 300000: 万 left out


def doubtful(evaluation: Evaluation) -> Iterator[Place]:
    """Each figure that is hard to believe."""
    for row in evaluation.rows:
        said = _doubt(row)
        if said is not None:
            answer = row.actual.answers[Reported.VALUE]
            name, unit = row.indicator.name.value, _unit(row)
            yield (
                answer.span,
                Message(
                    f"“{name}”目标 {_target(row)}，实际 {answer.text or unit}，{said}",
                    f"{name}: {answer.text} is hard to believe",
                ),
            )
    yield from _funds(evaluation)


def is_doubtful(row: ScoredRow) -> bool:
    """Whether the figure of a row is reported here: what follows from it need not be."""
    return _doubt(row) is not None


def _doubt(row: ScoredRow) -> str | None:
    target, value = row.indicator.target, row.actual.number(Reported.VALUE)
    if not isinstance(target, QuantityTarget) or value is None or target.amount <= 0:
        return None
    if row.actual.word(Reported.EXPLANATION):
        return None
    name, unit = row.indicator.name.value, target.unit
    if unit is not None and unit.dimension == "rate" and likely_share(name):
        return "超过了 100%" if Fraction(value) * unit.scale > 1 else None
    times = Fraction(value) / Fraction(target.amount)
    if times >= _MANY:
        return f"是目标的 {_times(times)} 倍"
    if row.indicator.direction is Direction.ASCENDING and _SLIP[0] <= times <= _SLIP[1]:
        return "不到目标的千分之一，多半是单位差了一万倍"
    return None


def _funds(evaluation: Evaluation) -> Iterator[Place]:
    """年初预算数 against the budget in the head of the form."""
    field = evaluation.declaration.field("budget")
    initial, span = evaluation.actuals.funds.initial, evaluation.actuals.funds.span
    if field is None or not isinstance(field.value, Money) or not field.value.yuan or not initial:
        return
    wan = field.value.yuan / 10_000
    times = Fraction(initial) / Fraction(wan)
    if times >= _MANY or times <= Fraction(1, _MANY):
        yield (
            span,
            Message(
                f"年初预算数 {plain(initial)} 万元，申报表上却是 {plain(wan)} 万元，差得太多，多半是单位不对",
                f"a budget of {plain(initial)}, but the form says {plain(wan)} (10 000 yuan)",
            ),
        )


def _target(row: ScoredRow) -> str:
    printed = row.indicator.printed
    return printed.type + printed.value + printed.unit


def _unit(row: ScoredRow) -> str:
    return row.indicator.printed.unit


def _times(times: Fraction) -> str:
    tenths = int(times * 10)
    return plain(Decimal(tenths).scaleb(-1))
