"""任何规则的得分函数都守的规矩。"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from goaldsl.model.rule import Rule
from goaldsl.model.target import Direction
from goaldsl.scoring.function.analysis import drop, full_stretch, jumps
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.order import Verdict, compare, curves
from goaldsl.scoring.function.question import Question
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.subject import Subject
from tests.scoring.function.answers import amounts, answer, functions, only_curve
from tests.scoring.strategies import rules, subjects


def _lowered(pair: tuple[Rule, Subject]) -> ScoreFunction | None:
    found = lower(*pair)
    return found if isinstance(found, ScoreFunction) else None


arbitrary = st.tuples(rules(), subjects()).map(_lowered).filter(lambda found: found is not None)
_LAWS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


@given(st.one_of(functions(), arbitrary), st.data())
@_LAWS
def test_scores_stay_within_bounds(found: ScoreFunction, data: st.DataObject) -> None:
    """得分不出函数自己说的上下限；没有写可倒扣、加分的，不少于 0，不多于分值。"""
    answers = {question: answer(data.draw, question) for question in found.questions}
    points = found.points(answers)
    assert points.low <= points.high
    assert found.low is None or points.low >= 0
    assert found.high is None or points.high <= found.full
    highest, lowest = found.highest(), found.lowest()
    assert highest is None or points.high <= highest
    assert lowest is None or lowest <= points.low


@given(functions(), st.lists(amounts, min_size=2, max_size=12))
@_LAWS
def test_extremes_hold_everywhere(found: ScoreFunction, samples: list[Fraction]) -> None:
    """最高分、最低分、回落和满分段，逐点对照都对。"""
    curve, term = only_curve(found)
    question = term.question
    inside = [x for x in samples if x in curve.domain]
    for x in inside:
        assert curve.least.value is None or curve.least.value <= curve.at(x)
        assert curve.greatest.value is None or curve.at(x) <= curve.greatest.value
    for stretch, _ in full_stretch(curve, question, found.full):
        assert all(curve.at(x) >= found.full for x in inside if x in stretch)
    for jump in jumps(curve, question):
        assert jump.near != jump.far
    _falls_only_where_said(curve, question, inside)


def _falls_only_where_said(curve: Curve, question: Question, inside: list[Fraction]) -> None:
    fallen = drop(curve, question)
    if fallen is not None:
        assert curve.at(fallen[0].x) == fallen[0].points > fallen[1].points == curve.at(fallen[1].x)
    elif question.direction is not Direction.BOTH and question.grain is None:
        ordered = [curve.at(x) for x in sorted(inside)]
        assert ordered == sorted(ordered, reverse=question.direction is Direction.DESCENDING)


_curves = functions().map(lambda found: only_curve(found)[0])


@given(_curves, _curves, st.lists(amounts, min_size=2, max_size=12))
@settings(max_examples=100, deadline=None)
def test_order_is_what_every_value_shows(one: Curve, other: Curve, samples: list[Fraction]) -> None:
    """甲比乙松，乙就比甲严；说松的，没有一处更严；说到的实际值，得分确实不同。"""
    order, turned = curves(one, other), curves(other, one)
    opposite = {Verdict.LESS: Verdict.GREATER, Verdict.GREATER: Verdict.LESS}
    assert turned.verdict is opposite.get(order.verdict, order.verdict)
    if isinstance(order.less, Fraction):
        assert one.at(order.less) < other.at(order.less)
    if isinstance(order.more, Fraction):
        assert one.at(order.more) > other.at(order.more)
    for x in samples:
        if x in one.domain and x in other.domain and order.verdict is not Verdict.UNKNOWN:
            difference = one.at(x) - other.at(x)
            assert difference >= 0 or order.verdict in (Verdict.LESS, Verdict.INCOMPARABLE)
            assert difference <= 0 or order.verdict in (Verdict.GREATER, Verdict.INCOMPARABLE)


@given(_curves, _curves, _curves)
@settings(max_examples=100, deadline=None)
def test_order_is_transitive(one: Curve, two: Curve, three: Curve) -> None:
    """甲不比乙松，乙不比丙松，甲就不比丙松。"""
    assume(one.domain == two.domain == three.domain)
    not_more = (Verdict.LESS, Verdict.EQUAL)
    if curves(one, two).verdict in not_more and curves(two, three).verdict in not_more:
        assert curves(one, three).verdict in (*not_more, Verdict.UNKNOWN)


@given(st.one_of(functions(), arbitrary))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_function_equals_itself(found: ScoreFunction) -> None:
    """自己和自己比，一样。"""
    assert compare(found, found).verdict is Verdict.EQUAL
