"""Which of two functions gives more, everywhere: the exact answer, with an actual value that shows it.

Differences of straight and hyperbolic pieces have at most one turning point, so their ends and that point decide. The
difference of a staircase and a smooth piece is looked at where the steps begin: those values turn at most once, too.
Two staircases repeat after their common period.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm

from goaldsl.scoring.function.curve import Curve, overlaid
from goaldsl.scoring.function.interval import Interval
from goaldsl.scoring.function.pieces import Fractional, Linear, Piece, Staircase, sign
from goaldsl.scoring.function.score import Answer, Counted, ScoreFunction
from goaldsl.scoring.function.steps import CalendarSteps
from goaldsl.scoring.function.table import PointTable

_MANY = 4_000
"""Steps that are looked at one by one; beyond that nothing is claimed."""


class Verdict(StrEnum):
    """How the first of two functions compares with the second."""

    LESS = "less"  # nowhere more, somewhere less
    EQUAL = "equal"
    GREATER = "greater"
    INCOMPARABLE = "incomparable"  # here more, there less
    UNKNOWN = "unknown"  # they ask for different things, or cannot be told apart exactly


@dataclass(frozen=True, slots=True)
class Order:
    """The verdict. `less`, `more`: an answer for which the first gives fewer or more points than the second."""

    verdict: Verdict
    less: Fraction | str | None = None
    more: Fraction | str | None = None


def compare(one: ScoreFunction, other: ScoreFunction) -> Order:
    """The pointwise order of two functions."""
    left, right = one.only, other.only
    if left is not None and right is not None:
        return _terms(left, right)
    if one == other:
        return Order(Verdict.EQUAL)
    frames = [(each.start, each.low, each.high, len(each.parts)) for each in (one, other)]
    flat = all(isinstance(part, Counted) for part in (*one.parts, *other.parts))
    if frames[0] != frames[1] or not flat:
        return Order(Verdict.UNKNOWN)
    orders = [_terms(left, right) for left, right in zip(one.terms, other.terms, strict=True)]
    if any(order.verdict is Verdict.UNKNOWN for order in orders):
        return Order(Verdict.UNKNOWN)
    return _sums(one, other, orders)


def _sums(one: ScoreFunction, other: ScoreFunction, orders: list[Order]) -> Order:
    """Terms that differ one way make sums that differ no other way; a bound may hide that they differ at all, so
    that a difference is claimed only where it shows: at the answer to one question, the others answered best."""
    less = next((x for at, order in enumerate(orders) if _shows(one, other, at, x := order.less, -1)), None)
    more = next((x for at, order in enumerate(orders) if _shows(one, other, at, x := order.more, 1)), None)
    ways = {order.verdict for order in orders} - {Verdict.EQUAL}
    if less is not None and more is not None:
        return Order(Verdict.INCOMPARABLE, less, more)
    if not ways:
        return Order(Verdict.EQUAL)
    if ways == {Verdict.LESS} and less is not None:
        return Order(Verdict.LESS, less=less)
    if ways == {Verdict.GREATER} and more is not None:
        return Order(Verdict.GREATER, more=more)
    return Order(Verdict.UNKNOWN)


def _shows(one: ScoreFunction, other: ScoreFunction, at: int, x: Answer | None, way: int) -> bool:
    """Whether the whole scores differ that way when question number `at` is answered `x`."""
    if x is None:
        return False
    scores = []
    for function in (one, other):
        answers = {
            term.question: x if place == at else _best(term) for place, term in enumerate(function.terms)
        }
        scores.append(function.points(answers))
    left, right = scores
    return (left.low - right.low) * way > 0 or (left.high - right.high) * way > 0


def _best(term: Counted) -> Answer:
    """An answer that earns the most, or nearly."""
    if isinstance(term.values, PointTable):
        return max(term.values.entries, key=lambda entry: entry[1].high)[0]
    where = term.values.greatest.segment.where
    met = term.question.met
    inside = where & met if met is not None else where
    return (where if inside.empty else inside).inside()


def _terms(one: Counted, other: Counted) -> Order:
    asked, again = one.question, other.question
    if asked.asked is not again.asked or asked.day != again.day:
        return Order(Verdict.UNKNOWN)
    if isinstance(one.values, PointTable) or isinstance(other.values, PointTable):
        if isinstance(one.values, PointTable) and isinstance(other.values, PointTable):
            return _tables(one.values, other.values)
        return Order(Verdict.UNKNOWN)
    right = other.values
    if asked.unit != again.unit:
        if asked.unit is None or again.unit is None or asked.unit.dimension != again.unit.dimension:
            return Order(Verdict.UNKNOWN)
        if asked.unit.counted != again.unit.counted:
            return Order(Verdict.UNKNOWN)
        if asked.unit.scale != again.unit.scale:
            right = right.scaled(asked.unit.scale / again.unit.scale, Fraction(0))
    return curves(one.values, right)


def _tables(one: PointTable, other: PointTable) -> Order:
    words = dict.fromkeys([word for word, _ in (*one.entries, *other.entries)])
    less = next((word for word in words if _below(one, other, word)), None)
    more = next((word for word in words if _below(other, one, word)), None)
    return _verdict(less, more)


def _below(one: PointTable, other: PointTable, word: str) -> bool:
    left, right = one.at(word), other.at(word)
    return left.low < right.low or left.high < right.high


def curves(one: Curve, other: Curve) -> Order:
    """The order of two curves over the values that both know."""
    less: Fraction | None = None
    more: Fraction | None = None
    for left, right in overlaid(one, other):
        if left.piece == right.piece:
            continue
        points = _telling(left.where, left.piece, right.piece)
        if points is None:
            return Order(Verdict.UNKNOWN)
        for x in points:
            difference = left.piece.at(x) - right.piece.at(x)
            less = x if less is None and difference < 0 else less
            more = x if more is None and difference > 0 else more
    return _verdict(less, more)


def _verdict(less: Fraction | str | None, more: Fraction | str | None) -> Order:
    if less is not None and more is not None:
        return Order(Verdict.INCOMPARABLE, less, more)
    if less is not None:
        return Order(Verdict.LESS, less=less)
    if more is not None:
        return Order(Verdict.GREATER, more=more)
    return Order(Verdict.EQUAL)


def _telling(where: Interval, one: Piece, other: Piece) -> list[Fraction] | None:
    """Values that show every sign the difference takes; None where they cannot be found exactly."""
    edges: set[Fraction] = set()
    for piece in (one, other):
        if isinstance(piece, Staircase) and piece.rise:
            found = _edges(where, piece, other if piece is one else one)
            if found is None:
                return None
            edges |= found
    return sorted(set(_samples(where, one, other, sorted(edges))))


def _edges(where: Interval, stairs: Staircase, other: Piece) -> set[Fraction] | None:
    """Where the steps begin that matter: the outer ones, and those around the turning point of the difference."""
    first, last = _counts(where, stairs)
    if first is None or last is None:
        ends = [end for end in (first, last) if end is not None]
        if not ends or isinstance(other, Staircase):
            return None
        start = ends[0]  # far out the staircase runs away from anything smooth, or never turns again
        reach = _MANY if first is not None else -_MANY
        first, last = min(start, start + reach), max(start, start + reach)
    if last - first <= _MANY:
        return {stairs.steps.position(count) for count in range(first, last + 1)}
    if isinstance(stairs.steps, CalendarSteps):
        return None
    if isinstance(other, Staircase):
        return _periodic(stairs, other, first, last)
    turning = _turning(stairs, other, first, last)
    near = {
        count
        for middle in (first, last, turning)
        for count in range(middle - 2, middle + 3)
        if first <= count <= last
    }
    return {stairs.steps.position(count) for count in near}


def _counts(where: Interval, stairs: Staircase) -> tuple[int | None, int | None]:
    low = None if where.low is None else stairs.count(where.low)
    high = None if where.high is None else stairs.count(where.high)
    return (low, high) if stairs.steps.side > 0 else (high, low)


def _turning(stairs: Staircase, other: Piece, first: int, last: int) -> int:
    """The step at which the differences at the step ends turn: they are convex or concave in the count."""

    def grows(count: int) -> bool:
        here, there = stairs.steps.position(count), stairs.steps.position(count + 1)
        return stairs.rise > other.at(there) - other.at(here)

    low, high = first + 1, last - 1
    at_first = grows(low)
    while low < high:
        middle = (low + high) // 2
        if grows(middle) == at_first:
            low = middle + 1
        else:
            high = middle
    return low


def _periodic(stairs: Staircase, other: Staircase, first: int, last: int) -> set[Fraction] | None:
    """Both staircases repeat their pattern, drifting evenly: its first and its last round decide."""
    if isinstance(other.steps, CalendarSteps) or isinstance(stairs.steps, CalendarSteps):
        return None
    own, theirs = stairs.steps.length, other.steps.length
    period = Fraction(lcm(own.numerator, theirs.numerator), gcd(own.denominator, theirs.denominator))
    round_of = int(period / own) + 2
    if 2 * round_of > _MANY:
        return None
    counts = {*range(first, min(first + round_of, last) + 1), *range(max(last - round_of, first), last + 1)}
    return {stairs.steps.position(count) for count in counts}


def _samples(where: Interval, one: Piece, other: Piece, edges: list[Fraction]) -> Iterator[Fraction]:
    """The edges, the ends, the turning point, and a value between each two neighbours."""
    ends = [end for end in (where.low, where.high) if end is not None]
    inner = [x for x in (*edges, *_turns(one, other)) if x in where]
    marks = sorted({*ends, *inner})
    yield from (x for x in marks if x in where)
    if where.low is None:
        yield marks[0] - 1 if marks else Fraction(0)
        yield from _far(one, other, marks[0] if marks else Fraction(0), -1)
    if where.high is None:
        yield (marks[-1] if marks else Fraction(0)) + 1
        yield from _far(one, other, marks[-1] if marks else Fraction(0), 1)
    for left, right in zip(marks, marks[1:], strict=False):
        yield from _between(one, other, left, right)


def _between(one: Piece, other: Piece, left: Fraction, right: Fraction) -> Iterator[Fraction]:
    """A value between two marks for each sign that the difference has there: it runs one way between them."""
    yield (left + right) / 2
    for x, from_right in ((left, True), (right, False)):
        tends = sign(one.limit(x, from_right) - other.limit(x, from_right))
        near = (left + right) / 2
        while tends and sign(one.at(near) - other.at(near)) != tends:
            near = (near + x) / 2
        yield near


def _turns(one: Piece, other: Piece) -> Iterator[Fraction]:
    """Numbers around the turning point of the difference of two smooth pieces: its numerator is a parabola."""
    if isinstance(one, Staircase) or isinstance(other, Staircase):
        return
    (a, b, c, d), (e, f, g, h) = _quotient(one), _quotient(other)
    square = a * g - e * c
    if square:
        yield -(a * h + b * g - e * d - f * c) / (2 * square)


def _quotient(piece: Linear | Fractional) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    if isinstance(piece, Fractional):
        return piece.a, piece.b, piece.c, piece.d
    return piece.slope, piece.start, Fraction(0), Fraction(1)


def _far(one: Piece, other: Piece, mark: Fraction, side: int) -> Iterator[Fraction]:
    """Values far out, where what grows fastest decides."""
    for power in (3, 6, 12):
        yield mark + side * Fraction(10) ** power
