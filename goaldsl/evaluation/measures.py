"""An actual value against its target, in words: 92%, 92% 比 95% 低 3 个百分点, 满 2 个 10 天."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from goaldsl.actuals.force import InForce
from goaldsl.evaluation.answers import Answers
from goaldsl.evaluation.rounding import shown
from goaldsl.model.rule import BasisKind, Step, StepRounding, Term
from goaldsl.model.unit import Unit
from goaldsl.scoring.function.asking import Scale, UnsaidError, scale
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.steps import EvenSteps
from goaldsl.scoring.points import plain

_PERCENT = Fraction(1, 100)
_POINTS = "个百分点"


@dataclass(frozen=True, slots=True)
class Measure:
    """An answer on the scale of a term; `x` and the target are in `unit`."""

    x: Fraction
    scale: Scale
    basis: BasisKind

    @property
    def met(self) -> bool:
        return self.x in self.scale.met

    @property
    def target(self) -> Fraction | None:
        """The target as one number: the side that counts."""
        return self.scale.low if self.scale.low is not None else self.scale.high

    @property
    def descending(self) -> bool:
        return self.scale.low is None

    @property
    def unit(self) -> Unit | None:
        quantity = self.scale.quantity
        return self.scale.question.unit if quantity.unit is None else quantity.unit

    @property
    def percent(self) -> bool:
        return self.unit is not None and self.unit.dimension == "rate" and self.unit.scale == _PERCENT

    def amount(self, value: Fraction) -> str:
        """A number with its unit: 92%, 3 篇."""
        unit = self.unit
        if unit is None:
            return shown(value)
        return f"{shown(value)}%" if self.percent else f"{shown(value)} {unit.symbol}"

    @property
    def said(self) -> str:
        """The answer: 92%; 完成率 80%; 逾期 12 天."""
        match self.scale.question.asked:
            case Asked.DATE | Asked.LATENESS:
                return f"逾期 {self.amount(self.x)}" if self.x > 0 else "按期完成"
            case Asked.COUNT:
                return f"{self.scale.question.name} {self.amount(self.x)}"
        plainly = self.basis is BasisKind.ACTUAL
        return self.amount(self.x) if plainly else f"{self.scale.quantity.name} {self.amount(self.x)}"

    @property
    def against(self) -> str:
        """That the target is met."""
        return self.said if self.scale.question.asked is Asked.DATE else f"{self.said}，达到目标"

    @property
    def difference(self) -> str:
        """By how much the target is missed."""
        if self.scale.question.asked in (Asked.DATE, Asked.LATENESS, Asked.COUNT):
            return self.said
        low, high = self.scale.low, self.scale.high
        if low is not None and self.x < low:
            return f"{self.said} 比 {self.amount(low)} {self._less} {self._distance(low - self.x)}"
        if high is not None and self.x > high:
            return f"{self.said} 比 {self.amount(high)} {self._more} {self._distance(self.x - high)}"
        return f"{self.said}，没有达到目标"

    def _distance(self, value: Fraction) -> str:
        return f"{shown(value)} {_POINTS}" if self.percent else self.amount(value)

    @property
    def _less(self) -> str:
        return "低" if self.percent else "少"

    @property
    def _more(self) -> str:
        return "高" if self.percent else "多"

    def limit(self, value: Fraction, word: str | None) -> Fraction | None:
        """A limit of the rule on this scale."""
        try:
            return self.scale.amount(value, word)
        except UnsaidError:
            return None

    def steps(self, step: Step, rounding: StepRounding | None) -> tuple[Fraction, bool] | None:
        """How many steps count, and whether they come out even."""
        low, high = self.scale.low, self.scale.high
        below = low is not None and self.x < low
        origin = low if below else high
        return self._count(step, rounding, Fraction(0) if origin is None else origin, -1 if below else 1)

    def steps_from_zero(self, step: Step, rounding: StepRounding | None) -> tuple[Fraction, bool] | None:
        """How many steps lie between nothing and the answer."""
        return self._count(step, rounding, Fraction(0), 1)

    def _count(
        self, step: Step, rounding: StepRounding | None, origin: Fraction, side: int
    ) -> tuple[Fraction, bool] | None:
        try:
            stairs = self.scale.steps(step, origin, side)
        except UnsaidError:
            return None
        full, begun = stairs.full(self.x), stairs.begun(self.x)
        if rounding is StepRounding.PRO_RATA:
            if not isinstance(stairs, EvenSteps):
                return None
            return side * (self.x - origin) / stairs.length, True
        return Fraction(begun if rounding is StepRounding.STARTED else full), full == begun

    def steps_said(self, count: Fraction, step: Step) -> str:
        """So many steps: 2 个 10 天, 3 个月, 2 个目标的 10%."""
        one = self.step(step)
        if step.amount == 1 and not self._share(step):
            return f"{shown(count)}{one[1:]}"
        return f"{shown(count)} 个{'' if self._share(step) else ' '}{one}"

    def same_unit(self, step: Step) -> bool:
        """Whether a step is said in the unit of the answer."""
        return self.percent or step.unit is None or (self.unit is not None and step.unit == self.unit.symbol)

    def _share(self, step: Step) -> bool:
        return step.of_target or (step.unit == "%" and not self.percent)

    def step(self, step: Step) -> str:
        """One step in words: 10 天, 1 个百分点, 目标的 10%."""
        if self._share(step):
            return f"目标的 {plain(step.amount)}%"
        if self.percent:
            return f"{plain(step.amount)} {_POINTS}"
        word = step.unit or (self.unit.symbol if self.unit else "")
        return f"{plain(step.amount)} {word}".strip()


def measured(term: Term, force: InForce, known: Answers) -> Measure | None:
    """The answer to a term's question on its scale; None where the term asks for no quantity."""
    try:
        where = scale(term, force.subject, force.units)
    except UnsaidError:
        return None
    answer = known.get(where.question)
    if answer is None or isinstance(answer, str):
        return None
    return Measure(where.factor * answer + where.offset, where, term.basis.kind)
