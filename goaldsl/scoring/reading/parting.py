"""Two readings of one sentence, and the actual value at which they part: 80%以下不得分, with 80 % itself or without?"""

from __future__ import annotations

from fractions import Fraction

from goaldsl.model.rule import Rule
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.order import compare
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.function.words import points, when
from goaldsl.scoring.reading.row import Row


def parting(readings: tuple[Rule, ...], row: Row) -> str | None:
    """实际 80% 时，一种读法得 2.5 分，另一种读法得 0 分; None where they agree everywhere."""
    one, other = (lower(rule, row.subject, row.unit) for rule in readings)
    if not isinstance(one, ScoreFunction) or not isinstance(other, ScoreFunction):
        return None
    order = compare(one, other)
    answer = order.less if order.less is not None else order.more
    if not isinstance(answer, Fraction) or one.only is None or other.only is None:
        return None
    place = when(one.only.question, answer).zh
    first, second = (
        points(function.points({question.question: answer}).high).zh
        for function, question in ((one, one.only), (other, other.only))
    )
    return f"{place}，一种读法得 {first}，另一种读法得 {second}"
