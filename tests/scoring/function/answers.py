"""Functions of real indicators and arbitrary answers to what they ask."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Deduct,
    Interpolation,
    Modifiers,
    Node,
    Pass,
    Ratio,
    ReverseConvention,
    Rule,
    Step,
    StepRounding,
    Term,
)
from goaldsl.model.target import Direction, Operator, QuantityTarget
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.score import Answer, Counted, ScoreFunction
from goaldsl.scoring.function.table import NO, YES
from goaldsl.scoring.subject import Subject
from tests.scoring import strategies
from tests.scoring.indicators import read, subject
from tests.scoring.strategies import WORDS

amounts = st.fractions(min_value=-50, max_value=1200, max_denominator=12)


def function(line: str) -> ScoreFunction:
    """The function of an indicator as a department writes it."""
    indicator, _ = read(line)
    assert indicator.rule is not None
    found = lower(indicator.rule, subject(indicator), load().unit)
    assert isinstance(found, ScoreFunction), found
    return found


def curve(line: str) -> tuple[Curve, Question]:
    """Its curve, where it asks for one quantity."""
    term = function(line).only
    assert term is not None and isinstance(term.values, Curve)
    return term.values, term.question


def score(line: str, actual: int | str | Fraction) -> Fraction:
    """Its score for one actual value."""
    found = function(line)
    (question,) = found.questions
    answer: Answer = Fraction(actual) if question.asked not in (Asked.GRADE, Asked.ITEM) else str(actual)
    points = found.points({question: answer})
    assert points.exact
    return points.low


def answer(draw: Callable[[st.SearchStrategy[Any]], Any], question: Question) -> Answer:
    """Something that may be answered."""
    if question.asked is Asked.GRADE:
        return str(draw(st.sampled_from(WORDS)))
    if question.asked is Asked.ITEM:
        return str(draw(st.sampled_from((YES, NO))))
    amount: Fraction = draw(amounts)
    if question.domain.low is not None:
        amount = max(amount, question.domain.low)
    return amount if question.domain.high is None else min(amount, question.domain.high)


def only_curve(found: ScoreFunction) -> tuple[Curve, Counted]:
    """The curve of a function of one quantity."""
    term = found.only
    assert term is not None and isinstance(term.values, Curve)
    return term.values, term


_limits = st.integers(1, 200).map(Decimal)
_steps = st.builds(Step, st.integers(1, 40).map(Decimal), st.none() | st.just("%"))
_points = st.one_of(strategies.plain_points, strategies.percent_points, strategies.full_points)
_shares = st.none() | st.integers(1, 95).map(lambda percent: Decimal(percent) / 100)
_shapes = st.one_of(
    st.builds(Ratio, floor=_shares),
    st.builds(Ratio, cutoff=_shares, of=_shares),
    st.builds(Pass, st.none() | _points),
    st.builds(Deduct, _points, _steps),
    st.builds(Award, _points, _steps, st.none() | _points),
    st.lists(
        st.builds(Band, st.sampled_from((">=", ">", "<=", "<", "=")), _limits, st.none(), _points),
        min_size=1, max_size=4,
    ).map(lambda bands: Bands(tuple(bands))),
    st.lists(
        st.builds(Node, _limits, st.none(), _points), min_size=2, max_size=4, unique_by=lambda node: node.amount
    ).map(lambda nodes: Interpolation(tuple(nodes))),
)  # fmt: skip
_modifiers = st.builds(
    Modifiers,
    cap=st.none() | _points,
    base=st.none() | _points,
    steps=st.none() | st.sampled_from(StepRounding),
    signed=st.booleans(),
    otherwise=st.none() | _points,
    reverse=st.sampled_from(ReverseConvention),
)


@st.composite
def functions(draw: st.DrawFn) -> ScoreFunction:
    """Functions of one amount, of all shapes."""
    operator = draw(st.sampled_from(Operator))
    unit = load().unit(draw(st.sampled_from(("%", "篇", "平方米"))))
    target = QuantityTarget(operator, draw(_limits), "", unit)
    direction = {
        Operator.AT_MOST: Direction.DESCENDING,
        Operator.LESS: Direction.DESCENDING,
        Operator.EXACTLY: Direction.BOTH,
    }.get(operator, Direction.ASCENDING)
    subject = Subject("完成量", target, draw(st.integers(1, 30).map(Decimal)), direction)
    found = lower(Rule((Term(draw(_shapes)),), draw(_modifiers)), subject)
    assume(isinstance(found, ScoreFunction))
    assert isinstance(found, ScoreFunction)
    return found
