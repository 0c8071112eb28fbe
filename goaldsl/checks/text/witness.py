"""How a message names an actual value and the points there."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from goaldsl.diagnostics import Message
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.scoring.points import decimal, plain

_CENT = Decimal("0.01")
_SHORT = 4  # digits behind the point


def number(value: Fraction) -> str:
    """The number, exact where it is short, else to two places."""
    exact = decimal(value)
    if exact is not None and -int(exact.normalize().as_tuple().exponent) <= _SHORT:
        return plain(exact)
    return plain((Decimal(value.numerator) / Decimal(value.denominator)).quantize(_CENT, ROUND_HALF_UP))


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


def when(question: Question, x: Fraction) -> Message:
    """实际 94% 时."""
    said = actual(question, x)
    return Message(f"{said.zh} 时" if said.zh[-1].isascii() else f"{said.zh}时", said.en)


def _date(question: Question, x: Fraction) -> Message:
    days = int(x)
    try:
        day = question.day + datetime.timedelta(days) if question.day else None
    except OverflowError:
        day = None
    if day is None:
        return Message(f"晚 {days} 天", f"{days} days late")
    return Message(f"{day.year}年{day.month}月{day.day}日完成", f"done on {day.isoformat()}")
