"""From a rule under its indicator to its score function."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from goaldsl.diagnostics import Message
from goaldsl.model.rule import (
    Award,
    Bands,
    Basis,
    BasisKind,
    Checklist,
    Deduct,
    Grade,
    Interpolation,
    Judged,
    Manual,
    Pass,
    Points,
    Ratio,
    Rule,
    Term,
)
from goaldsl.model.target import (
    DeadlineTarget,
    Direction,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
)
from goaldsl.scoring.function import drawing
from goaldsl.scoring.function.asking import UnsaidError, scale
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.drawing import Amounts
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.score import Counted, ScoreFunction, Uncomputable
from goaldsl.scoring.function.table import NO, YES, PointTable, Range, exactly
from goaldsl.scoring.points import resolve
from goaldsl.scoring.quantity import asked
from goaldsl.scoring.resolution import judged_grades
from goaldsl.scoring.subject import Subject, Units, packaged_unit

_ZERO = Fraction(0)
_BY_HAND = Message("要由人评判，算不出来", "a person must apply it; nothing computes it")
_NO_POINTS = Message("没有分值，算不出得分", "without points there is no score")

_OF_THE_VALUE = (BasisKind.ACTUAL, BasisKind.ATTAINMENT, BasisKind.DEVIATION, BasisKind.CHANGE)

_ONE_SIDED = (Ratio, Pass, Deduct, Award)

Part = Counted | ScoreFunction


def lower(rule: Rule, subject: Subject, unit: Units = packaged_unit) -> ScoreFunction | Uncomputable:
    """The function that `rule` states under its indicator, or why there is none."""
    by_hand = [term for term in rule.terms if isinstance(term.shape, Manual)]
    if by_hand:
        rest = tuple(term for term in rule.terms if term not in by_hand)
        computed = lower(replace(rule, terms=rest), subject, unit) if rest else None
        known = computed if isinstance(computed, ScoreFunction) else None
        return Uncomputable(_BY_HAND, known)
    if subject.score is None:
        return Uncomputable(_NO_POINTS)
    try:
        return _Lowering(rule, subject, unit).function()
    except UnsaidError as unsaid:
        return Uncomputable(unsaid.message)


class _Lowering:
    """One rule on its way."""

    def __init__(self, rule: Rule, subject: Subject, unit: Units) -> None:
        assert subject.score is not None
        self.rule, self.subject, self.unit = rule, subject, unit
        self.full = Fraction(subject.score)
        modifiers = rule.modifiers
        base = self.full if modifiers.base is None else self.value(modifiers.base)
        rest = _ZERO if modifiers.otherwise is None else self.value(modifiers.otherwise)
        self.amounts = Amounts(self.value, base, rest, modifiers)
        self.undecided = subject.direction is Direction.UNDECIDED

    def value(self, points: Points) -> Fraction:
        value = resolve(points, self.subject.score)
        if value is None:
            raise UnsaidError("分数", "an amount of points")
        return value

    def function(self) -> ScoreFunction:
        modifiers = self.rule.modifiers
        deductions = [term for term in self.rule.terms if isinstance(term.shape, Deduct)]
        only_deducts = len(deductions) == len(self.rule.terms)
        lost = [self.term(term) for term in deductions]
        gained = [
            part
            for term in self.rule.terms
            if not isinstance(term.shape, Deduct)
            for part in self.parts(term)
        ]
        if modifiers.bonus is not None:
            gained.append(self.bonus())
        capped = None if modifiers.cap is None else -self.value(modifiers.cap)
        start = self.amounts.full if only_deducts else _ZERO
        bounds = (None if modifiers.signed else _ZERO, self.full if modifiers.bonus is None else None)
        if only_deducts and len(lost) > 1 and not modifiers.signed:
            lost = [_at_most(term, start) for term in lost]
        parts = _merged([*gained, *self.capped(lost, capped)])
        return ScoreFunction(tuple(parts), self.full, start, *bounds)

    def capped(self, lost: list[Counted], cap: Fraction | None) -> list[Part]:
        """Deductions that together take no more than `cap`."""
        parts = _merged(list(lost))
        if cap is None or not parts:
            return parts
        together = ScoreFunction(tuple(parts), self.full, low=cap)
        alone = together.only
        return [together] if alone is None else [alone]

    def bonus(self) -> Counted:
        extra = self.rule.modifiers.bonus
        assert extra is not None
        first = self.rule.terms[0]
        where = scale(Term(Award(extra.points, extra.step), first.basis), self.subject, self.unit)
        return self.over(
            where.question, drawing.bonus(extra, where, self.amounts), where.factor, where.offset
        )

    def parts(self, term: Term) -> list[Part]:
        if isinstance(term.shape, Checklist):
            return [self.item(entry.text, self.value(entry.points)) for entry in term.shape.items]
        return [self.term(term)]

    def term(self, term: Term) -> Counted:
        shape = term.shape
        if isinstance(shape, Grade | Judged):
            return self.choice(shape)
        if isinstance(shape, Pass) and term.basis == Basis() and self.by_word():
            return self.yes_or_no(shape)
        if self.undecided and term.basis.kind in _OF_THE_VALUE and isinstance(shape, _ONE_SIDED):
            raise UnsaidError("越多越好还是越少越好", "which way is better")
        where = scale(term, self.subject, self.unit)
        match shape:
            case Ratio():
                curve = drawing.ratio(shape, where, self.amounts)
            case Pass(otherwise=otherwise):
                other = self.amounts.rest if otherwise is None else self.value(otherwise)
                curve = drawing.passed(other, where, self.amounts)
            case Deduct():
                curve = drawing.deduction(shape, where, self.amounts)
            case Award():
                curve = drawing.award(shape, where, self.amounts)
            case Bands():
                curve = drawing.bands(shape, where, self.amounts)
            case Interpolation():
                curve = drawing.interpolation(shape, where, self.amounts)
            case _:
                raise UnsaidError("怎样计分", "how to score")
        return self.over(where.question, curve, where.factor, where.offset)

    def over(self, question: Question, curve: Curve, factor: Fraction, offset: Fraction) -> Counted:
        """The term over the values that can occur."""
        if factor != 1 or offset != 0:
            curve = curve.scaled(factor, offset)
        return Counted(question, curve.within(question.domain))

    def by_word(self) -> bool:
        """Whether the target is no number and no date, so that somebody says whether it is met."""
        return not isinstance(
            self.subject.target, QuantityTarget | RangeTarget | DeadlineTarget | PeriodTarget
        )

    def yes_or_no(self, shape: Pass) -> Counted:
        target = self.subject.target
        name = target.word if isinstance(target, QualityTarget) else self.subject.name
        other = self.amounts.rest if shape.otherwise is None else self.value(shape.otherwise)
        table = PointTable(((YES, exactly(self.amounts.full)), (NO, exactly(other))), exactly(other))
        return Counted(Question(Asked.ITEM, name), table)

    def item(self, text: str, points: Fraction) -> Counted:
        table = PointTable(((YES, exactly(points)), (NO, exactly(_ZERO))), exactly(_ZERO))
        return Counted(Question(Asked.ITEM, text), table)

    def choice(self, shape: Grade | Judged) -> Counted:
        question = Question(Asked.GRADE, asked(Basis(), self.subject).name)
        if isinstance(shape, Grade):
            entries = tuple((grade.word, exactly(self.value(grade.points))) for grade in shape.grades)
            return Counted(question, PointTable(entries, exactly(self.amounts.rest)))
        grades = judged_grades(shape, self.subject.score)
        ranges = [(grade.word, self.value(grade.low), self.value(grade.high)) for grade in grades]
        # the points that divide two neighbouring grades belong to the upper one
        lows = {low for _, low, _ in ranges}
        entries = tuple((word, Range(low, high, low < high and high in lows)) for word, low, high in ranges)
        return Counted(question, PointTable(entries, exactly(self.amounts.rest)))


def _at_most(term: Counted, points: Fraction) -> Counted:
    """A deduction that ends where it has taken everything: what it takes beyond never shows."""
    assert isinstance(term.values, Curve)
    return Counted(term.question, term.values.clamped(-points, None))


def _merged(parts: list[Part]) -> list[Part]:
    """Terms of the same quantity made one, where their sum is a curve."""
    merged: list[Part] = []
    for part in parts:
        place, combined = next(
            ((at, both) for at, other in enumerate(merged) if (both := _sum(other, part)) is not None),
            (0, None),
        )
        if combined is None:
            merged.append(part)
        else:
            merged[place] = combined
    return merged


def _sum(one: Part, other: Part) -> Counted | None:
    if not isinstance(one, Counted) or not isinstance(other, Counted):
        return None
    if one.question != other.question:
        return None
    if not isinstance(one.values, Curve) or not isinstance(other.values, Curve):
        return None
    curve = one.values.plus(other.values)
    return None if curve is None else Counted(one.question, curve)
