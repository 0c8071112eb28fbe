"""Laws that a reading must keep: the target's own word earns the most, a threshold leaves nothing below it."""

from __future__ import annotations

from fractions import Fraction

from goaldsl.model.rule import Grade, Rule
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.question import Asked
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.points import resolve
from goaldsl.scoring.reading.cases import Case
from goaldsl.scoring.reading.conditions import End, Stretch
from goaldsl.scoring.reading.row import Row
from goaldsl.scoring.reading.said import Does, StopError
from goaldsl.scoring.reading.stairs import broken_off, threshold
from goaldsl.scoring.reading.tokens import Token

_LESSER = ("不", "未", "无", "较", "没有", "欠", "基本", "部分")


def kept(rule: Rule, listed: tuple[Case, ...], row: Row) -> Rule:
    """The rule; stops where a law is broken by the reading rather than by the sentence's own words."""
    shape = rule.terms[0].shape
    if isinstance(shape, Grade) and row.word:
        _grade(shape, row)
    below = [case for case in listed if case.effect.does is Does.NOTHING and not case.stepwise]
    if below and any(case.effect.does is Does.LOSE and case.stepwise for case in listed):
        function = lower(rule, row.subject, row.unit)
        for case in below:
            stretch = case.when.stretches[0] if case.when.stretches else _none(case.start)
            if _leaves(function, stretch, row):
                stairs = broken_off(rule, stretch, row) if len(below) == 1 and case.when.stretches else None
                if stairs is None:
                    raise StopError(stretch.start)
                return stairs
    return rule


def _grade(shape: Grade, row: Row) -> None:
    """The target's own word earns the most, under whatever name the sentence gives it."""
    values = [(grade.word, resolve(grade.points, row.score) or Fraction(0)) for grade in shape.grades]
    own = [points for word, points in values if word == row.word] or [
        points for word, points in values if _says(word, row.word)
    ]
    if own and own[0] != max(points for _, points in values):
        raise StopError(0)


def _says(word: str, target: str) -> bool:
    return word.endswith(target) and not word.removesuffix(target).endswith(_LESSER)


def _none(place: int) -> Stretch:
    """未开展: none at all."""
    zero = End(Token("n", place, place, "0"), True)
    return Stretch(None, zero, place, place)


def _leaves(function: object, stretch: Stretch, row: Row) -> bool:
    """Whether the steps have not taken everything where 低于60%不得分 says that nothing is left."""
    end, at = threshold(stretch, row)
    only = function.only if isinstance(function, ScoreFunction) else None
    if end is None or at is None or only is None or only.question.asked is not Asked.AMOUNT:
        raise StopError(stretch.start)
    grain = only.question.grain or Fraction(1, 100)
    inside = at if end.closed else at + (grain if row.falling else -grain)
    return only.points({only.question: inside}).high > 0
