"""Targets as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from goaldsl.fmt.escaping import rest
from goaldsl.model.target import (
    DeadlineTarget,
    Operator,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
)
from goaldsl.parse.swallowed import further_within


def target_words(target: Target | None) -> Iterator[str]:
    """The words of a target, to stand apart by a blank."""
    if target is None:
        return
    if isinstance(target, QuantityTarget):
        yield from _operator(target.operator)
        yield _with_unit(target.amount_text, target.unit_text)
    elif isinstance(target, RangeTarget):
        yield _with_unit(target.text, target.unit_text)
    elif isinstance(target, DeadlineTarget):
        # 截止 prints the day its own way; 定性 prints it as typed
        yield f"定性 {target.text}" if target.text == target.day.text else f"截止 {target.day.text}"
    elif isinstance(target, PeriodTarget):
        yield target.text
    elif isinstance(target, QualityTarget):
        yield f"定性 {rest(target.word, clause=True, within=further_within)}" if target.word else "定性"
    else:
        if target.deadline:
            yield "截止"
        yield from _operator(target.operator)
        yield _with_unit(target.text, target.unit_text)


def _operator(operator: Operator | None) -> Iterator[str]:
    if operator is not None:
        yield "恰为" if operator is Operator.EXACTLY else operator.value


def _with_unit(amount: str, unit: str) -> str:
    return amount + unit if not unit or unit[0] in "%‰" else f"{amount} {unit}"
