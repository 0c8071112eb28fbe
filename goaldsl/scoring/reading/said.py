"""What a sentence says, before it is known of which indicator: clauses with an effect, and notes on the whole."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from goaldsl.scoring.reading.tokens import Token


class Measure(StrEnum):
    """How an amount of points is said."""

    POINTS = "points"
    SHARE = "share"  # of the indicator's points
    FULL = "full"


class Amount(Struct, frozen=True):
    """So many points, or such a share of them; `said`: the points named beside 满分."""

    measure: Measure
    value: Fraction = Fraction(0)
    said: Fraction | None = None


class Does(StrEnum):
    """What an effect does to the score."""

    GAIN = "gain"
    LOSE = "lose"
    OWE = "owe"
    ADD = "add"
    NOTHING = "nothing"
    KEEP = "none"  # 不扣分
    RATIO = "ratio"
    FORMULA = "formula"
    PICK = "pick"  # between two amounts
    JUDGE = "judge"
    LIST = "list"  # 分别得10分、8分、6分


class Each(Struct, frozen=True):
    """每低1%: which way, how far, of what; `of_target` for 每低目标值的1%. `named`: the words about what is counted.

    `raw`: its tokens where 每 is not said, so that a limit may be meant.
    """

    ways: tuple[str, ...]
    measure: Token | None
    of_target: bool
    named: tuple[Token, ...]
    raw: tuple[Token, ...] = ()


class Effect(Struct, frozen=True):
    """`amount`, and for PICK the lower one; `each` where it is done step by step; `formula`: its tokens."""

    does: Does
    start: int
    end: int
    amount: Amount | None = None
    low: Amount | None = None
    each: Each | None = None
    formula: tuple[Token, ...] = ()
    amounts: tuple[tuple[Does, Amount], ...] = ()
    base: bool = False
    loses: bool = False  # 按比例扣分, 扣2-5分


class Clause(Struct, frozen=True):
    """A condition and what follows; `item` is the number of the item it stands under."""

    condition: tuple[Token, ...]
    effect: Effect
    item: int = 0

    @property
    def start(self) -> int:
        return self.condition[0].start if self.condition else self.effect.start


class About(StrEnum):
    """What a note is about."""

    SPENT = "spent"
    SIGNED = "signed"
    OPEN = "open"
    LOST = "lost"  # at most so many lost
    ADDED = "added"
    GAINED = "gained"
    BASE = "base"
    FULL = "full"
    STARTED = "started"
    PRO_RATA = "pro rata"
    TOLERANCE = "tolerance"
    BASIS = "basis"
    LINEAR = "linear"
    CONTINUE = "continue"
    MARK = "mark"


class Note(Struct, frozen=True):
    """Something that holds for the whole; `words` carry the name of a basis or the kind of a mark."""

    about: About
    start: int
    end: int
    amount: Amount | None = None
    measure: Token | None = None
    words: str = ""


class Loose(Struct, frozen=True):
    """Words without effect: context, evidence, a definition."""

    tokens: tuple[Token, ...]
    item: int = 0


class Statements(Struct, frozen=True):
    """The clauses, notes and loose words of a sentence."""

    clauses: tuple[Clause, ...]
    notes: tuple[Note, ...]
    loose: tuple[Loose, ...]
    tokens: tuple[Token, ...]

    def note(self, about: About) -> Note | None:
        """The one note about something; the last where it is said twice."""
        return next((note for note in reversed(self.notes) if note.about is about), None)

    def mark(self, words: str) -> bool:
        return any(note.about is About.MARK and note.words == words for note in self.notes)


class StopError(Exception):
    """The reading ends here, at a place of the shadow."""

    def __init__(self, place: int, why: str = "") -> None:
        super().__init__(place)
        self.place, self.why = place, why


class PartsError(StopError):
    """Here the sentence may be read in either of two ways."""

    def __init__(self, place: int, ways: tuple[str, str]) -> None:
        super().__init__(place)
        self.ways = ways
