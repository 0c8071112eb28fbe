"""预算执行: 10 × executed / adjusted, rounded as every score is."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.evaluation.rounding import percentage
from goaldsl.model.actuals import Funds
from goaldsl.model.evaluation import Execution
from goaldsl.model.profile import Profile
from goaldsl.numbers import rounded
from goaldsl.scoring.points import plain


def execution(funds: Funds, profile: Profile) -> Execution:
    """What the execution of the budget earned; nothing is left over for spending more than granted."""
    score = profile.execution
    if funds.adjusted is None or funds.executed is None:
        return Execution(funds, score, None, None, None, "没有填全，算不出执行率")
    if funds.adjusted == 0:
        return Execution(funds, score, None, None, None, "全年预算数是 0，算不出执行率")
    rate = Fraction(funds.executed) / Fraction(funds.adjusted)
    exact = min(Fraction(score) * rate, Fraction(score))
    points = rounded(exact, profile.decimals)
    words = (
        f"执行率 {plain(funds.executed)} ÷ {plain(funds.adjusted)} = {percentage(rate)}，"
        f"{plain(score)} 分 × {percentage(rate)}，得 {plain(points)} 分"
    )
    return Execution(funds, score, rate, exact, points, words)
