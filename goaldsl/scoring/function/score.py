"""The score as a function: the sum of terms, each of one question, kept within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.scoring.function.curve import Curve
from goaldsl.scoring.function.question import Question
from goaldsl.scoring.function.table import PointTable, Range, exactly

Answer = Fraction | str
"""A number for a quantity (days after the deadline for a date), a word for a choice."""

_NOTHING = exactly(Fraction(0))


@dataclass(frozen=True, slots=True)
class Counted:
    """What the answer to one question gives, or takes where it is negative."""

    question: Question
    values: Curve | PointTable

    def points(self, answers: Mapping[Question, Answer]) -> Range:
        answer = answers[self.question]
        if isinstance(self.values, PointTable):
            return self.values.at(str(answer))
        return exactly(self.values.at(Fraction(answer)))

    def highest(self) -> Fraction | None:
        """The upper bound; None without end."""
        return self.values.greatest if isinstance(self.values, PointTable) else self.values.greatest.value

    def lowest(self) -> Fraction | None:
        return self.values.least if isinstance(self.values, PointTable) else self.values.least.value


@dataclass(frozen=True, slots=True)
class ScoreFunction:
    """The sum of `parts` and `start`, never below `low`, never above `high` (None: without bound).

    A part may itself be a bounded sum: several deductions of at most N points together.
    """

    parts: tuple[Counted | ScoreFunction, ...]
    full: Fraction
    start: Fraction = Fraction(0)
    low: Fraction | None = Fraction(0)
    high: Fraction | None = None

    @property
    def terms(self) -> tuple[Counted, ...]:
        """Every term, however deep."""
        return tuple(self._terms())

    def _terms(self) -> Iterator[Counted]:
        for part in self.parts:
            if isinstance(part, Counted):
                yield part
            else:
                yield from part.terms

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked, each once."""
        return tuple(dict.fromkeys(term.question for term in self.terms))

    def points(self, answers: Mapping[Question, Answer]) -> Range:
        """The score for these answers; a range where a person picks."""
        whole = exactly(self.start)
        for part in self.parts:
            whole = whole.plus(part.points(answers))
        return whole.clamped(self.low, self.high)

    def highest(self) -> Fraction | None:
        """No answers give more; None without end."""
        return self._bounded([part.highest() for part in self.parts], self.high)

    def lowest(self) -> Fraction | None:
        """No answers give less."""
        return self._bounded([part.lowest() for part in self.parts], self.low)

    def _bounded(self, bounds: list[Fraction | None], end: Fraction | None) -> Fraction | None:
        known = [bound for bound in bounds if bound is not None]
        if len(known) < len(bounds):
            return end
        return exactly(sum(known, self.start)).clamped(self.low, self.high).low

    @property
    def only(self) -> Counted | None:
        """The one term of a function that asks one question, with start and bounds worked into it."""
        if len(self.parts) != 1 or not isinstance(self.parts[0], Counted):
            return None
        term = self.parts[0]
        if isinstance(term.values, Curve):
            return Counted(term.question, term.values.raised(self.start).clamped(self.low, self.high))
        start = exactly(self.start)

        def kept(points: Range) -> Range:
            return points.plus(start).clamped(self.low, self.high)

        entries = tuple((word, kept(points)) for word, points in term.values.entries)
        return Counted(term.question, PointTable(entries, kept(term.values.otherwise)))

    @property
    def as_written(self) -> ScoreFunction:
        """Without the upper bound: what the words of the rule give before they are kept to the points."""
        return replace(self, high=None)


@dataclass(frozen=True, slots=True)
class Uncomputable:
    """A rule that no function says. `rest`: what can be computed of it."""

    reason: Message
    rest: ScoreFunction | None = None
