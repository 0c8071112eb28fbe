"""Amounts of points: what they come to under an indicator's score, and how numbers are printed."""

from __future__ import annotations

from decimal import MAX_PREC, Context, Decimal
from fractions import Fraction

from goaldsl.model.rule import Points, PointsKind

_EXACT = Context(prec=MAX_PREC)


def resolve(points: Points, score: Decimal | None) -> Fraction | None:
    """The points meant; None when they depend on a score that is not known."""
    if points.kind is PointsKind.POINTS:
        return Fraction(points.amount)
    if score is None:
        return None
    full = Fraction(score)
    match points.kind:
        case PointsKind.FULL:
            return full
        case PointsKind.PERCENT:
            return full * Fraction(points.amount) / 100
        case PointsKind.FRACTION:
            return full * Fraction(points.amount) / Fraction(points.over) if points.over else None
        case PointsKind.LESS:
            return full - Fraction(points.amount)


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
