"""What a sentence says, statement by statement, before anyone asks what rule it makes.

Numbers are exact; `start` and `end` are places in the shadow of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from goaldsl.model.rule import Points
from goaldsl.scoring.recognition.expressions import Expression


class Stop(Exception):  # noqa: N818 (not an error: the sentence says what no rule can say)
    """From `place` on, the sentence cannot be made a rule."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the words behind it, of which the unit is the beginning: 2, 次活动."""

    number: Decimal
    words: str
    start: int
    end: int
    of_target: bool = False  # 计划值的80%


@dataclass(frozen=True, slots=True)
class Edge:
    """An end of an interval; `included` is None where the sentence leaves it open (80%-90%)."""

    amount: Amount
    included: bool | None


@dataclass(frozen=True, slots=True)
class Interval:
    """The actual values of which a statement speaks; `bare`: only a number (100%得满分)."""

    low: Edge | None = None
    high: Edge | None = None
    bare: Amount | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as far as it is said; `end`: the last day of the month or the year."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Situation:
    """When a statement holds: 否则, words, or an interval of what `topic` names."""

    start: int
    otherwise: bool = False
    topic: str = ""
    tail: str = ""
    interval: Interval | None = None
    day: Day | None = None

    @property
    def words(self) -> str:
        return self.topic + self.tail

    @property
    def measured(self) -> bool:
        return self.interval is not None or self.day is not None


@dataclass(frozen=True, slots=True)
class Fixed:
    """得10分, 扣2分, 不得分."""

    points: Points


@dataclass(frozen=True, slots=True)
class Spread:
    """得10至9分: a person picks."""

    high: Points
    low: Points


class Action(StrEnum):
    """What a step does to the points."""

    LOSE = "lose"
    EARN = "earn"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Stepwise:
    """每低1个百分点扣0.5分; `of_target`: 每低计划值的10%."""

    verb: str
    said: str  # the words between the verb and the number
    of_target: bool
    size: Amount
    action: Action
    points: Points


@dataclass(frozen=True, slots=True)
class Proportional:
    """按比例得分, in words; `overspent`: 按超出比例扣分."""

    overspent: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Calculated:
    """得分=实际值/计划值*指标分值."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Discretionary:
    """酌情扣分."""


Effect = Fixed | Spread | Stepwise | Proportional | Calculated | Discretionary


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition (None: always) and its effect."""

    situation: Situation | None
    effect: Effect
    start: int
    end: int


class NoteKind(StrEnum):
    """What is said of the whole rule."""

    SPENT = "spent"
    SIGNED = "signed"
    STARTED = "started"
    PRO_RATA = "pro rata"
    CAP_LOST = "cap lost"
    CAP_ADDED = "cap added"
    CAP_EARNED = "cap earned"
    OPEN = "open"
    BASE = "base"
    FULL = "full"
    TOLERANCE = "tolerance"
    BASIS = "basis"
    CHECKLIST = "checklist"
    IN_ORDER = "in order"
    ONLY = "only"
    GRADES = "grades"
    JUDGED = "judged"
    SUM = "sum"
    INTERPOLATED = "interpolated"
    CLAMPED = "clamped"
    QUOTIENT = "quotient"
    STANDARD = "standard"
    EVIDENCE = "evidence"
    GRADE_NAMES = "grade names"
    GRADE_RANGES = "grade ranges"


@dataclass(frozen=True, slots=True)
class Note:
    """A note and its parameter."""

    kind: NoteKind
    start: int
    end: int
    points: Points | None = None
    size: Amount | None = None
    words: str = ""
    expression: Expression | None = None
    names: tuple[str, ...] = ()
    ranges: tuple[Spread, ...] = ()


@dataclass(frozen=True, slots=True)
class Loose:
    """A numbered item that is neither: words without any number."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `number` when it is numbered (1、)."""

    said: Clause | Note | Loose
    number: str = ""
