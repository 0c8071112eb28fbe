"""What is asked of an indicator at the end of the year: as much as its rule needs and its form prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from goaldsl.actuals.force import InForce
from goaldsl.model.actuals import Reported, count_key
from goaldsl.model.rule import Basis
from goaldsl.model.target import DeadlineTarget, PeriodTarget, QualityTarget, QuantityTarget, RangeTarget
from goaldsl.model.unit import Unit, unit_word
from goaldsl.scoring.function import question as function
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.function.table import PointTable
from goaldsl.scoring.quantity import asked

NONE_HELD = "都没有"
NOT_MET = "未达到"
NOT_DONE = "未完成"


class Kind(StrEnum):
    """How an answer is written."""

    NUMBER = "number"
    DATE = "date"
    WORD = "word"  # one of `choices`
    LIST = "list"  # some of `choices`
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One thing that is asked. `key` is its name in the file, `alias` its English one."""

    asked: str
    key: str
    alias: str
    kind: Kind
    unit: Unit | None = None
    unit_text: str = ""
    choices: tuple[str, ...] = ()
    required: bool = True


REASON = FormQuestion(Reported.REASON, "偏差原因及改进措施", "reason", Kind.TEXT, required=False)
EXPLANATION = FormQuestion(Reported.EXPLANATION, "超额完成说明", "explanation", Kind.TEXT, required=False)
SCORE = FormQuestion(Reported.SCORE, "分值", "score", Kind.NUMBER, unit_text="分")
POINTS = FormQuestion(Reported.POINTS, "评定得分", "points", Kind.NUMBER, unit_text="分")
DATE = FormQuestion(Reported.DATE, "实际完成日期", "date", Kind.DATE)


def questions(force: InForce, *, has_score: bool, explain: bool) -> tuple[FormQuestion, ...]:
    """What is asked of an indicator, each thing once. `explain`: the scheme wants over-achievement explained."""
    found: dict[str, FormQuestion] = {}
    for question in _questions(force, has_score):
        found.setdefault(question.asked, question)
    if explain and isinstance(force.subject.target, QuantityTarget):
        found[EXPLANATION.asked] = EXPLANATION
    found.setdefault(POINTS.asked, replace(POINTS, required=False))  # computed; one that is given must agree
    found[REASON.asked] = REASON
    return tuple(found.values())


def _questions(force: InForce, has_score: bool) -> Iterator[FormQuestion]:
    if not has_score:
        yield SCORE
    if force.function is None:
        yield from _printed(force, required=True)
        yield POINTS
        return
    for question in force.function.questions:
        yield from _of_function(question, force, force.function)
    items = tuple(each.name for each in force.function.questions if each.asked is function.Asked.ITEM)
    target = force.subject.target
    if isinstance(target, QualityTarget) and items == (target.word,):
        yield FormQuestion(Reported.VALUE, "实际完成值", "actual", Kind.WORD, choices=(*items, NOT_MET))
    elif items:
        yield FormQuestion(Reported.HELD, "符合的项目", "held", Kind.LIST, choices=items)
    yield from _printed(force, required=False)


def _printed(force: InForce, *, required: bool) -> Iterator[FormQuestion]:
    """What the table prints as 实际完成值 in any case."""
    match force.subject.target:
        case QuantityTarget(unit=unit, unit_text=text) | RangeTarget(unit=unit, unit_text=text):
            yield FormQuestion(Reported.VALUE, "实际完成值", "actual", Kind.NUMBER, unit, unit_word(text))
        case DeadlineTarget() | PeriodTarget():
            yield DATE
        case _:
            yield FormQuestion(Reported.VALUE, "实际完成值", "actual", Kind.TEXT, required=required)


def _of_function(question: function.Question, force: InForce, whole: ScoreFunction) -> Iterator[FormQuestion]:
    match question.asked:
        case function.Asked.AMOUNT:
            yield from _printed(force, required=True)
        case function.Asked.DATE:
            yield DATE
        case function.Asked.LATENESS:
            unit = question.unit
            yield FormQuestion(
                Reported.LATE, "逾期时间", "late", Kind.NUMBER, unit, unit.symbol if unit else "天"
            )
        case function.Asked.CHANGE:
            yield from _change(force)
        case function.Asked.COUNT:
            unit = question.unit
            word = unit.symbol if unit else ""
            yield FormQuestion(
                count_key(question.name), f"{question.name}发生数", question.name, Kind.NUMBER, unit, word
            )
        case function.Asked.GRADE:
            words = grade_words(question, whole)
            if _judged(whole):
                yield FormQuestion(Reported.GRADE, "评判等级", "grade", Kind.WORD, choices=words)
                yield POINTS
            else:
                choices = words if _says_nothing(question, whole) else (*words, NOT_MET)
                yield FormQuestion(Reported.VALUE, "实际完成值", "actual", Kind.WORD, choices=choices)
        case function.Asked.ITEM:
            pass  # all items of a checklist are one question


def _change(force: InForce) -> Iterator[FormQuestion]:
    """A change rate needs last year's value, unless the indicator is itself one."""
    yield from _printed(force, required=True)
    target = force.subject.target
    if not asked(Basis(), force.subject).rate:
        unit, text = (target.unit, target.unit_text) if isinstance(target, QuantityTarget) else (None, "")
        yield FormQuestion(Reported.LAST_YEAR, "上年实际数", "last-year", Kind.NUMBER, unit, unit_word(text))


def grade_words(question: function.Question, whole: ScoreFunction) -> tuple[str, ...]:
    """The words that a choice knows, best first as written."""
    words = (
        word
        for term in whole.terms
        if term.question == question and isinstance(term.values, PointTable)
        for word, _ in term.values.entries
    )
    return tuple(dict.fromkeys(words))


def _says_nothing(question: function.Question, whole: ScoreFunction) -> bool:
    """Whether one of the words already earns what none of them would."""
    tables = [
        term.values
        for term in whole.terms
        if term.question == question and isinstance(term.values, PointTable)
    ]
    return any(points == table.otherwise for table in tables for _, points in table.entries)


def _judged(whole: ScoreFunction) -> bool:
    """Whether a person picks points inside an interval."""
    return any(
        not points.exact
        for term in whole.terms
        if isinstance(term.values, PointTable)
        for points in term.values.ranges
    )
