"""Exact numbers as the published file writes them."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from goaldsl.diff.budget import Budget


def decimal(value: Fraction | Decimal | int, places: int = 6) -> str:
    """The number without trailing zeros; one without end is rounded to so many places."""
    exact = Fraction(value)
    with localcontext() as context:
        context.prec = 60
        number = Decimal(exact.numerator) / Decimal(exact.denominator)
        if Fraction(number) != exact:
            number = round(number, places)
        return f"{number.normalize():f}" if number else "0"


def yuan(budget: Budget) -> str:
    """The exact amount in 元."""
    return decimal(budget.yuan)


def percent(share: Fraction) -> str:
    """A share as people read it: 93%."""
    return f"{round(share * 100)}%"
