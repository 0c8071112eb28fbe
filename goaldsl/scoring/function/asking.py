"""Which question a term asks, and how amounts in its words are measured on that question's scale."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.model.rule import Award, Basis, BasisKind, Deduct, Step, Term
from goaldsl.model.target import (
    DeadlineTarget,
    Direction,
    Operator,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
)
from goaldsl.model.unit import Unit
from goaldsl.scoring.function.interval import FIRST, LAST, Interval, after, before, closed
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.steps import CalendarSteps, EvenSteps
from goaldsl.scoring.quantity import (
    BASIS_NAMES,
    PERCENT,
    Quantity,
    asked,
    converts,
    is_late,
    is_share,
    length,
)
from goaldsl.scoring.subject import Subject, Units

_ZERO, _ONE, _DAY = Fraction(0), Fraction(1), Fraction(24)  # a day is 24 of its dimension's base unit
DAYS = Unit("天", "hours", _DAY)
MONTHS = Unit("个月", "months", _ONE)
_RELATIVE = (BasisKind.ATTAINMENT, BasisKind.DEVIATION)


class UnsaidError(Exception):
    """The rule leaves something open that a function needs."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Message(
            f"没有写明{zh}，算不出来", f"the rule does not say {en}, so nothing computes it"
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """A term's own scale: the quantity its amounts are measured in, and how it follows from the answer.

    x on this scale is factor * answer + offset (a 完成率 is 100 / T of the actual value).
    """

    question: Question
    quantity: Quantity
    unit: Units
    factor: Fraction = _ONE
    offset: Fraction = _ZERO
    low: Fraction | None = None
    high: Fraction | None = None
    domain: Interval = Interval()

    @property
    def met(self) -> Interval:
        """Where the target is met, on this scale."""
        where = self.question.met
        if where is None:
            return closed(self.low, self.high)
        start = FIRST if self.low is None else (after if where.start.after else before)(self.low)
        end = LAST if self.high is None else (after if where.end.after else before)(self.high)
        return Interval(start, end)

    def steps(self, step: Step, origin: Fraction, side: int) -> EvenSteps | CalendarSteps:
        """The steps that lead away from `origin`."""
        if self.question.unit in (DAYS, MONTHS) and self.quantity.time:
            return self._time_steps(step, origin, side)
        if step.amount <= 0:
            raise UnsaidError("步长大于 0", "a step above 0")
        if self.question.asked is Asked.COUNT:
            return EvenSteps(origin, Fraction(step.amount), side)
        measured = length(step, self.quantity, self.unit)
        if measured is None or measured <= 0:
            raise UnsaidError("步长与指标值怎样换算", "how the step converts to the target's unit")
        return EvenSteps(origin, measured, side)

    def _time_steps(self, step: Step, origin: Fraction, side: int) -> EvenSteps | CalendarSteps:
        length = self.time(Fraction(step.amount), step.unit)
        if step.amount <= 0:
            raise UnsaidError("步长大于 0", "a step above 0")
        if length is not None:
            return EvenSteps(origin, length, side)
        months = Fraction(step.amount) * self.unit(step.unit or "").scale
        if self.question.day is None or months.denominator != 1 or side < 0 or origin:
            raise UnsaidError("一步是几天", "how many days a step has")
        return CalendarSteps(self.question.day, int(months))

    def time(self, amount: Fraction, word: str | None) -> Fraction | None:
        """A length of time in the question's unit; None where it is months of the calendar."""
        unit = None if word is None else self.unit(word)
        if unit is None or unit.dimension not in ("hours", "months"):
            raise UnsaidError("按天、周还是月计", "whether days, weeks or months count")
        assert self.question.unit is not None
        if unit.dimension == self.question.unit.dimension:
            return amount * unit.scale / self.question.unit.scale
        if unit.dimension == "months" and self.question.day is not None:
            return None
        raise UnsaidError("天与月怎样换算", "how days convert to months")

    def amount(self, amount: Fraction, word: str | None) -> Fraction:
        """A limit or a node, on this scale."""
        if self.quantity.time:
            days = self.time(amount, word)
            if days is not None:
                return days
            months = amount * self.unit(word or "").scale
            if months.denominator != 1 or self.question.day is None:
                raise UnsaidError("一个月是几天", "how many days a month has")
            return CalendarSteps(self.question.day, 1).position(int(months))
        if is_share(word, self.quantity, self.unit):
            assert self.quantity.reference is not None
            return self.quantity.reference * amount * self.unit(word or "%").scale
        own = self.quantity.unit
        if word is None or own is None:
            return amount
        unit = self.unit(word)
        if not converts(unit, own):
            raise UnsaidError("界限与指标值怎样换算", "how a limit converts to the target's unit")
        return amount * unit.scale / own.scale


def scale(term: Term, subject: Subject, unit: Units) -> Scale:
    """The scale of a term that asks for a quantity."""
    quantity, target = asked(term.basis, subject), subject.target
    step = term.shape.step if isinstance(term.shape, Deduct | Award) else None
    if quantity.time or (step is not None and _is_another(term.basis, step, quantity, unit)):
        return _lateness(term.basis, subject, step, unit)
    if term.basis.kind is BasisKind.COUNT or not isinstance(target, QuantityTarget | RangeTarget):
        if term.basis.kind is not BasisKind.COUNT and (step is None or not isinstance(target, QualityTarget)):
            raise UnsaidError("可以比较的指标值", "a target to compare with")
        return _count(term.basis, subject, step, unit)
    question = _amount(quantity if term.basis.kind is BasisKind.ACTUAL else asked(Basis(), subject), target)
    if term.basis.kind is BasisKind.CHANGE and not asked(Basis(), subject).rate:
        question = Question(
            Asked.CHANGE, quantity.name, quantity.direction, PERCENT, met=closed(quantity.low, quantity.high),
            target=quantity.reference,
        )  # fmt: skip
    factor, offset = _ONE, _ZERO
    if term.basis.kind in _RELATIVE:
        if not isinstance(target, QuantityTarget) or target.amount <= 0:
            raise UnsaidError("大于 0 的指标值", "a target above 0")
        factor = 100 / Fraction(target.amount)
        offset = Fraction(-100 if term.basis.kind is BasisKind.DEVIATION else 0)
    return Scale(question, quantity, unit, factor, offset, quantity.low, quantity.high)


def _is_another(basis: Basis, step: Step, quantity: Quantity, unit: Units) -> bool:
    """Weeks late under a rate."""
    return basis.kind is BasisKind.ACTUAL and is_late(step, quantity, unit)


def _amount(quantity: Quantity, target: QuantityTarget | RangeTarget) -> Question:
    strict = isinstance(target, QuantityTarget) and target.sense in (Operator.MORE, Operator.LESS)
    met = closed(quantity.low, quantity.high)
    if strict and quantity.low is not None:
        met = Interval(after(quantity.low), met.end)
    if strict and quantity.high is not None:
        met = Interval(met.start, before(quantity.high))
    whole = quantity.unit is not None and quantity.unit.whole
    return Question(
        Asked.AMOUNT,
        quantity.name,
        quantity.direction,
        quantity.unit,
        closed(quantity.lowest, quantity.highest),
        1 / quantity.unit.scale if whole and quantity.unit is not None else None,
        met,
        quantity.reference,
    )


def _lateness(basis: Basis, subject: Subject, step: Step | None, unit: Units) -> Scale:
    """Days after the deadline where there is one; else how long after the planned time, in the step's scale."""
    target, quantity = subject.target, asked(Basis(BasisKind.LATE), subject)
    on_time = closed(None, _ZERO)
    if isinstance(target, DeadlineTarget | PeriodTarget):
        day = target.day.last if isinstance(target, DeadlineTarget) else target.end.last
        question = Question(
            Asked.DATE, subject.name, Direction.DESCENDING, DAYS, Interval(), _ONE, on_time, _ZERO, day
        )
    else:
        word = unit(step.unit) if step is not None and step.unit is not None else DAYS
        shown = MONTHS if word.dimension == "months" else DAYS
        name, domain = BASIS_NAMES[BasisKind.LATE], closed(_ZERO, None)
        question = Question(Asked.LATENESS, name, Direction.DESCENDING, shown, domain, None, on_time, _ZERO)
    return Scale(question, quantity, unit, high=_ZERO)


def _count(basis: Basis, subject: Subject, step: Step | None, unit: Units) -> Scale:
    """How often something occurred, or fell short of what the words of a target ask for."""
    counted = unit(step.unit) if step is not None and step.unit is not None else None
    if counted is not None and counted.dimension == "rate":
        raise UnsaidError("数的是什么", "what is counted")
    name = basis.word or subject.name
    question = Question(
        Asked.COUNT,
        name,
        Direction.DESCENDING,
        counted,
        closed(_ZERO, None),
        _ONE,
        closed(None, _ZERO),
        _ZERO,
    )
    quantity = asked(Basis(BasisKind.COUNT, basis.word or ""), subject)
    return Scale(question, quantity, unit, high=_ZERO)
