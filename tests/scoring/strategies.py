"""Arbitrary rules and indicators for the laws of scoring (Hypothesis)."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.diagnostics import Severity
from goaldsl.model.place import NOWHERE
from goaldsl.model.rule import (
    Award,
    Band,
    Bands,
    Basis,
    BasisKind,
    Bonus,
    Checklist,
    ChecklistItem,
    Deduct,
    Grade,
    GradePoints,
    Interpolation,
    Judged,
    JudgedGrade,
    Manual,
    Modifiers,
    Node,
    Pass,
    Points,
    PointsKind,
    Ratio,
    ReverseConvention,
    Rule,
    Shape,
    Step,
    StepDirection,
    StepRounding,
    Term,
)
from goaldsl.model.target import (
    CalendarDate,
    DeadlineTarget,
    Direction,
    Operator,
    Precision,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
)
from goaldsl.scoring.subject import Subject
from goaldsl.scoring.validity import examine

WORDS = ("效果明显", "效果良好", "效果一般", "优", "良", "有专人负责", "制度健全", "甲乙", "丙")
UNITS = (None, "%", "‰", "个百分点", "篇", "次", "万元", "天", "个月", "工作日")

words = st.sampled_from(WORDS)
units = st.sampled_from(UNITS)
numbers = st.decimals(min_value=0, max_value=1000, places=2)
shares = st.integers(1, 120).map(lambda percent: Decimal(percent) / 100)
plain_points = numbers.map(lambda amount: Points(PointsKind.POINTS, amount))
percent_points = st.integers(0, 100).map(lambda amount: Points(PointsKind.PERCENT, Decimal(amount)))
fraction_points = st.tuples(st.integers(1, 9), st.integers(1, 9)).map(
    lambda pair: Points(PointsKind.FRACTION, Decimal(pair[0]), Decimal(pair[1]))
)
less_points = numbers.map(lambda amount: Points(PointsKind.LESS, amount))
full_points = st.just(Points(PointsKind.FULL))
negative_points = numbers.map(lambda amount: Points(PointsKind.POINTS, -amount))
points = st.one_of(plain_points, percent_points, fraction_points, less_points, full_points, negative_points)
maybe_points = st.none() | points

sides = st.none() | st.sampled_from(StepDirection)
unit_steps = st.builds(Step, numbers, units, st.just(False), sides)
share_steps = st.builds(Step, numbers, st.just("%"), st.just(True), st.none())
# 每超目标值的10% can be written of a deduction only
sided_share_steps = st.builds(Step, numbers, st.just("%"), st.just(True), sides)
steps = unit_steps | share_steps
deduct_steps = unit_steps | sided_share_steps


def _some(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, min_size=1, max_size=4).map(tuple)


judged_points = plain_points | percent_points
shapes: st.SearchStrategy[Shape] = st.one_of(
    st.builds(Ratio, st.none() | shares, st.none() | shares, st.none() | shares),
    st.builds(Pass, maybe_points),
    st.builds(Deduct, points, deduct_steps),
    st.builds(Award, points, steps, maybe_points),
    st.builds(Grade, _some(st.builds(GradePoints, words, points))),
    st.builds(
        Bands, _some(st.builds(Band, st.sampled_from((">=", ">", "<=", "<", "=")), numbers, units, points))
    ),
    st.builds(Interpolation, _some(st.builds(Node, numbers, units, points))),
    st.builds(Checklist, _some(st.builds(ChecklistItem, words, points))),
    st.builds(Judged, st.just(()) | _some(st.builds(JudgedGrade, words, judged_points, judged_points))),
)
bases = st.one_of(
    st.just(Basis()),
    st.sampled_from([kind for kind in BasisKind if kind not in (BasisKind.ACTUAL, BasisKind.COUNT)]).map(
        Basis
    ),
    st.sampled_from(("投诉", "重大事故")).map(lambda word: Basis(BasisKind.COUNT, word)),
)
terms = st.builds(Term, shapes, bases)
manual_terms = st.sampled_from(("未达指标值酌情扣分", "由评审组评议")).map(lambda text: Term(Manual(text)))

_tolerances = st.one_of(
    st.just((None, None)),
    shares.map(lambda share: (share, "%")),
    st.tuples(numbers, st.sampled_from((None, "篇", "天"))),
)


@st.composite
def modifiers(draw: st.DrawFn) -> Modifiers:
    """Modifiers, most often none."""
    if draw(st.booleans()):
        return Modifiers()
    tolerance, unit = draw(_tolerances)
    return Modifiers(
        tolerance=tolerance,
        tolerance_unit=unit,
        cap=draw(maybe_points),
        base=draw(maybe_points),
        bonus=draw(st.none() | st.builds(Bonus, points, steps, maybe_points)),
        steps=draw(st.none() | st.sampled_from(StepRounding)),
        signed=draw(st.booleans()),
        otherwise=draw(maybe_points),
        reverse=draw(st.none() | st.sampled_from(ReverseConvention)),
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule that the language can write, sensible or not."""
    listed = draw(st.lists(terms, min_size=1, max_size=3))
    whole = draw(modifiers())
    # 最多 and 否则 belong to the shape where it can take them
    takes_cap = all(isinstance(term.shape, Award) and term.shape.cap is None for term in listed)
    takes_else = all(isinstance(term.shape, Pass) and term.shape.otherwise is None for term in listed)
    takes_either = all(
        isinstance(term.shape, Award | Pass) and _open_end(term.shape) is None for term in listed
    )
    if takes_cap or takes_else or takes_either:
        whole = Modifiers(signed=whole.signed, steps=whole.steps, base=whole.base)
    if draw(st.integers(0, 5)) == 5:
        listed.append(draw(manual_terms))
    return Rule(tuple(listed), whole)


def _open_end(shape: Award | Pass) -> Points | None:
    return shape.cap if isinstance(shape, Award) else shape.otherwise


@st.composite
def quantities(draw: st.DrawFn) -> QuantityTarget:
    """≥ 3 篇, = 100 %, ≤ 814.87 万元."""
    amount, word = draw(numbers), draw(units)
    unit = load().unit(word) if word else None
    return QuantityTarget(draw(st.sampled_from(Operator)), amount, str(amount), unit)


_deadline = DeadlineTarget(
    CalendarDate(datetime.date(2026, 12, 31), Precision.DAY, "2026年12月31日"), "2026年12月31日前"
)
targets: st.SearchStrategy[Target | None] = st.one_of(
    quantities(),
    st.just(RangeTarget(Decimal(90), Decimal(110), "90～110", load().unit("%"))),
    st.just(_deadline),
    words.map(QualityTarget),
    st.none(),
)


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    """An indicator under which a rule may stand."""
    target = draw(targets)
    score = draw(st.none() | st.decimals(min_value="0.5", max_value=40, places=1))
    name = draw(st.sampled_from(("调研报告完成篇数", "下级党委满意度", "部门预算支出金额")))
    return Subject(name, target, score, _direction(target, draw(st.booleans())))


def _direction(target: Target | None, cost: bool) -> Direction:
    match target:
        case QuantityTarget(operator=Operator.AT_LEAST | Operator.MORE):
            return Direction.ASCENDING
        case QuantityTarget(operator=Operator.AT_MOST | Operator.LESS) | DeadlineTarget():
            return Direction.DESCENDING
        case QuantityTarget(operator=Operator.EXACTLY) | RangeTarget():
            return Direction.BOTH
        case QuantityTarget(amount=amount) if cost or amount == 0:
            return Direction.DESCENDING
        case _:
            return Direction.ASCENDING


def is_valid(rule: Rule, subject: Subject) -> bool:
    """Whether nothing is certainly wrong with the rule under this indicator."""
    findings = examine(rule, subject, NOWHERE)
    return not any(finding.code.severities.frozen is Severity.ERROR for finding in findings)
