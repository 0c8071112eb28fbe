"""From what was filled in to what the score function asks for."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.model.actuals import Actual, Reported, count_key
from goaldsl.scoring.function import question as function
from goaldsl.scoring.function.score import Answer, ScoreFunction
from goaldsl.scoring.function.table import NO, YES

Answers = dict[function.Question, Answer]


def answers(whole: ScoreFunction, actual: Actual) -> Answers | None:
    """One answer for each question; None as long as one is open."""
    found: Answers = {}
    for question in whole.questions:
        answer = _answer(question, actual)
        if answer is None:
            return None
        found[question] = answer
    return found


def _answer(question: function.Question, actual: Actual) -> Answer | None:
    match question.asked:
        case function.Asked.AMOUNT:
            return _exact(actual, Reported.VALUE)
        case function.Asked.DATE:
            day = actual.day()
            return (
                Fraction((day - question.day).days) if day is not None and question.day is not None else None
            )
        case function.Asked.LATENESS:
            return _exact(actual, Reported.LATE)
        case function.Asked.CHANGE:
            return _change(actual)
        case function.Asked.COUNT:
            return _exact(actual, count_key(question.name))
        case function.Asked.GRADE:
            return actual.word(Reported.GRADE) or actual.word(Reported.VALUE) or None
        case function.Asked.ITEM:
            return _held(question.name, actual)


def exact_answer(question: function.Question, actual: Actual) -> Fraction | None:
    """The answer to a question of a quantity, None as long as it is open."""
    answer = _answer(question, actual)
    return answer if isinstance(answer, Fraction) else None


def _exact(actual: Actual, asked: str) -> Fraction | None:
    value = actual.number(asked)
    return None if value is None else Fraction(value)


def _change(actual: Actual) -> Fraction | None:
    """By how much the value differs from last year's, in percent."""
    now, before = _exact(actual, Reported.VALUE), _exact(actual, Reported.LAST_YEAR)
    return None if now is None or not before else (now - before) / before * 100


def _held(item: str, actual: Actual) -> str | None:
    answer = actual.answers.get(Reported.HELD)
    if answer is not None and isinstance(answer.value, tuple):
        return YES if item in answer.value else NO
    word = actual.word(Reported.VALUE)
    return None if not word else YES if word == item else NO
