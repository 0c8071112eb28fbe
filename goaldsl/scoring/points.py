"""Amounts of points: what they come to under an indicator's score."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from goaldsl.model.rule import Points, PointsKind
from goaldsl.numbers import decimal, percent, plain

__all__ = ["decimal", "percent", "plain", "resolve"]


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
