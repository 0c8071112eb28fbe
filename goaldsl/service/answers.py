"""An actual value typed on the command line, as the answer to what a rule asks."""

from __future__ import annotations

import re
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.parse.numbers import date, number
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.score import Answer
from goaldsl.scoring.function.table import NO, YES
from goaldsl.scoring.quantity import converts
from goaldsl.scoring.subject import Units
from goaldsl.width import half_width

_NUMBER = re.compile(r"([-+]?[\d,]*\.?\d+)\s*(.*)")
_BETWEEN = re.compile(r"[,，、;；]")
_HELD = {YES: YES, "有": YES, "yes": YES, "true": YES, NO: NO, "无": NO, "没有": NO, "no": NO, "false": NO}


class WrongAnswerError(Exception):
    """The value does not answer the question."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Message(zh, en)


def answers(text: str, questions: tuple[Question, ...], unit: Units) -> dict[Question, Answer]:
    """The answer to the one question of a rule; of a list, what holds: 有制度、有专人."""
    if questions and all(question.asked is Asked.ITEM for question in questions) and len(questions) > 1:
        held = {word.strip() for word in _BETWEEN.split(text)}
        return {question: YES if question.name in held else NO for question in questions}
    if len(questions) != 1:
        raise WrongAnswerError(
            f"{text}：这条规则要问 {len(questions)} 件事，不能只给一个值",
            f"{text}: this rule asks for {len(questions)} things, one value is not enough",
        )
    return {questions[0]: answer(text, questions[0], unit)}


def answer(text: str, question: Question, unit: Units) -> Answer:
    """A number in the question's unit (or one that converts), a date under a deadline, a word for a choice."""
    typed = half_width(text).strip()
    if question.asked is Asked.GRADE:
        return text.strip()
    if question.asked is Asked.ITEM:
        return _HELD.get(typed.lower(), YES if typed == question.name else NO)
    if question.asked is Asked.DATE and question.day is not None:
        read = date(typed)
        if read is not None:
            return Fraction((read.last - question.day).days)
    match = _NUMBER.fullmatch(typed)
    amount = number(match[1].removeprefix("+")) if match else None
    no_unit = match is not None and question.asked is Asked.DATE and match[2][:1] in ("-", "/", ".")
    if match is None or amount is None or no_unit:
        if question.asked is Asked.DATE:
            raise WrongAnswerError(
                f"{text}：要写日期，如 2027-01-15", f"{text}: a date is wanted, as 2027-01-15"
            )
        raise WrongAnswerError(f"{text}：要写数字", f"{text}: a number is wanted")
    return _converted(Fraction(amount), match[2].strip(), question, unit, text)


def _converted(amount: Fraction, word: str, question: Question, unit: Units, text: str) -> Fraction:
    own = question.unit
    if not word or own is None:
        return amount
    meant = unit(word)
    if not converts(meant, own):
        raise WrongAnswerError(
            f"{text}：单位是{own.symbol}，不能换算“{word}”",
            f"{text}: {word} does not convert to {own.symbol}",
        )
    return amount * meant.scale / own.scale
