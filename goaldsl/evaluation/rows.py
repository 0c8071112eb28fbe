"""The score of one indicator, exactly, with its derivation in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from msgspec import structs

from goaldsl.actuals.attained import earns_all, left_open, met
from goaldsl.actuals.force import DEFAULT_SOURCE, InForce, in_force
from goaldsl.actuals.questions import NOT_DONE
from goaldsl.catalog import Catalog
from goaldsl.evaluation.answers import Answers, answers
from goaldsl.evaluation.derivation import derived
from goaldsl.model.actuals import Actual, Reported
from goaldsl.model.declaration import Indicator
from goaldsl.model.evaluation import ScoredRow
from goaldsl.model.target import DeadlineTarget
from goaldsl.numbers import rounded
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.function.table import PointTable, Range, exactly
from goaldsl.scoring.points import plain


def scored(indicator: Indicator, actual: Actual, catalog: Catalog, decimals: int) -> ScoredRow:
    """The result of an indicator; without points where an answer or a rule is missing."""
    score = indicator.score.value if indicator.score is not None else actual.number(Reported.SCORE)
    if score is None:
        return ScoredRow(indicator, actual, None, None, None, "没有分值")
    force = in_force(indicator, catalog, score)
    known = answers(force.function, actual) if force.function is not None else None
    possible = reachable(force, actual, known)
    exact = _points(possible, actual)
    if exact is None or possible is None:
        return ScoredRow(indicator, actual, score, None, None, "没有填全，算不出得分")
    points = rounded(exact, decimals)
    words = _words(force, actual, known, exact) + f"得 {plain(points)} 分"
    computed = force.function is not None or possible.exact
    by_default = f"没有评分标准，按{DEFAULT_SOURCE}：" if force.default and computed else ""
    given = not possible.exact
    return ScoredRow(indicator, actual, score, exact, points, by_default + words, given)


def reachable(force: InForce, actual: Actual, known: Answers | None) -> Range | None:
    """The points that the answers leave open: one number, or the interval in which a person picks."""
    if force.function is None:
        full = Fraction(force.subject.score or 0)
        return exactly(full) if earns_all(force, actual) else Range(Fraction(0), full)
    if actual.word(Reported.DATE) == NOT_DONE:
        return exactly(_never(force.function))
    if known is None:
        return None
    points = force.function.points(known)
    if left_open(force, actual.word(Reported.VALUE)):
        return Range(Fraction(0), _least_named(force.function))
    lenient = _leniently(force, actual)
    return points if lenient is None or points is None else Range(points.low, lenient.high)


def _leniently(force: InForce, actual: Actual) -> Range | None:
    """The points if a deadline such as 9月前 includes the month; None where nothing is open."""
    target = force.subject.target
    if not isinstance(target, DeadlineTarget) or target.open_until is None:
        return None
    day = structs.replace(target.day, last=target.open_until)
    later = structs.replace(target, day=day, open_until=None)
    lowered = lower(force.rule, replace(force.subject, target=later), force.units)
    known = answers(lowered, actual) if isinstance(lowered, ScoreFunction) else None
    return lowered.points(known) if isinstance(lowered, ScoreFunction) and known is not None else None


def _never(function: ScoreFunction) -> Fraction:
    """What is earned when the work was not done at all."""
    return max(function.lowest() or Fraction(0), Fraction(0))


def _least_named(function: ScoreFunction) -> Fraction:
    """What the lowest grade earns that a sentence names."""
    tables = [term.values for term in function.terms if isinstance(term.values, PointTable)]
    return min(points.low for table in tables for _, points in table.entries)


def _points(possible: Range | None, actual: Actual) -> Fraction | None:
    if possible is None:
        return None
    if possible.exact:
        return possible.low
    given = actual.number(Reported.POINTS)
    return None if given is None or Fraction(given) not in possible else Fraction(given)


def _words(force: InForce, actual: Actual, known: Answers | None, exact: Fraction) -> str:
    if actual.word(Reported.DATE) == NOT_DONE:
        return "到年底没有完成，"
    if earns_all(force, actual):
        return f"{actual.answers[Reported.VALUE].text}，达到目标，"
    if force.function is None or known is None or left_open(force, actual.word(Reported.VALUE)):
        return "由人评定，"
    return derived(force, known, exact)


def contradiction(row: ScoredRow, catalog: Catalog) -> bool | None:
    """Whether the target was met, where the points that a person gave say the opposite: all, or none."""
    if not row.given or row.exact is None or not row.score:
        return None
    attained = met(in_force(row.indicator, catalog, row.score), row.actual)
    opposite = row.exact == 0 if attained else row.exact >= Fraction(row.score)
    return attained if opposite else None


def outside(row: ScoredRow, catalog: Catalog) -> tuple[Decimal, Range] | None:
    """The points that a person gave outside what the grade allows, and what it allows."""
    given = row.actual.number(Reported.POINTS)
    if given is None or row.score is None:
        return None
    force = in_force(row.indicator, catalog, row.score)
    known = answers(force.function, row.actual) if force.function is not None else None
    possible = reachable(force, row.actual, known)
    if possible is None or possible.exact or Fraction(given) in possible:
        return None
    return given, possible
