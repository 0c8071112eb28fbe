"""A whole self-evaluation: every row, the budget, the totals, the grade, and what is wrong or missing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Finding
from goaldsl.evaluation.accepting import reasons
from goaldsl.evaluation.execution import execution
from goaldsl.evaluation.judging import examine
from goaldsl.evaluation.rows import scored
from goaldsl.model.actuals import Actuals
from goaldsl.model.declaration import Declaration
from goaldsl.model.evaluation import Evaluation, Execution, ScoredRow
from goaldsl.model.profile import Profile
from goaldsl.numbers import rounded


def evaluate(
    declaration: Declaration, actuals: Actuals, catalog: Catalog
) -> tuple[Evaluation, list[Finding]]:
    """The result, and what is wrong with the figures or left unsaid."""
    profile = declaration.profile
    rows = tuple(
        scored(indicator, actual, catalog, profile.decimals)
        for indicator, actual in zip(declaration.indicators, actuals.rows, strict=True)
    )
    spent = execution(actuals.funds, profile)
    full = sum((row.score for row in rows if row.score is not None), profile.execution)
    total = _total(rows, spent, profile)
    evaluation = Evaluation(
        declaration=declaration,
        actuals=actuals,
        rows=rows,
        execution=spent,
        by_level1=_by_level1(rows),
        full=full,
        total=total,
        grade=_grade(total, full, profile),
        accepted=tuple(reasons(actuals, declaration.indicators)),
    )
    return evaluation, list(examine(evaluation, catalog))


def _total(rows: Sequence[ScoredRow], spent: Execution, profile: Profile) -> Decimal | None:
    """The sum before or after rounding, as the scheme says; None while a score is missing."""
    if profile.execution and spent.points is None:
        return None
    rows = [row for row in rows if row.score is not None or not row.indicator.is_part]
    if profile.round_rows:
        points = [row.points for row in rows]
        known = [each for each in points if each is not None]
        return sum(known, spent.points or Decimal(0)) if len(known) == len(points) else None
    exact = [row.exact for row in rows]
    sums = [each for each in exact if each is not None]
    if len(sums) < len(exact):
        return None
    return rounded(sum(sums, spent.exact or Fraction(0)), profile.decimals)


def _by_level1(rows: Sequence[ScoredRow]) -> dict[str, Decimal]:
    """Points by first-level class, in the order of the form."""
    found: dict[str, Decimal] = {}
    for row in rows:
        level1 = row.indicator.category.level1 if row.indicator.category else ""
        found[level1] = found.get(level1, Decimal(0)) + (row.points or Decimal(0))
    return found


def _grade(total: Decimal | None, full: Decimal, profile: Profile) -> str | None:
    """优, 良, 中 or 差 by the total as printed: thresholds are in points of 100, rounded as the total is."""
    if total is None or full == 0:
        return None
    share = rounded(Fraction(total) * 100 / Fraction(full), profile.decimals)
    marks = sorted(profile.grades, key=lambda grade: -grade.at_least)
    return next((mark.name for mark in marks if share >= mark.at_least), None)
