"""Formulas of scoring sentences as functions of the actual value: quotients of two straight lines."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from goaldsl.scoring.reading.said import StopError
from goaldsl.scoring.reading.tokens import Token

_Line = tuple[Fraction, Fraction]  # a, b of a * x + b
_ZERO, _ONE = Fraction(0), Fraction(1)


class Quotient(Struct, frozen=True):
    """(a x + b) / (c x + d)."""

    above: _Line
    below: _Line = (_ZERO, _ONE)

    def at(self, x: Fraction) -> Fraction | None:
        low = self.below[0] * x + self.below[1]
        return None if low == 0 else (self.above[0] * x + self.above[1]) / low

    def equals(self, other: Quotient) -> bool:
        return _times(self.above, other.below) == _times(other.above, self.below)


def constant(value: Fraction) -> Quotient:
    return Quotient((_ZERO, value))


ACTUAL = Quotient((_ONE, _ZERO))


def _times(one: _Line, other: _Line) -> tuple[Fraction, Fraction, Fraction]:
    return one[0] * other[0], one[0] * other[1] + one[1] * other[0], one[1] * other[1]


def _line(product: tuple[Fraction, Fraction, Fraction]) -> _Line:
    if product[0] != 0:
        raise StopError(0)
    return product[1], product[2]


def multiply(one: Quotient, other: Quotient) -> Quotient:
    above, below = _times(one.above, other.above), _times(one.below, other.below)
    if above[0] and not above[2] and not below[2] and below[1]:  # x² / x
        return Quotient((above[0], above[1]), (below[0], below[1]))
    if above[2] == 0 and below[2] == 0 and (above[0] or below[0]):
        return Quotient((above[0], above[1]), (below[0], below[1]))
    return Quotient(_line(above), _line(below))


def divide(one: Quotient, other: Quotient) -> Quotient:
    if other.above == (_ZERO, _ZERO):
        raise StopError(0)
    return multiply(one, Quotient(other.below, other.above))


def add(one: Quotient, other: Quotient, sign: int = 1) -> Quotient:
    if one.below == other.below:
        return Quotient(
            (one.above[0] + sign * other.above[0], one.above[1] + sign * other.above[1]), one.below
        )
    left, right = _times(one.above, other.below), _times(other.above, one.below)
    above = (left[0] + sign * right[0], left[1] + sign * right[1], left[2] + sign * right[2])
    return Quotient(_line(above), _line(_times(one.below, other.below)))


class Parser:
    """Sums of products of numbers and names; `name` gives the meaning of a stretch of words."""

    def __init__(self, tokens: tuple[Token, ...], name: dict[int, Quotient]) -> None:
        self.tokens, self.names, self.place = tokens, name, 0

    def formula(self) -> Quotient:
        whole = self.sum()
        if self.place < len(self.tokens):
            raise StopError(self.tokens[self.place].start)
        return whole

    def _next(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def sum(self) -> Quotient:
        left = self.product()
        while (
            (token := self._next()) is not None
            and (token.meaning in "+-" and token.meaning)
            and token.kind in "x~L"
        ):
            self.place += 1
            left = add(left, self.product(), 1 if token.meaning == "+" else -1)
        return left

    def product(self) -> Quotient:
        left = self.factor()
        while (token := self._next()) is not None and token.kind == "x" and token.meaning in ("*", "/"):
            self.place += 1
            right = self.factor()
            left = multiply(left, right) if token.meaning == "*" else divide(left, right)
        return left

    def factor(self) -> Quotient:
        token = self._next()
        if token is None:
            raise StopError(self.tokens[-1].start if self.tokens else 0)
        if token.kind == "(":
            self.place += 1
            inner = self.sum()
            close = self._next()
            if close is None or close.kind != ")":
                raise StopError(token.start)
            self.place += 1
            return inner
        if self.place in self.names:
            meaning = self.names[self.place]
            while (token := self._next()) is not None and token.kind in "wVTRSFgotb":
                self.place += 1
            return meaning
        self.place += 1
        if token.kind == "%":
            return constant(token.value / (1000 if token.unit == "‰" else 100))
        if token.kind in "nPQK":
            return constant(token.value)
        raise StopError(token.start)
