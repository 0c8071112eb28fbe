"""The amounts of money of a form, held to each other and to what is believable."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from goaldsl.catalog.data import packaged
from goaldsl.checks.facts import Facts
from goaldsl.model.declaration import Declaration, Field, Money
from goaldsl.model.place import Span
from goaldsl.model.target import QuantityTarget
from goaldsl.model.unit import Unit

_UNITS = ("department", "filler_unit", "implementer", "supervisor")
_TELLING = 4  # digits that two amounts do not share by chance


class Amount(NamedTuple):
    """An amount somewhere on the form."""

    name: str
    span: Span
    text: str
    number: Decimal
    unit: Unit
    stated: bool

    @property
    def wan(self) -> Decimal:
        return (
            self.number * Decimal(self.unit.scale.numerator) / Decimal(self.unit.scale.denominator) / 10_000
        )


class Level(NamedTuple):
    """What a unit of some level may have, in 万元."""

    bare: Decimal
    stated: Decimal


def amounts(declaration: Declaration) -> list[tuple[Field, Amount]]:
    """The amounts in the fields, the whole budget first."""
    found = [
        (field, _of_field(field, field.value))
        for field in declaration.fields
        if isinstance(field.value, Money)
    ]
    return sorted(found, key=lambda pair: pair[0].spec.key != "budget")


def ceilings(facts: Facts) -> Iterator[Amount]:
    """The ceilings over the whole budget."""
    return (amount for row, target in facts.budget_ceilings if (amount := _of_target(row.name.value, target)))


def alike_in_digits(facts: Facts) -> list[tuple[Amount, Amount]]:
    """Pairs of amounts with equal digits and unequal units: one of them is most likely ten thousand times off."""
    fields = [amount for _, amount in amounts(facts.declaration)]
    if not fields:
        return []
    whole = {id(target) for _, target in facts.budget_ceilings}
    costs = [
        amount
        for row in facts.economic_costs
        if isinstance(row.target, QuantityTarget)
        and (amount := _of_target(row.name.value, row.target)) is not None
        and (id(row.target) in whole or len(_digits(amount.number)) >= _TELLING)
    ]
    first = fields[0]
    return [
        (first, other)
        for other in (*fields[1:], *costs)
        if other.unit.scale != first.unit.scale and first.number and other.number == first.number
    ]


def level(declaration: Declaration) -> Level:
    """What may be believed of the unit that files the form."""
    names = [field.text.value for key in _UNITS if (field := declaration.field(key)) is not None]
    return next(
        Level(bare, stated)
        for words, without, bare, stated in _levels()
        if not words or any(_says(name, words, without) for name in names)
    )


@cache
def least() -> Decimal:
    """An amount of the whole below which nobody has a budget, in 万元."""
    return Decimal(packaged("lexicon/amounts.toml")["least"])


def _says(name: str, words: tuple[str, ...], without: tuple[str, ...]) -> bool:
    for word in without:
        name = name.replace(word, "")
    return any(word in name for word in words)


@cache
def _levels() -> tuple[tuple[tuple[str, ...], tuple[str, ...], Decimal, Decimal], ...]:
    return tuple(
        (tuple(each["words"]), tuple(each["without"]), Decimal(each["bare"]), Decimal(each["stated"]))
        for each in packaged("lexicon/amounts.toml")["level"]
    )


def _of_field(field: Field, value: Money) -> Amount:
    return Amount(
        field.label.value, field.text.span, field.text.value, value.amount, value.unit, value.stated
    )


def _of_target(name: str, target: QuantityTarget) -> Amount | None:
    if target.unit is None or target.unit.dimension != "money":
        return None
    return Amount(name, target.span, target.amount_text + target.unit_text, target.amount, target.unit, True)


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits))
