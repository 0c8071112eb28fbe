"""The budget a form states, and the ceilings that may be held against it, in 元."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goaldsl.checks.amounts import alike_in_digits
from goaldsl.checks.facts import Facts
from goaldsl.model.declaration import Declaration, Field, Indicator, Money, Period
from goaldsl.model.target import QuantityTarget

_BESIDES = ("upper_funds", "carried_over")  # money that a budget of the own level leaves out
_ANNUAL = ("年", "预算")  # words of a ceiling that holds for the year, not for the whole project


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent: between `least` (the amount as stated) and `most` (with money stated beside it)."""

    field: Field
    least: Decimal
    most: Decimal

    @property
    def words(self) -> str:
        return f"“{self.field.label.value}”" + ("" if self.least == self.most else "连同其他资金")


def ceilings_and_budget(facts: Facts) -> Iterator[tuple[Indicator, QuantityTarget, Decimal, Budget]]:
    """Every ceiling over the whole budget, its amount, and the budget; nothing without a stated budget.

    A ceiling with the digits of the budget in another unit has a finding of its own.
    """
    declaration = facts.declaration
    field = declaration.field("budget")
    if field is None or not isinstance(field.value, Money):
        return
    stated = field.value.yuan
    besides = sum((amount(declaration, key) or Decimal(0) for key in _BESIDES), Decimal(0))
    budget = Budget(field, stated, stated + besides)
    several_years = _several_years(declaration)
    alike = {other.span for _, other in alike_in_digits(facts)}
    for row, target in facts.budget_ceilings:
        if target.span in alike:
            continue
        if several_years and not any(word in row.name.value for word in _ANNUAL):
            continue
        assert target.unit is not None
        scale = Decimal(target.unit.scale.numerator) / Decimal(target.unit.scale.denominator)
        yield row, target, target.amount * scale, budget


def amount(declaration: Declaration, key: str) -> Decimal | None:
    """The amount of a field in 元, None when it is left out or cannot be read."""
    field = declaration.field(key)
    return field.value.yuan if field is not None and isinstance(field.value, Money) else None


def in_wan(yuan: Decimal) -> str:
    """An amount as the forms print it: 814.87 万元."""
    wan = yuan / 10_000
    return f"{wan.normalize():f} 万元"


def _several_years(declaration: Declaration) -> bool:
    """Whether the project runs longer than the year of the form, or may do so by its long-term goals."""
    field = declaration.field("project_period")
    if field is not None and isinstance(field.value, Period):
        return field.value.start.last.year != field.value.end.last.year
    return declaration.field("long_term_goals") is not None
