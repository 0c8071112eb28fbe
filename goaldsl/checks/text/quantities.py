"""Quantities that a text mentions, with what it says of them: 不低于95%, 3次以上, 达到200人. Words: `operators.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from goaldsl.checks.text.lexicon import words
from goaldsl.model.unit import Unit
from goaldsl.parse.numerals import CHARACTERS, number
from goaldsl.width import figures

_NUMBER = re.compile(rf"(?<![\d.A-Za-z〔第])(?:\d[\d,]*(?:\.\d+)?|[{CHARACTERS}]+)(?!\d)\s*")
_CLAUSE_END = re.compile(r"[，,；;。、：:！？\n]")
_LONGEST_UNIT = 5
_NEAR = 40  # characters around a number that say what it means
# 不低于 ends with 低于 and 未达到 with 达到: the first list that fits is meant.
_BEFORE = (("at_least", ">="), ("at_most", "<="), ("less", "<"), ("more", ">"), ("reached", "="))
_AFTER = (("at_least_after", ">="), ("at_most_after", "<="))


class Quantity(NamedTuple):
    """A number with its unit. `sense` is the operator the words around it mean, "=" for 达到, "" for none.

    `start` to `end` are the words as they read, operator words included. `lead` is what stands before them in
    the clause, `rest` what follows it.
    """

    amount: Decimal
    unit: Unit
    sense: str
    start: int
    end: int
    lead: str
    rest: str

    @property
    def size(self) -> Fraction:
        """The quantity in base units."""
        return Fraction(self.amount) * self.unit.scale

    @property
    def closes(self) -> bool:
        """Whether nothing in the clause depends on it (…不低于95%，), as it does in 不少于50人的会议."""
        return not self.rest or bool(_CLAUSE_END.match(self.rest)) or self.rest[0] in "）)”"


def quantities(text: str, unit_of: Callable[[str], Unit]) -> Iterator[Quantity]:
    """Every number of `text` that is followed by a known unit; numbers in words only where an operator says so."""
    text = figures(text)
    for match in _NUMBER.finditer(text):
        follows = text[match.end() : match.end() + _LONGEST_UNIT]
        unit, length = _unit(follows, unit_of)
        amount = number(match[0].strip()) if unit else None
        if unit is None or amount is None:
            continue
        at = match.end() + length
        near = max(0, match.start() - _NEAR)
        before = text[near : match.start()].rstrip()
        sense, said, taken = _sense(before, text[at : at + _NEAR])
        if sense or match[0][0].isdigit():
            start = near + len(before) - said if said else match.start()
            lead = _CLAUSE_END.split(text[max(0, start - _NEAR) : start])[-1]
            yield Quantity(
                amount, unit, sense, start, at + taken, lead, text[at + taken : at + taken + _NEAR]
            )


def _unit(follows: str, unit_of: Callable[[str], Unit]) -> tuple[Unit | None, int]:
    """The longest unit that the words begin with; points (分) are no quantity here."""
    if not follows or (follows[0] == "分" and not follows.startswith(("分钟", "分贝", "分米"))):
        return None, 0
    if follows[0] in "%％":
        return unit_of("%"), 1
    for length in range(len(follows), 0, -1):
        unit = unit_of(follows[:length])
        if unit.known:
            return unit, length
    return None, 0


def _sense(before: str, after: str) -> tuple[str, int, int]:
    """The operator, how long its words before the number are, and how many characters behind the unit are its."""
    sense, said, taken = "", 0, 0
    for name, meaning in _BEFORE:
        if before.endswith(words("operators", name)):
            word = next(word for word in words("operators", name) if before.endswith(word))
            sense, said = meaning, len(word)
            break
    for name, meaning in _AFTER:
        word = next((word for word in words("operators", name) if after.startswith(word)), "")
        if word:
            sense, taken = meaning if sense in ("", "=") else sense, len(word)
            break
    return sense, said, taken
