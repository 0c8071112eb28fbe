"""What a self-evaluation leaves unsaid or gets wrong: reasons, explanations, points outside their grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from goaldsl.actuals import codes
from goaldsl.actuals import value_codes as values
from goaldsl.actuals.budget import sums
from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Finding, Message
from goaldsl.evaluation.rounding import percentage, shown
from goaldsl.evaluation.rows import contradiction, outside
from goaldsl.model.actuals import Asked
from goaldsl.model.evaluation import Evaluation, ScoredRow
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.scoring.points import plain


def examine(evaluation: Evaluation, catalog: Catalog) -> Iterator[Finding]:
    """All that is wrong or missing in a self-evaluation."""
    yield from sums(evaluation.actuals)
    yield from _execution(evaluation)
    for row in evaluation.rows:
        yield from _points(row, catalog)
        if row.exact is not None:
            yield from _reason(row)
            yield from _explanation(row, evaluation.declaration.profile.over_achievement)


def _execution(evaluation: Evaluation) -> Iterator[Finding]:
    spent, profile = evaluation.execution, evaluation.declaration.profile
    funds = spent.funds
    if profile.execution and funds.adjusted == 0 and funds.executed is not None:
        yield Finding(
            codes.NO_RATE,
            funds.span,
            Message("全年预算数是 0，算不出执行率", "the budget is 0, there is no rate of execution"),
            remedy=Message("核对全年预算数。", "Check the budget."),
        )
    if not profile.execution or spent.rate is None or evaluation.actuals.funds_reason.value:
        return
    if spent.rate * 100 < Fraction(profile.execution_reason):
        yield Finding(
            codes.NO_REASON,
            evaluation.actuals.funds_reason.span,
            Message(
                f"预算执行率 {percentage(spent.rate)}，没有写偏差原因",
                f"the budget was spent to {percentage(spent.rate)}, no reason is given",
            ),
            remedy=Message("在预算一节填“偏差原因及改进措施”。", "Give the reason in the budget table."),
        )


def _points(row: ScoredRow, catalog: Catalog) -> Iterator[Finding]:
    """Points that a person gave against the rule or outside the grade; a row for which no score can be found."""
    if row.exact is not None:
        yield from _differing(row)
        yield from _contradicting(row, catalog)
        return
    wrong = outside(row, catalog)
    answer = row.actual.answers.get(Asked.POINTS)
    if wrong is not None and answer is not None:
        given, possible = wrong
        high = "（不含）" if possible.open_high else ""
        yield Finding(
            values.OUTSIDE_GRADE,
            answer.span,
            Message(
                f"评定 {plain(given)} 分，应在 {shown(possible.low)} 到 {shown(possible.high)} 分{high}之间",
                f"{plain(given)} points; the grade allows {shown(possible.low)} to {shown(possible.high)}",
            ),
            remedy=Message("改等级，或改得分。", "Change the grade or the points."),
        )
    elif _from_nothing(row):
        yield Finding(
            codes.NO_BASE,
            row.actual.places.get(Asked.LAST_YEAR, row.actual.span),
            Message(
                f"“{row.indicator.name.value}”的上年实际数是 0，变动率算不出来",
                f"{row.indicator.name.value} was 0 last year, there is no change rate",
            ),
            remedy=Message("核对上年数，或先报批调整评分标准。", "Check last year's value."),
        )


def _differing(row: ScoredRow) -> Iterator[Finding]:
    given, answer = row.actual.number(Asked.POINTS), row.actual.answers.get(Asked.POINTS)
    if given is None or answer is None or given in (row.exact, row.points):
        return
    yield Finding(
        codes.POINTS_DIFFER,
        answer.span,
        Message(
            f"“{row.indicator.name.value}”填了 {plain(given)} 分；{row.derivation}",
            f"{row.indicator.name.value}: {plain(given)} points given, {plain(row.points or given)} computed",
        ),
        remedy=Message("删去“评定得分”，或核对实际值。", "Remove the points, or check the actual value."),
    )


def _contradicting(row: ScoredRow, catalog: Catalog) -> Iterator[Finding]:
    """All points although the target was missed, none although it was met."""
    attained, answer = contradiction(row, catalog), row.actual.answers.get(Asked.POINTS)
    if attained is None or answer is None:
        return
    reached = row.actual.answers.get(Asked.VALUE) or row.actual.answers.get(Asked.DATE)
    actual = reached.text if reached is not None else ""
    printed, given = row.indicator.printed, plain(row.points or Decimal(0))
    target = f"{printed.type if len(printed.type) == 1 else ''}{printed.value}{printed.unit}"
    zh = f"目标 {target}，实际 {actual}，{'达到了目标，却评 0 分' if attained else f'没有达到目标，却评满分 {given} 分'}"
    en = f"{given} points although the target was {'met' if attained else 'missed'}"
    name = row.indicator.name.value
    yield Finding(
        codes.POINTS_CONTRADICT,
        answer.span,
        Message(f"“{name}”{zh}", f"{name}: {en}"),
        remedy=Message("核对实际值，或改“评定得分”。", "Check the actual value, or change the points."),
    )


def _from_nothing(row: ScoredRow) -> bool:
    """Whether a change was asked against nothing last year."""
    return row.actual.number(Asked.VALUE) is not None and row.actual.number(Asked.LAST_YEAR) == 0


def _reason(row: ScoredRow) -> Iterator[Finding]:
    if row.exact is None or row.score is None or row.exact >= Fraction(row.score):
        return
    if row.actual.word(Asked.REASON):
        return
    name = row.indicator.name.value
    yield Finding(
        codes.NO_REASON,
        row.actual.places.get(Asked.REASON, row.actual.span),
        Message(
            f"“{name}”：{row.derivation}，满分 {plain(row.score)} 分，没有写偏差原因",
            f"{name} lost points, no reason is given",
        ),
        remedy=Message("填“偏差原因及改进措施”。", "Give the reason."),
    )


def _explanation(row: ScoredRow, threshold: Decimal | None) -> Iterator[Finding]:
    target, value = row.indicator.target, row.actual.number(Asked.VALUE)
    if threshold is None or not isinstance(target, QuantityTarget) or value is None or target.amount <= 0:
        return
    if row.indicator.direction is not Direction.ASCENDING or row.actual.word(Asked.EXPLANATION):
        return
    share = Fraction(value) / Fraction(target.amount)
    if share * 100 < Fraction(threshold):
        return
    yield Finding(
        codes.NO_EXPLANATION,
        row.actual.places.get(Asked.EXPLANATION, row.actual.span),
        Message(
            f"“{row.indicator.name.value}”完成了目标的 {percentage(share)}，没有写超额完成说明",
            f"{row.indicator.name.value} reached {percentage(share)} of its target without a word",
        ),
        remedy=Message(
            "填“超额完成说明”；下一年把目标定得合适。", "Explain it, and set a fitting target next year."
        ),
    )
