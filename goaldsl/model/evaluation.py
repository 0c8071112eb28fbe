"""A self-evaluation (绩效自评): what each indicator earned and why, the execution of the budget, total and grade."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from goaldsl.model.actuals import Actual, Actuals, Funds
from goaldsl.model.declaration import Declaration, Indicator


class ScoredRow(Struct, frozen=True):
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


class Execution(Struct, frozen=True):
    """预算执行: 10 × executed / adjusted in most schemes. `rate` is None where nothing was to be spent."""

    funds: Funds
    score: Decimal
    rate: Fraction | None
    exact: Fraction | None
    points: Decimal | None
    derivation: str


class AcceptedReason(Struct, frozen=True):
    """Why a finding of the year's end was accepted; `indicator` is "" where it holds for more than one."""

    code: str
    title: str
    indicator: str
    reason: str


class Evaluation(Struct, frozen=True):
    """One year's result. `total` and `grade` are None while a score is missing."""

    declaration: Declaration
    actuals: Actuals
    rows: tuple[ScoredRow, ...]
    execution: Execution
    by_level1: Mapping[str, Decimal]
    full: Decimal  # the points that could be had
    total: Decimal | None
    grade: str | None
    accepted: tuple[AcceptedReason, ...] = ()


class HeaderCell(Struct, frozen=True):
    """A field of the declaration in the head of a self-evaluation; those of one row stand side by side."""

    key: str
    label: str
    row: int


class EvaluationColumn(Struct, frozen=True):
    """A column: level1, level2, name, target, actual, score, points or reason."""

    key: str
    label: str
    width: Decimal


class EvaluationForm(Struct, frozen=True):
    """The printed 绩效自评表. `for_field`: declarations that print this field use it; "" is for all others.

    `funds_rows`: sources of funds that have a row even when nobody filled them in.
    """

    id: str
    title: str
    year_line: str
    for_field: str
    header: tuple[HeaderCell, ...]
    columns: tuple[EvaluationColumn, ...]
    margin_label: str
    goals_label: str
    expected_label: str
    achieved_label: str
    funds_label: str
    funds_rows: tuple[str, ...]
    score_label: str
    rate_label: str
    points_label: str
    total_label: str
    notes_title: str
    landscape: bool
