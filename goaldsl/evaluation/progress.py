"""绩效运行监控: on a day in the year, which indicators are behind, and which can no longer reach their points.

What only adds up over the year (reports, money, accidents) should keep step with the year and never comes back; a
rate or a grade can still turn. What can still be reached is the greatest score over the values that are left.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from goaldsl.actuals.force import InForce, in_force
from goaldsl.catalog import Catalog
from goaldsl.catalog.accumulation import accumulates
from goaldsl.evaluation.answers import exact_answer
from goaldsl.evaluation.execution import execution
from goaldsl.model.actuals import Actual, Actuals, Reported
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.profile import ExecutionMark, Profile
from goaldsl.model.target import Direction, QuantityTarget, RangeTarget
from goaldsl.scoring.function import question as function
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.interval import Interval, before
from goaldsl.scoring.function.score import Counted, ScoreFunction

_TOLERANCE = Fraction(10)
"""Points in percent by which goals and execution may differ (川财绩〔2025〕10号)."""


@dataclass(frozen=True, slots=True)
class RowProgress:
    """One indicator so far. `share`: how much of the target is reached, where that adds up; None elsewhere.

    `filled`: something was filled in. `behind`: less than the time that is over, or late; `ahead`: more was used up.
    `reachable`: the most points that are still possible; None where a person gives them.
    """

    indicator: Indicator
    text: str
    score: Decimal | None
    share: Fraction | None
    filled: bool
    behind: bool
    ahead: bool
    reachable: Fraction | None

    @property
    def lost(self) -> bool:
        """Whether full points are out of reach."""
        return self.reachable is not None and self.score is not None and self.reachable < Fraction(self.score)


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole form so far. `goals` is the share reached of the goals that add up, weighted by their points."""

    at: datetime.date
    elapsed: Fraction
    rows: tuple[RowProgress, ...]
    execution: Fraction | None
    mark: ExecutionMark | None
    goals: Fraction | None

    @property
    def execution_behind(self) -> bool:
        """Whether less was spent than the scheme's mark, or than monitoring expects."""
        if self.execution is None or self.mark is None:
            return False
        return self.execution * 100 < Fraction(self.mark.at_least)

    @property
    def apart(self) -> bool:
        """Whether the goals and the money run more than ten points apart."""
        if self.execution is None or self.goals is None:
            return False
        return abs(self.execution - self.goals) * 100 > _TOLERANCE


def progress(declaration: Declaration, actuals: Actuals, catalog: Catalog, at: datetime.date) -> Progress:
    """How far the year's goals are on a day."""
    elapsed = _elapsed(at)
    rows = tuple(
        _row(indicator, actual, catalog, at, elapsed)
        for indicator, actual in zip(declaration.indicators, actuals.rows, strict=True)
    )
    rate = execution(actuals.funds, declaration.profile).rate
    return Progress(at, elapsed, rows, rate, _mark(declaration.profile, at), _goals(rows))


def _elapsed(at: datetime.date) -> Fraction:
    first, last = datetime.date(at.year, 1, 1), datetime.date(at.year, 12, 31)
    return Fraction((at - first).days + 1, (last - first).days + 1)


def _mark(profile: Profile, at: datetime.date) -> ExecutionMark | None:
    """The last mark whose month is over."""
    tomorrow = at + datetime.timedelta(days=1)
    month = 12 if tomorrow.year > at.year else tomorrow.month - 1
    reached = [mark for mark in profile.execution_marks if mark.month <= month]
    return max(reached, key=lambda mark: mark.month, default=None)


def _goals(rows: tuple[RowProgress, ...]) -> Fraction | None:
    counted = [
        (min(row.share, Fraction(1)), Fraction(row.score))
        for row in rows
        if row.share is not None and row.score and row.indicator.direction is Direction.ASCENDING
    ]
    weight = sum((score for _, score in counted), Fraction(0))
    return sum((share * score for share, score in counted), Fraction(0)) / weight if weight else None


def _row(
    indicator: Indicator, actual: Actual, catalog: Catalog, at: datetime.date, elapsed: Fraction
) -> RowProgress:
    score = indicator.score.value if indicator.score is not None else actual.number(Reported.SCORE)
    share = _share(indicator, actual)
    late_or_early = _against_time(indicator, share, elapsed)
    force = in_force(indicator, catalog, score)
    late = _overdue(force, actual, at)
    answer = actual.answers.get(Reported.VALUE) or actual.answers.get(Reported.DATE)
    text = answer.text if answer is not None else ""
    return RowProgress(
        indicator,
        text,
        score,
        share,
        filled=bool(actual.answers),
        behind=late or late_or_early is Direction.ASCENDING,
        ahead=late_or_early is Direction.DESCENDING,
        reachable=_reachable(force, actual, at, grows(indicator)),
    )


def _against_time(indicator: Indicator, share: Fraction | None, elapsed: Fraction) -> Direction | None:
    """Where something is out of step with the year: too little of what should grow, too much of what should not."""
    match indicator.direction:
        case Direction.ASCENDING if share is not None and share < elapsed:
            return Direction.ASCENDING
        case Direction.DESCENDING if share is not None and share > elapsed:
            return Direction.DESCENDING
        case _:
            return None


def _share(indicator: Indicator, actual: Actual) -> Fraction | None:
    """A/T of what adds up over the year."""
    target, value = indicator.target, actual.number(Reported.VALUE)
    if not isinstance(target, QuantityTarget) or value is None or target.amount <= 0:
        return None
    return Fraction(value) / Fraction(target.amount) if grows(indicator) else None


def grows(indicator: Indicator) -> bool:
    """Whether the actual value only grows over the year."""
    target = indicator.target
    if not isinstance(target, QuantityTarget | RangeTarget):
        return False
    ascending = indicator.direction is Direction.ASCENDING
    return accumulates(indicator.name.value, target.unit, ascending=ascending)


def _overdue(force: InForce, actual: Actual, at: datetime.date) -> bool:
    """Whether a deadline has passed and nothing was completed."""
    questions = force.function.questions if force.function is not None else ()
    days = [each.day for each in questions if each.asked is function.Asked.DATE and each.day is not None]
    return bool(days) and actual.day() is None and at > max(days)


def _reachable(force: InForce, actual: Actual, at: datetime.date, growing: bool) -> Fraction | None:
    """The greatest score over the answers that the rest of the year can still bring."""
    if force.function is None:
        return None
    most = _left(force.function, actual, at, growing).highest()
    full = force.function.full
    return full if most is None else min(most, full)


def _left(whole: ScoreFunction, actual: Actual, at: datetime.date, growing: bool) -> ScoreFunction:
    parts = tuple(
        _left_term(part, actual, at, growing)
        if isinstance(part, Counted)
        else _left(part, actual, at, growing)
        for part in whole.parts
    )
    return replace(whole, parts=parts)


def _left_term(term: Counted, actual: Actual, at: datetime.date, growing: bool) -> Counted:
    from_here = _from_here(term.question, actual, at, growing)
    if from_here is None or not isinstance(term.values, Curve):
        return term
    rest = term.values.within(Interval(before(from_here), term.values.domain.end))
    return Counted(term.question, rest) if rest.segments else term


def _from_here(
    question: function.Question, actual: Actual, at: datetime.date, growing: bool
) -> Fraction | None:
    """The least that the answer can still become; None where it can turn."""
    match question.asked:
        case function.Asked.AMOUNT if not growing:
            return None
        case function.Asked.AMOUNT | function.Asked.LATENESS | function.Asked.COUNT:
            return exact_answer(question, actual)
        case function.Asked.DATE if question.day is not None:
            done = exact_answer(question, actual)
            return Fraction((at - question.day).days) if done is None else done
        case _:
            return None
