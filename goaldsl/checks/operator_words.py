"""Where an explanation repeats the target's number with other operator words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from goaldsl.catalog import RateDomain
from goaldsl.checks.facts import Facts
from goaldsl.checks.stated_targets import Statement
from goaldsl.checks.text.quotation import quoted
from goaldsl.diagnostics import Message
from goaldsl.model.place import Span
from goaldsl.model.target import Operator

_UPWARD = (Operator.AT_LEAST, Operator.MORE)
_DOWNWARD = (Operator.AT_MOST, Operator.LESS)


class Clash(NamedTuple):
    """Words against a sign. `harmless`: no value is judged differently, or only the number itself.
    `sign` is where the operator stands, `meant` the one that the words mean when that is certain."""

    place: Span
    message: Message
    harmless: bool
    sign: Span
    meant: str


def clashes(facts: Facts) -> Iterator[Clash]:
    """Explanations with the target's number and operator words that do not fit its sign."""
    for each in facts.statements:
        if each.repeats and each.part == "explanation" and (judged := _judged(facts, each)) is not None:
            harmless, meant = judged
            words = each.text.value[each.quantity.start : each.quantity.end]
            printed = each.row.printed
            yield Clash(
                facts.within(each.text, each.quantity.start, each.quantity.end),
                Message(
                    f"{quoted(each.row.name.value)}的指标值是 {printed.type}{printed.value}{printed.unit}，解释写“{words}”",
                    f"{quoted(each.row.name.value)} has {printed.type}{printed.value}{printed.unit}, explained as “{words}”",
                ),
                harmless,
                each.target.operator_span,
                meant,
            )


def _judged(facts: Facts, each: Statement) -> tuple[bool, str] | None:
    """Whether the clash is harmless, and the sign meant; None when words and sign agree."""
    operator, sense = each.target.sense, each.quantity.sense
    if operator in _UPWARD and sense == "<=":
        return False, ""
    if operator in _DOWNWARD and sense == ">=":
        return False, ""
    if operator is Operator.MORE and sense == ">=":
        return True, ""
    if operator is Operator.EQUAL and sense in (">=", "<="):
        at_limit = each.target.amount == 0 if sense == "<=" else _is_whole(facts, each)
        return (True, "") if at_limit else (False, sense)
    return None


def _is_whole(facts: Facts, each: Statement) -> bool:
    """100 % of a share: nothing can be more."""
    unit = each.target.unit
    is_all = unit is not None and Fraction(each.target.amount) * unit.scale == 1 and unit.dimension == "rate"
    return is_all and facts.catalog.rate_domain(each.row.name.value) is not RateDomain.CHANGE
