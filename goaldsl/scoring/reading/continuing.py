"""Sentences that go on as they began: 第一名得10分，第二名得9分，以此类推."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from goaldsl.model.rule import Award, Deduct, Points, PointsKind, Step, Term
from goaldsl.scoring.points import resolve
from goaldsl.scoring.reading.cases import Case, Meaning, meets, outcome
from goaldsl.scoring.reading.conditions import value
from goaldsl.scoring.reading.row import Row, exact
from goaldsl.scoring.reading.said import StopError


def continued(listed: Sequence[Case], row: Row) -> Meaning:
    """The steps that all cases follow; stops where they differ, or where what lies between two of them is not told."""
    place = listed[-1].start
    target, own = row.quantity.reference, row.own
    if row.score is None or not row.numeric or target is None or own is None or row.quantity.rate:
        raise StopError(place)
    full = Fraction(row.score)
    steps = [
        _step(case, target, row) for case in listed if not (meets(case, row) and not case.when.stretches)
    ]
    if len(steps) < 2:
        raise StopError(place)
    (one, first), (two, second) = steps[:2]
    away, lost = two - one, first - second
    if away == 0 or any((at - one) * lost != (first - points) * away for at, points in steps):
        raise StopError(place)
    if lost / away < 0:  # more is better
        each = -lost / away
        if row.falling or any(points != at * each for at, points in steps):
            raise StopError(place)
        return Meaning((Term(Award(_points(each * away, place), Step(exact(away, place), own.symbol))),))
    off = lost / away
    if not row.falling or any(points != full - (at - target) * off for at, points in steps):
        raise StopError(place)
    return Meaning((Term(Deduct(_points(off * away, place), Step(exact(away, place), own.symbol))),))


def _step(case: Case, target: Fraction, row: Row) -> tuple[Fraction, Fraction]:
    """Where a case lies and what it leaves."""
    if (
        not case.valued
        or len(case.when.stretches) != 1
        or not case.when.stretches[0].bare
        or case.when.otherwise
    ):
        raise StopError(case.start)
    stretch = case.when.stretches[0]
    at, points = value(stretch.number, row, row.quantity), resolve(outcome(case.effect, row), row.score)
    if (
        at is None
        or points is None
        or stretch.off == "short"
        or (set(case.when.ways()) - {"occur", "done"} and not stretch.off)
    ):
        raise StopError(stretch.start)
    return (target + at if stretch.off else at), points


def _points(amount: Fraction, place: int) -> Points:
    return Points(PointsKind.POINTS, exact(amount, place))
