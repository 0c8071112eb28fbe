"""The indicator a sentence stands under, as its words are measured by it; remarks gather here."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct, field

from goaldsl.model.place import Span
from goaldsl.model.rule import Basis, Points, PointsKind
from goaldsl.model.scoring import Disagreement, Remark
from goaldsl.model.target import (
    DeadlineTarget,
    Direction,
    PeriodTarget,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
)
from goaldsl.model.unit import Unit
from goaldsl.scoring.points import decimal, plain, resolve
from goaldsl.scoring.quantity import TIME, Quantity, asked, converts
from goaldsl.scoring.reading.said import Amount, Measure, PartsError, StopError
from goaldsl.scoring.reading.shadow import Shadow
from goaldsl.scoring.reading.tokens import Token
from goaldsl.scoring.subject import Subject, Units

_TIMES = TIME | {"workdays"}
_PLACES = {"名", "位"}
FULL = Points(PointsKind.FULL)
NOTHING = Points(PointsKind.POINTS)


class Row(Struct, frozen=True):
    """An indicator with its units and the sentence that is read under it."""

    subject: Subject
    unit: Units
    shadow: Shadow
    remarks: list[Remark] = field(default_factory=list)
    basis: Basis | None = None
    together: bool = False  # one of several items that are added up
    way: str = ""  # which of two readings is meant, once that is asked

    @property
    def quantity(self) -> Quantity:
        return asked(Basis(), self.subject)

    @property
    def score(self) -> Decimal | None:
        return self.subject.score

    @property
    def numeric(self) -> bool:
        return isinstance(self.subject.target, QuantityTarget | RangeTarget)

    @property
    def dated(self) -> bool:
        return isinstance(self.subject.target, DeadlineTarget | PeriodTarget)

    @property
    def falling(self) -> bool:
        return self.subject.direction is Direction.DESCENDING

    @property
    def zero(self) -> bool:
        """A target of nothing at all: what is counted are cases."""
        quantity = self.quantity
        return self.numeric and quantity.reference == 0 and quantity.direction is Direction.DESCENDING

    @property
    def ranked(self) -> bool:
        """Whether the target is a place in an order."""
        return self.falling and self.own is not None and self.own.symbol in _PLACES

    @property
    def word(self) -> str:
        target = self.subject.target
        return target.word if isinstance(target, QualityTarget) else ""

    @property
    def own(self) -> Unit | None:
        return self.quantity.unit

    def same_unit(self, token: Token) -> str | None:
        """The unit of a number as the target counts it; None where the two do not convert."""
        own = self.own
        if own is None or token.unit is None:
            return token.unit or (own.symbol if own else "")
        if {token.unit, own.symbol} <= _PLACES:
            return own.symbol
        if token.unit == own.symbol or converts(self.unit(token.unit), own):
            return token.unit
        alike = token.unit.startswith(own.symbol) or own.symbol == f"{token.unit}次"
        return own.symbol if _counts(own) and alike else None

    def is_time(self, token: Token) -> bool:
        return token.unit is not None and self.unit(token.unit).dimension in _TIMES

    def choose(self, place: int, *ways: str) -> str:
        """Which way is meant; asks where nothing says."""
        if self.way not in ways:
            raise PartsError(place, (ways[0], ways[1]))
        return self.way

    def points(self, amount: Amount) -> Points:
        """An amount as the language writes it."""
        match amount.measure:
            case Measure.FULL:
                return FULL
            case Measure.SHARE:
                return _share(amount.value)
        exact = decimal(amount.value)
        if exact is not None:
            return Points(PointsKind.POINTS, exact)
        over = amount.value.denominator * Fraction(self.score or 1)
        return Points(
            PointsKind.FRACTION,
            Decimal(amount.value.numerator),
            Decimal(over.numerator) / Decimal(over.denominator),
        )

    def is_full(self, points: Points) -> bool:
        if points.kind is PointsKind.FULL:
            return True
        return self.score is not None and resolve(points, self.score) == Fraction(self.score)

    def agree(self, points: Points, start: int, end: int) -> None:
        """Full points as the sentence gives them against the indicator's."""
        value = resolve(points, self.score)
        if self.score is not None and value is not None and value != Fraction(self.score):
            self.remark(Disagreement.POINTS, start, end, f"{plain(self.score)}分")

    def differs(self, number: Token) -> None:
        """A number where the target has another."""
        self.remark(Disagreement.TARGET, number.start, number.end, self.printed_target())

    def remark(self, about: Disagreement, start: int, end: int, known: str) -> None:
        said = self.shadow.words(start, end)
        begin = self.shadow.origins[start]
        self.remarks.append(Remark(about, said, known, Span(begin, begin + len(said))))

    def printed_target(self) -> str:
        """The target in a remark."""
        match self.subject.target:
            case QuantityTarget(operator=operator, amount_text=text):
                return f"{operator} {text}{self.own.symbol if self.own else ''}"
            case RangeTarget(text=text):
                return f"{text}{self.own.symbol if self.own else ''}"
            case DeadlineTarget(text=text) | PeriodTarget(text=text):
                return text
            case QualityTarget(word=word):
                return word
            case _:
                return ""

    def words(self, tokens: tuple[Token, ...]) -> str:
        """The original words of tokens, without what only joins them."""
        kept = tokens
        while kept and (kept[0].kind in ",:;&H" or kept[0].text in _EMPTY):
            kept = kept[1:]
        while kept and (kept[-1].text == "()" or kept[-1].kind in ",:;" or kept[-1].text in _EMPTY):
            kept = kept[:-1]
        return self.shadow.words(kept[0].start, kept[-1].end) if kept else ""


_EMPTY = frozenset(("的", "则", "为", "是", "者"))


def _counts(unit: Unit) -> bool:
    return unit.dimension == "count" or not unit.known


def _share(value: Fraction) -> Points:
    if value == 1:
        return Points(PointsKind.PERCENT, Decimal(100))
    percent = decimal(value * 100)
    if percent is not None and value.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 1000):
        return Points(PointsKind.PERCENT, percent)
    return Points(PointsKind.FRACTION, Decimal(value.numerator), Decimal(value.denominator))


def exact(value: Fraction, place: int) -> Decimal:
    """The number as the language keeps it."""
    number = decimal(value)
    if number is None:
        raise StopError(place)
    return number
