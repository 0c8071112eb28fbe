"""The amounts of the budget block, in 万元: each line read, and held to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from goaldsl.actuals import codes, keys
from goaldsl.actuals.places import Places
from goaldsl.actuals.questions import FormQuestion, Kind
from goaldsl.actuals.values import Limits, blank, read_value
from goaldsl.catalog import Catalog, folded
from goaldsl.catalog.toml_spans import Path
from goaldsl.diagnostics import Finding, Message
from goaldsl.model.actuals import Actuals, Funds
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.unit import Unit
from goaldsl.scoring.points import plain

WAN = Unit("万元", "money", Fraction(10_000))
_NOT_NEGATIVE = Limits(lowest=Decimal(0))


def read_funds(
    table: Mapping[str, Any],
    path: Path,
    label: str,
    places: Places,
    catalog: Catalog,
    findings: list[Finding],
) -> Funds:
    """One line of the block; what is wrong is added to `findings`."""
    amounts: list[Decimal | None] = []
    where = NOWHERE
    for name in keys.AMOUNTS:
        spellings = {folded(spelling) for spelling in name}
        key = next((key for key in table if folded(key) in spellings), None)
        amounts.append(None)
        if key is None or blank(table[key]):
            continue
        question = FormQuestion("funds", name.zh, name.en, Kind.NUMBER, WAN, WAN.symbol)
        where = span = places.nearest((*path, key)).value
        answer, finding = read_value(table[key], question, span, catalog.unit, _NOT_NEGATIVE)
        if finding is not None:
            findings.append(finding)
        elif answer is not None and isinstance(answer.value, Decimal):
            amounts[-1] = answer.value
    initial, adjusted, executed = amounts
    funds = Funds(label, initial, adjusted, executed, places.nearest(path).key)
    findings += _overspent(funds, where)
    return funds


def _overspent(funds: Funds, executed: Span) -> Iterator[Finding]:
    if funds.adjusted is None or funds.executed is None or funds.executed <= funds.adjusted:
        return
    spent, budget = plain(funds.executed), plain(funds.adjusted)
    yield Finding(
        codes.OVERSPENT,
        executed,
        Message(
            f"{funds.label}：全年执行数 {spent} 万元大于全年预算数 {budget} 万元",
            f"executed {spent} of a budget of {budget} (10 000 yuan)",
        ),
        remedy=Message(
            "把追加数加进全年预算数，或核对执行数。",
            "Add what was granted to the budget, or check the amount.",
        ),
    )


def sums(actuals: Actuals) -> Iterator[Finding]:
    """The sources of funds must add up to the total, where they are given."""
    if not actuals.parts:
        return
    for field, name in zip(("initial", "adjusted", "executed"), keys.AMOUNTS, strict=True):
        total: Decimal | None = getattr(actuals.funds, field)
        given = [getattr(part, field) for part in actuals.parts]
        parts = [amount for amount in given if amount is not None]
        if total is None or not parts or sum(parts, Decimal(0)) == total:
            continue
        both = plain(sum(parts, Decimal(0))), plain(total)
        yield Finding(
            codes.FUNDS_SUM,
            actuals.funds.span,
            Message(
                f"{name.zh}：各项资金合计 {both[0]} 万元，总额写的是 {both[1]} 万元",
                f"{name.en}: the parts sum to {both[0]}, the total is {both[1]}",
            ),
            remedy=Message("核对各项和总额。", "Check the parts and the total."),
        )
