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
from goaldsl.evaluation.plausible import doubtful, is_doubtful
from goaldsl.evaluation.rounding import percentage, shown
from goaldsl.evaluation.rows import contradiction, outside
from goaldsl.model.actuals import Reported
from goaldsl.model.evaluation import Evaluation, ScoredRow
from goaldsl.model.place import NOWHERE
from goaldsl.model.target import Direction, QuantityTarget
from goaldsl.review.places import Place, in_each_place
from goaldsl.scoring.points import plain


def examine(evaluation: Evaluation, catalog: Catalog) -> Iterator[Finding]:
    """All that is wrong or missing in a self-evaluation."""
    rows, threshold = evaluation.rows, evaluation.declaration.profile.over_achievement
    yield from sums(evaluation.actuals)
    yield from _no_rate(evaluation)
    yield from _title(evaluation)
    for row in rows:
        yield from _points(row, catalog)
    yield from in_each_place(
        codes.IMPLAUSIBLE,
        doubtful(evaluation),
        lambda count: Message(f"{count} 个数不像", f"{count} figures are hard to believe"),
        remedy=Message(
            '核对数和单位；没有填错的，写 "说明[GA119]" = "理由"。', "Check the number and its unit."
        ),
    )
    yield from in_each_place(
        codes.NO_BASE,
        (place for row in rows for place in _from_nothing(row, catalog)),
        lambda count: Message(
            f"{count} 个指标的上年实际数是 0，变动率算不出来", f"{count} indicators were 0 last year"
        ),
        remedy=Message("核对上年数，或先报批调整评分标准。", "Check last year's value."),
    )
    yield from in_each_place(
        codes.POINTS_DIFFER,
        (place for row in rows for place in _differing(row)),
        lambda count: Message(
            f"{count} 处填的分不是算出的分", f"{count} rows have other points than computed"
        ),
        remedy=Message("删去“评定得分”，或核对实际值。", "Remove the points, or check the actual value."),
    )
    yield from in_each_place(
        codes.POINTS_CONTRADICT,
        (place for row in rows for place in _contradicting(row, catalog)),
        lambda count: Message(
            f"{count} 处评的分与完成情况相反", f"{count} rows have points against what was reached"
        ),
        remedy=Message("核对实际值，或改“评定得分”。", "Check the actual value, or change the points."),
    )
    yield from in_each_place(
        codes.NO_REASON,
        (*_execution(evaluation), *(place for row in rows for place in _reason(row))),
        lambda count: Message(f"{count} 处没有写偏差原因", f"{count} reasons are missing"),
        remedy=Message("填“偏差原因及改进措施”。", "Give the reason."),
    )
    yield from in_each_place(
        codes.NO_EXPLANATION,
        (place for row in rows for place in _explanation(row, threshold)),
        lambda count: Message(
            f"{count} 个指标远超目标，没有写超额完成说明",
            f"{count} indicators far above target without a word",
        ),
        remedy=Message(
            "填“超额完成说明”；下一年把目标定得合适。", "Explain it, and set a fitting target next year."
        ),
    )


def _title(evaluation: Evaluation) -> Iterator[Finding]:
    title = evaluation.declaration.title
    if title is not None:
        yield Finding(
            codes.TITLE_NOT_PRINTED,
            NOWHERE,
            Message(f"表名“{title.value}”不印在自评表上", f"the title {title.value} is not on the form"),
        )


def _no_rate(evaluation: Evaluation) -> Iterator[Finding]:
    funds, profile = evaluation.execution.funds, evaluation.declaration.profile
    if profile.execution and funds.adjusted == 0 and funds.executed is not None:
        yield Finding(
            codes.NO_RATE,
            funds.span,
            Message("全年预算数是 0，算不出执行率", "the budget is 0, there is no rate of execution"),
            remedy=Message("核对全年预算数。", "Check the budget."),
        )


def _execution(evaluation: Evaluation) -> Iterator[Place]:
    spent, profile = evaluation.execution, evaluation.declaration.profile
    if not profile.execution or spent.rate is None or evaluation.actuals.funds_reason.value:
        return
    if spent.rate * 100 < Fraction(profile.execution_reason):
        yield (
            evaluation.actuals.funds_reason.span,
            Message(
                f"预算执行率 {percentage(spent.rate)}，没有写偏差原因",
                f"the budget was spent to {percentage(spent.rate)}, no reason is given",
            ),
        )


def _points(row: ScoredRow, catalog: Catalog) -> Iterator[Finding]:
    """Points that a person gave outside the grade."""
    if row.exact is not None:
        return
    wrong = outside(row, catalog)
    answer = row.actual.answers.get(Reported.POINTS)
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


def _differing(row: ScoredRow) -> Iterator[Place]:
    if row.exact is None:
        return
    given, answer = row.actual.number(Reported.POINTS), row.actual.answers.get(Reported.POINTS)
    if given is None or answer is None or given in (row.exact, row.points):
        return
    yield (
        answer.span,
        Message(
            f"“{row.indicator.name.value}”填了 {plain(given)} 分；{row.derivation}",
            f"{row.indicator.name.value}: {plain(given)} points given, {plain(row.points or given)} computed",
        ),
    )


def _contradicting(row: ScoredRow, catalog: Catalog) -> Iterator[Place]:
    """All points although the target was missed, none although it was met."""
    if row.exact is None:
        return
    attained, answer = contradiction(row, catalog), row.actual.answers.get(Reported.POINTS)
    if attained is None or answer is None:
        return
    reached = row.actual.answers.get(Reported.VALUE) or row.actual.answers.get(Reported.DATE)
    actual = reached.text if reached is not None else ""
    printed, given = row.indicator.printed, plain(row.points or Decimal(0))
    target = f"{printed.type if len(printed.type) == 1 else ''}{printed.value}{printed.unit}"
    zh = f"目标 {target}，实际 {actual}，{'达到了目标，却评 0 分' if attained else f'没有达到目标，却评满分 {given} 分'}"
    en = f"{given} points although the target was {'met' if attained else 'missed'}"
    name = row.indicator.name.value
    yield answer.span, Message(f"“{name}”{zh}", f"{name}: {en}")


def _from_nothing(row: ScoredRow, catalog: Catalog) -> Iterator[Place]:
    """A change was asked against nothing last year."""
    if (
        row.exact is not None
        or row.actual.number(Reported.VALUE) is None
        or row.actual.number(Reported.LAST_YEAR) != 0
    ):
        return
    if (
        outside(row, catalog) is not None and Reported.POINTS in row.actual.answers
    ):  # told of its points already
        return
    name = row.indicator.name.value
    yield (
        row.actual.places.get(Reported.LAST_YEAR, row.actual.span),
        Message(
            f"“{name}”的上年实际数是 0，变动率算不出来", f"{name} was 0 last year, there is no change rate"
        ),
    )


def _reason(row: ScoredRow) -> Iterator[Place]:
    if row.exact is None or row.score is None or row.exact >= Fraction(row.score):
        return
    if row.actual.word(Reported.REASON):
        return
    name = row.indicator.name.value
    yield (
        row.actual.places.get(Reported.REASON, row.actual.span),
        Message(
            f"“{name}”：{row.derivation}，满分 {plain(row.score)} 分，没有写偏差原因",
            f"{name} lost points, no reason is given",
        ),
    )


def _explanation(row: ScoredRow, threshold: Decimal | None) -> Iterator[Place]:
    if row.exact is None or is_doubtful(row):
        return
    target, value = row.indicator.target, row.actual.number(Reported.VALUE)
    if threshold is None or not isinstance(target, QuantityTarget) or value is None or target.amount <= 0:
        return
    if row.indicator.direction is not Direction.ASCENDING or row.actual.word(Reported.EXPLANATION):
        return
    share = Fraction(value) / Fraction(target.amount)
    if share * 100 < Fraction(threshold):
        return
    yield (
        row.actual.places.get(Reported.EXPLANATION, row.actual.span),
        Message(
            f"“{row.indicator.name.value}”完成了目标的 {percentage(share)}，没有写超额完成说明",
            f"{row.indicator.name.value} reached {percentage(share)} of its target without a word",
        ),
    )
