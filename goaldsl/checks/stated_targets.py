"""Where an explanation or a scoring sentence states the target of its row again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from goaldsl.checks.text.quantities import Quantity, quantities
from goaldsl.model.declaration import Indicator
from goaldsl.model.place import Text
from goaldsl.model.target import Operator, QuantityTarget
from goaldsl.model.unit import Unit
from goaldsl.scoring.points import plain

_FULL_POINTS = re.compile(r"满分|(?<!不)[得计](?P<points>\d+(?:\.\d+)?)分")
_SENTENCE_END = re.compile(r"[；;。\n]")
_EACH = re.compile(r"每(?!年)|各|均|单[次期个]|平均|分别|其中")
_RATE = r"[^\W\d_a-zA-Z]{1,2}(?:率|度|比例|占比|比重)"


class Statement(NamedTuple):
    """A quantity of the target's kind in a text of the row: the only one there, or `repeats` the target."""

    row: Indicator
    target: QuantityTarget
    part: str
    text: Text
    quantity: Quantity
    repeats: bool


def statements(
    quantity_rows: Iterable[tuple[Indicator, QuantityTarget]], unit_of: Callable[[str], Unit]
) -> Iterator[Statement]:
    """The target as the explanation states it, and as the scoring sentence states it for full points.

    Silent where a text names several quantities of the kind and none is the target: thresholds of bands,
    parts that add up, steps.
    """
    for row, target in quantity_rows:
        if target.unit is None or not target.unit.known:
            continue
        for part, text, end in _texts(row):
            found = [each for each in quantities(text.value[:end], unit_of) if _same_kind(each, target.unit)]
            same = [each for each in found if each.size == _size(target)]
            if same:
                yield Statement(row, target, part, text, same[0], True)
            elif len(found) == 1 and _about_target(found[0], row, target, part):
                yield Statement(row, target, part, text, found[0], False)


def _texts(row: Indicator) -> Iterator[tuple[str, Text, int]]:
    """The texts to read, and up to where: of a scoring sentence what it asks for full points."""
    if row.explanation is not None:
        yield "explanation", row.explanation, len(row.explanation.value)
    if row.criterion is not None:
        for match in _FULL_POINTS.finditer(row.criterion.value):
            if match["points"] is None or (row.score and plain(row.score.value) == match["points"]):
                before = row.criterion.value[: match.start()]
                if not _SENTENCE_END.search(before):  # later sentences speak of other cases
                    yield "criterion", row.criterion, match.start()
                return


def _same_kind(quantity: Quantity, unit: Unit) -> bool:
    return quantity.unit.dimension == unit.dimension and quantity.unit.counted == unit.counted


def _size(target: QuantityTarget) -> Fraction:
    assert target.unit is not None
    return Fraction(target.amount) * target.unit.scale


def _about_target(quantity: Quantity, row: Indicator, target: QuantityTarget, part: str) -> bool:
    """Whether the only quantity of the kind speaks of the whole target, in its direction."""
    downward = target.sense in (Operator.AT_MOST, Operator.LESS)
    senses = ("<=", "=") if downward else (">=", ">", "=")
    if target.sense is Operator.EQUAL:
        senses = ("<=", ">=", "=")
    if part == "criterion":
        senses = (*senses, "")  # 开展2次活动得满分
    elif not (quantity.closes or _belongs_to_name(quantity, row)):
        return False
    if quantity.sense not in senses or _EACH.search(quantity.lead):
        return False
    rates = re.findall(_RATE, quantity.lead)
    return not rates or rates[-1] in row.name.value


def _belongs_to_name(quantity: Quantity, row: Indicator) -> bool:
    """达到95%的参与率, where the name ends with 参与率."""
    return quantity.rest.startswith("的") and quantity.rest[1:4] in row.name.value and len(quantity.rest) > 2
