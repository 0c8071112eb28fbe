"""What every part of the reading needs to know: the indicator, the units, the words; and where remarks gather."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from goaldsl.model.place import Span
from goaldsl.model.rule import Points, PointsKind
from goaldsl.model.target import DeadlineTarget, PeriodTarget, QualityTarget, QuantityTarget, RangeTarget
from goaldsl.scoring.points import plain, resolve
from goaldsl.scoring.quantity import Quantity, converts
from goaldsl.scoring.recognition.recognised import Disagreement, Remark
from goaldsl.scoring.recognition.shadow import Shadow
from goaldsl.scoring.recognition.statements import Amount, Stop
from goaldsl.scoring.resolution import resolved_points
from goaldsl.scoring.subject import Subject, Units

_LONGEST_UNIT = 6
_SHARES = frozenset(("%", "个百分点", "百分点", "‰"))


@dataclass(frozen=True, slots=True)
class Context:
    """The indicator a sentence stands under."""

    subject: Subject
    unit: Units
    shadow: Shadow
    remarks: list[Remark] = field(default_factory=list)

    @property
    def score(self) -> Decimal | None:
        return self.subject.score

    @property
    def own_unit(self) -> str:
        """The unit of the target as the form prints it."""
        match self.subject.target:
            case QuantityTarget(unit=unit) | RangeTarget(unit=unit) if unit is not None:
                return unit.symbol
        return ""

    def split(self, words: str) -> tuple[str | None, str]:
        """The unit that words begin with, and the rest: 次投诉 is 次 and 投诉."""
        for share in _SHARES:
            if words.startswith(share):
                return ("个百分点" if share == "百分点" else share), words[len(share) :]
        own = self.own_unit
        for size in range(min(_LONGEST_UNIT, len(words)), 0, -1):
            if words[:size] == own or self.unit(words[:size]).known:
                return words[:size], words[size:]
        return None, words

    def agree(self, said: Points, place: tuple[int, int]) -> None:
        """Full points as the sentence gives them against the indicator's."""
        value, score = resolve(said, self.score), self.score
        if score is not None and value is not None and value != score:
            self.remark(Disagreement.POINTS, place, f"{plain(score)}分")

    def is_full(self, points: Points) -> bool:
        value = resolve(points, self.score)
        if self.score is None and points.kind is not PointsKind.POINTS:
            return resolved_points(points, None).kind is PointsKind.FULL
        return points.kind is PointsKind.FULL or (value is not None and value == self.score)

    def remark(self, about: Disagreement, place: tuple[int, int], known: str) -> None:
        start, end = place
        said = self.shadow.words(start, end)
        begin = self.shadow.origins[start]
        self.remarks.append(Remark(about, said, known, Span(begin, begin + len(said))))

    def printed_target(self) -> str:
        """The target in a remark."""
        match self.subject.target:
            case QuantityTarget(operator=operator, amount_text=text):
                return f"{operator} {text}{self.own_unit}"
            case RangeTarget(text=text):
                return f"{text}{self.own_unit}"
            case DeadlineTarget(text=text) | PeriodTarget(text=text):
                return text
            case QualityTarget(word=word):
                return word
            case _:
                return ""

    def value(self, amount: Amount, quantity: Quantity) -> Fraction | None:
        """An amount in the quantity's own unit, a share of the target counted out; None if it cannot be said."""
        number = Fraction(amount.number)
        word, _ = self.split(amount.words)
        if word is None:
            return number
        unit = self.unit("%" if word == "个百分点" else word)
        if quantity.unit is not None and converts(unit, quantity.unit):
            return number * unit.scale / quantity.unit.scale
        if unit.dimension == "rate" and quantity.known and not quantity.time and not quantity.rate:
            reference = quantity.reference
            assert reference is not None
            return reference * number * unit.scale
        return None


def measured_unit(amount: Amount, context: Context) -> str | None:
    """The unit of a limit; stops where there are words that are none."""
    if not amount.words:
        return None
    word, _ = context.split(amount.words)
    if word is None:
        raise Stop(amount.start)
    return word
