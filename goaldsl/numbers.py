"""Exact numbers: how long one may be, and how one is printed."""

from __future__ import annotations

from decimal import MAX_PREC, Context, Decimal
from fractions import Fraction

MOST_DIGITS, MOST_PLACES = 30, 12
"""Longer numbers are slips of the hand, or meant to keep a machine busy."""

_EXACT = Context(prec=MAX_PREC)


def within_limits(value: Decimal) -> bool:
    """Whether a number is one that can be written: finite, with at most 30 digits before and 12 after the point."""
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    if value == 0:
        return places <= MOST_PLACES
    return value.adjusted() < MOST_DIGITS and places <= MOST_PLACES


def decimal(value: Fraction) -> Decimal | None:
    """`value` as a decimal number, None when its digits never end (1/3)."""
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    if rest != 1:
        return None
    return Decimal(value.numerator * 10**places // value.denominator).scaleb(-places, _EXACT)


def rounded(value: Fraction, places: int) -> Decimal:
    """`value` to so many places, whatever its length; a half goes away from zero."""
    scale = 10**places
    units = int(abs(value) * scale * 2 + 1) // 2
    return Decimal(-units if value < 0 else units).scaleb(-places, _EXACT)


def plain(value: Decimal | Fraction) -> str:
    """The number without exponent and trailing zeros; 1/3 where no decimal number is exact."""
    if isinstance(value, Fraction):
        exact = decimal(value)
        if exact is None:
            return f"{Decimal(value.numerator):f}/{Decimal(value.denominator):f}"
        value = exact
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def percent(share: Decimal | Fraction) -> str:
    """A share in percent: 0.6 is `60%`."""
    return f"{plain(Fraction(share) * 100)}%"
