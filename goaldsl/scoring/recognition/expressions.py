"""Formulas as written: sums of products of numbers, names and formulas in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Factor:
    """One of a formula in brackets, a number (with or without %), or a name."""

    inner: Expression | None = None
    number: Fraction | None = None
    percent: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """Factors multiplied, or divided by."""

    factors: tuple[tuple[bool, Factor], ...]  # whether it divides


@dataclass(frozen=True, slots=True)
class Expression:
    """Products added, or taken away."""

    products: tuple[tuple[bool, Product], ...]  # whether it is taken away

    def numbers(self) -> Iterator[tuple[Fraction, bool]]:
        """Every number and whether it is a percentage (then as a share)."""
        for _, product in self.products:
            for _, factor in product.factors:
                if factor.inner is not None:
                    yield from factor.inner.numbers()
                elif factor.number is not None:
                    yield (factor.number / 100 if factor.percent else factor.number), factor.percent


def lowered(node: Any) -> Expression:
    """The formula of a tree."""
    rest = [(summand.sign[0] in "-减", _product(summand.product)) for summand in node.rest or ()]
    return Expression(((False, _product(node.first)), *rest))


def _product(node: Any) -> Product:
    rest = [(item.sign in ("/", "÷", "除以", "占"), _factor(item.factor)) for item in node.rest or ()]
    return Product(((False, _factor(node.first)), *rest))


def _factor(node: Any) -> Factor:
    if node.inner is not None:
        return Factor(inner=lowered(node.inner))
    if node.name:
        return Factor(name=node.name)
    return Factor(number=Fraction(Decimal(node.number)), percent=bool(node.percent))
