"""Rounding of scores: half upwards, to the scheme's number of places."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.numbers import decimal, plain, rounded


def shown(value: Fraction, places: int = 2) -> str:
    """A number for people: exact where it is short, else 约 and so many places."""
    exact = decimal(value)
    if exact is not None and len(plain(exact).partition(".")[2]) <= places:
        return plain(exact)
    return f"约 {plain(rounded(value, places))}"


def percentage(share: Fraction) -> str:
    """A share in percent: 66.67%."""
    return f"{plain(rounded(share * 100, 2))}%"
