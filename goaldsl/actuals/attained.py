"""Whether the target was met, as far as what was filled in says so, whatever the rule of the row."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from goaldsl.actuals.force import InForce
from goaldsl.actuals.questions import NOT_DONE, NOT_MET
from goaldsl.catalog import folded
from goaldsl.model.actuals import Actual, Answer, Reported
from goaldsl.model.rule import Pass, Rule, Term
from goaldsl.model.target import QualityTarget, QuantityTarget, RangeTarget
from goaldsl.scoring.function import question as function
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.score import ScoreFunction

_NOT = frozenset({NOT_DONE, NOT_MET})
_PASS = Rule((Term(Pass()),))


def met(force: InForce, actual: Actual) -> bool | None:
    """Whether the target is met; None where target or actual leave it open."""
    if _NOT & {actual.word(Reported.VALUE), actual.word(Reported.DATE)}:
        return False
    target = force.subject.target
    if isinstance(target, QualityTarget):
        return True if target.word and folded(actual.word(Reported.VALUE)) == folded(target.word) else None
    whole = lower(_PASS, force.subject, force.units)
    if not isinstance(whole, ScoreFunction) or not whole.full:
        return None
    (question,) = whole.questions
    answer = _reached(question, actual)
    return None if answer is None else whole.points({question: answer}).low == whole.full


def earns_all(force: InForce, actual: Actual) -> bool:
    """财预〔2020〕10号: a number that reaches its target gets all points, where no rule or sentence says otherwise."""
    numeric = isinstance(force.subject.target, QuantityTarget | RangeTarget)
    return force.default and force.function is None and numeric and met(force, actual) is True


def answered(force: InForce, answers: Mapping[str, Answer]) -> bool:
    """Whether nobody needs to give the points any more."""
    return earns_all(force, Actual(answers))


def left_open(force: InForce, word: str) -> bool:
    """Whether the sentence does not say what 未达到 earns: then a person does, below the least of its grades."""
    return force.unsaid and word == NOT_MET


def _reached(question: function.Question, actual: Actual) -> Fraction | None:
    match question.asked:
        case function.Asked.AMOUNT:
            value = actual.number(Reported.VALUE)
            return None if value is None else Fraction(value)
        case function.Asked.DATE:
            day = actual.day()
            return None if day is None or question.day is None else Fraction((day - question.day).days)
        case _:
            return None
