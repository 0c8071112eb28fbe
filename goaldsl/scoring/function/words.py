"""How an actual value and the points there are said, in messages and on axes."""

from __future__ import annotations

import datetime
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.numbers import decimal, plain, rounded
from goaldsl.scoring.function.question import Asked, Question

_SHORT = 4  # digits behind the point


def number(value: Fraction) -> str:
    """The number, exact where it is short, else to two places."""
    exact = decimal(value)
    if exact is not None and -int(exact.normalize().as_tuple().exponent) <= _SHORT:
        return plain(exact)
    return plain(rounded(value, 2))


def points(value: Fraction) -> Message:
    """10.44 分."""
    return Message(f"{number(value)} 分", f"{number(value)} points")


def actual(question: Question, x: Fraction) -> Message:
    """An actual value: 实际 94%, 2027年3月31日完成, 发生 3起."""
    unit = question.unit.symbol if question.unit else ""
    said = f"{number(x)}{unit}"
    match question.asked:
        case Asked.DATE:
            return _date(question, x)
        case Asked.LATENESS:
            return Message(f"晚 {number(x)} {unit}", f"{said} late")
        case Asked.CHANGE:
            return Message(f"变动率 {said}", f"a change of {said}")
        case Asked.COUNT:
            return Message(f"发生 {said or '次'}", f"{said} occurred")
        case _:
            return Message(f"实际 {said}", f"an actual {said}")


def value(question: Question, x: Fraction) -> Message:
    """The bare value: 94%, 2027-03-31, 3起."""
    if question.asked is Asked.DATE and (day := _day(question, x)) is not None:
        return Message(day.isoformat(), day.isoformat())
    said = f"{number(x)}{question.unit.symbol if question.unit else ''}"
    return Message(said, said)


def when(question: Question, x: Fraction) -> Message:
    """实际 94% 时."""
    said = actual(question, x)
    return Message(f"{said.zh} 时" if said.zh[-1].isascii() else f"{said.zh}时", said.en)


def _date(question: Question, x: Fraction) -> Message:
    day = _day(question, x)
    if day is None:
        return Message(f"晚 {int(x)} 天", f"{int(x)} days late")
    return Message(f"{day.year}年{day.month}月{day.day}日完成", f"done on {day.isoformat()}")


def _day(question: Question, x: Fraction) -> datetime.date | None:
    """The day `x` days after the deadline; None beyond the calendar."""
    try:
        return question.day + datetime.timedelta(int(x)) if question.day else None
    except OverflowError:
        return None
