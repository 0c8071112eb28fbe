"""A self-evaluation (绩效自评): what each indicator earned and why, the execution of the budget, total and grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from goaldsl.model.actuals import Actual, Actuals, Funds
from goaldsl.model.declaration import Declaration, Indicator


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """An indicator's result. `exact` is None where no score could be found; `points` is `exact` rounded.

    `given`: a person gave the points. `derivation` says in Chinese how the score came about.
    """

    indicator: Indicator
    actual: Actual
    score: Decimal | None
    exact: Fraction | None
    points: Decimal | None
    derivation: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class Execution:
    """预算执行: 10 × executed / adjusted in most schemes. `rate` is None where nothing was to be spent."""

    funds: Funds
    score: Decimal
    rate: Fraction | None
    exact: Fraction | None
    points: Decimal | None
    derivation: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One year's result. `total` and `grade` are None while a score is missing."""

    declaration: Declaration
    actuals: Actuals
    rows: tuple[ScoredRow, ...]
    execution: Execution
    by_level1: Mapping[str, Decimal]
    full: Decimal  # the points that could be had
    total: Decimal | None
    grade: str | None
