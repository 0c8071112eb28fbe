"""An actual value typed on the command line, as the answer to what a rule asks."""

from __future__ import annotations

import re
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.model.target import QualityTarget, QuantityTarget
from goaldsl.model.unit import Unit
from goaldsl.parse.numbers import date, number
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.function.score import Answer, ScoreFunction
from goaldsl.scoring.function.table import NO, YES, PointTable
from goaldsl.scoring.quantity import converts
from goaldsl.scoring.subject import Subject, Units
from goaldsl.width import half_width

_NUMBER = re.compile(r"([-+]?[\d,]*\.?\d+)\s*(.*)")
_BETWEEN = re.compile(r"[,，、;；]")
_DENIALS = ("不", "未", "无", "没", "没有", "非", "较", "基本", "部分", "欠", "不够", "比较")
_SIGNS = re.compile(r"[\s“”‘’\"'（）()，,、。；;：:《》]")
_HELD = {YES: YES, "有": YES, "yes": YES, "true": YES, NO: NO, "无": NO, "没有": NO, "no": NO, "false": NO}


class WrongAnswerError(Exception):
    """The value does not answer the question."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message = Message(zh, en)


def answers(
    text: str, function: ScoreFunction, unit: Units, row: Subject | None = None, *, rest: bool = True
) -> dict[Question, Answer]:
    """The answer to the one question of a rule; of a list, what holds: 有制度、有专人, or how many items do.

    `rest`: whether the rule says what any other grade earns. `row`: whose own number does not answer how often something else occurred, and may say how many items there are.
    """
    questions = function.questions
    if questions and all(question.asked is Asked.ITEM for question in questions) and len(questions) > 1:
        return _items(text, function, _number(row))
    target = _number(row)
    if len(questions) == 1 and questions[0].asked is Asked.COUNT and target is not None and target.amount:
        _about_count(text, questions[0], target.unit)
    if len(questions) == 1 and questions[0].asked in (Asked.LATENESS, Asked.CHANGE):
        _about_another(text, questions[0])
    if len(questions) != 1:
        raise WrongAnswerError(
            f"{text}：这条规则要问 {len(questions)} 件事，不能只给一个值",
            f"{text}: this rule asks for {len(questions)} things, one value is not enough",
        )
    if questions[0].asked is Asked.GRADE:
        return {questions[0]: _grade(text, function, row, rest=rest)}
    return {questions[0]: answer(text, questions[0], unit)}


def _grade(text: str, function: ScoreFunction, row: Subject | None, *, rest: bool) -> str:
    """The grade that a word means: its own, the one that says it at greater length, the target's for the target."""
    (term,) = function.terms
    assert isinstance(term.values, PointTable)
    words = {_folded(word): word for word, _ in term.values.entries}
    typed = _folded(text)
    if typed in words or not typed:
        return words.get(typed, text.strip())
    longer = [word for folded, word in words.items() if _says(folded, typed)]
    if len(longer) == 1:
        return longer[0]
    target = row.target if row is not None else None
    if isinstance(target, QualityTarget) and typed == _folded(target.word) and not longer:
        return max(term.values.entries, key=lambda entry: entry[1].high)[0]
    if not rest:
        named = "、".join(word for word, _ in term.values.entries)
        raise WrongAnswerError(
            f"{text}：句子里没有这一档，只有：{named}", f"{text}: no such grade, only {named}"
        )
    return text.strip()


def _says(long: str, short: str) -> bool:
    """Whether one text says the other and does not deny it: 检查结果为合格 says 合格, 不合格 does not."""
    place = long.find(short)
    return place >= 0 and not long[:place].endswith(_DENIALS)


def _folded(word: str) -> str:
    return _SIGNS.sub("", half_width(word)).removesuffix("的")


def _number(row: Subject | None) -> QuantityTarget | None:
    return row.target if row is not None and isinstance(row.target, QuantityTarget) else None


def _items(text: str, function: ScoreFunction, target: QuantityTarget | None) -> dict[Question, Answer]:
    """What of a list holds, by name; a bare number where the score depends on how many hold and not on which."""
    questions = function.questions
    if text.strip() in {question.name for question in questions}:
        held = {text.strip()}
    else:
        held = {word.strip() for word in _BETWEEN.split(text)}
    if not held & {question.name for question in questions} and _HELD.get(text.strip()) is not NO:
        held = _first(text, function, target)
    return {question: YES if question.name in held else NO for question in questions}


def _first(text: str, function: ScoreFunction, target: QuantityTarget | None) -> set[str]:
    """As many items as the number says, where any choice of so many earns the same."""
    match = _NUMBER.fullmatch(half_width(text).strip())
    typed = number(match[1]) if match else None
    gains = [(term.question.name, term.highest()) for term in function.terms]
    count = None if typed is None else int(typed)
    counted = target is not None and target.amount == len(gains)
    if not counted or count is None or count != typed or not 0 <= count <= len(gains):
        raise WrongAnswerError(
            f"{text}：要写清单里的哪几项有，如 {gains[0][0]}",
            f"{text}: name the items that hold, as {gains[0][0]}",
        )
    same = len({points for _, points in gains}) == 1
    if not same and count not in (0, len(gains)):
        raise WrongAnswerError(
            f"{text}：各项分数不同，要写是哪 {count} 项",
            f"{text}: the items differ in points; say which {count} hold",
        )
    return {name for name, _ in gains[:count]}


def _about_another(text: str, question: Question) -> None:
    """A bare number is the indicator's; how late, or by how much it changed, is said with its unit."""
    match = _NUMBER.fullmatch(half_width(text).strip())
    if match is not None and not match[2].strip():
        shown = question.unit.symbol if question.unit else ""
        raise WrongAnswerError(
            f"{text}：这条规则问的是{question.name}，请连单位一起写，如 {text}{shown}",
            f"{text}: this rule asks for {question.name}; write the unit too, as {text}{shown}",
        )


def _about_count(text: str, question: Question, target: Unit | None) -> None:
    """A number in the target's unit, or in none, is the target's; it does not say how often something occurred."""
    typed = half_width(text).strip()
    word = match[2].strip() if (match := _NUMBER.fullmatch(typed)) else ""
    counted = question.unit.symbol if question.unit else ""
    if not word or (target is not None and word == target.symbol and word != counted):
        raise WrongAnswerError(
            f"{text}：这条规则问的是{question.name}有多少{counted}，不是指标的实际值，请连单位一起写",
            f"{text}: this rule asks how many {counted} of {question.name}, not for the actual value; write the unit too",
        )


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
    value = _converted(Fraction(amount), match[2].strip(), question, unit, text)
    if question.asked is Asked.AMOUNT and value not in question.domain:
        raise WrongAnswerError(
            f"{text}：这个指标不会有这样的值", f"{text}: the indicator cannot have that value"
        )
    return value


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
