"""The quantities a goal promises: 完成调研报告3篇 promises 3 篇 of 调研报告. Words: `grammar/lexicon/promises.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from goaldsl.catalog.data import packaged
from goaldsl.model.unit import Unit

_CLAUSE = re.compile(r"(?:[^，,;；。！？!?\n：:、]|(?<=\d),(?=\d{3}))+")
_NUMBER = re.compile(
    r"(?<![\d.,A-Za-z第〔\[+/－-])(\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(\.\d{1,6})?(?![\d.]|[-—～~/]\d)\s*"
)
_END = re.compile(r"\s*(?:（?(?:及|含)?以?[上下内]）?|左右|[）)\]】”\"]|$)")
_MARKS = re.compile(r"[\s（）()“”\"]")
_LONGEST_UNIT = 8
_LONGEST_THING = 40  # behind a number, what it counts is named within so many characters
_MULTIPLES = {"千": 10**3, "万": 10**4, "亿": 10**8}
_TIME = ("months", "hours")


@dataclass(frozen=True, slots=True)
class Promise:
    """A quantity in a text. `words` are those it is said with, `thing` what is counted, without verbs (调研报告).

    `limit`: "least", "most" or "" when only the number is said. `start`, `end`: the number and unit in the text.
    `firm`: said as something to be done, not as a circumstance (对全县12个乡镇…).
    """

    words: str
    thing: str
    amount: Decimal
    unit: Unit
    limit: str
    firm: bool
    start: int
    end: int

    @property
    def size(self) -> Fraction:
        """The quantity in base units."""
        return Fraction(self.amount) * self.unit.scale

    @property
    def figures(self) -> set[Decimal]:
        """The number as it may stand elsewhere without its unit: 8万亩 is 8, or 80000."""
        return {self.amount, self.amount * _MULTIPLES.get(self.unit.symbol[:1], 1)}


def promises(text: str, unit_of: Callable[[str], Unit]) -> Iterator[Promise]:
    """Every quantity of `text` that has a known unit; dates and durations are not quantities here."""
    for clause in _CLAUSE.finditer(text):
        yield from _in_clause(clause[0], clause.start(), unit_of)


def thing(words: str) -> str:
    """The words without verbs, adverbs and counting words: 调研报告 of 调研报告完成篇数."""
    return _pattern("fillers").sub("", _MARKS.sub("", words)).removesuffix("量")


def _in_clause(clause: str, offset: int, unit_of: Callable[[str], Unit]) -> Iterator[Promise]:
    before = 0
    for match in _NUMBER.finditer(clause):
        unit, word = _unit(clause[match.end() : match.end() + _LONGEST_UNIT], unit_of)
        if unit is None:
            continue
        end = match.end() + len(word)
        if unit.dimension not in _TIME:
            said_last = _END.match(clause, end)
            lead, tail = clause[before : match.start()].lstrip(" )）】”"), clause[end : end + _LONGEST_THING]
            written = clause[match.start() : said_last.end() if said_last else end + _LONGEST_THING]
            around = lead + (said_last[0] if said_last else "")
            yield Promise(
                words=(lead + written).strip(),
                thing=thing(lead if said_last else tail),
                amount=Decimal(match[1].replace(",", "") + (match[2] or "")),
                unit=unit,
                limit=_limit(around),
                firm=_firm(lead, said_last is not None, unit),
                start=offset + match.start(),
                end=offset + end,
            )
        before = end


def _unit(text: str, unit_of: Callable[[str], Unit]) -> tuple[Unit | None, str]:
    """The longest known unit that `text` begins with."""
    for length in range(min(_LONGEST_UNIT, len(text)), 0, -1):
        unit = unit_of(text[:length])
        if unit.known and not (length == 1 and text[0].isascii() and text[0].isalpha()):  # 5G基站, 4A级景区
            return unit, text[:length]
    return None, ""


def _firm(lead: str, said_last: bool, unit: Unit) -> bool:
    if _pattern("circumstances").search(lead) or lead.endswith("个"):  # 三个100% is a slogan
        return False
    if said_last:
        return unit.dimension == "rate" or bool(_pattern("verbs").search(lead) or _limit(lead))
    return lead.endswith(_words("verbs"))  # 完成3处文物修缮


def _limit(words: str) -> str:
    """不低于 is found before the 低于 in it: the pattern takes the first and longest word."""
    found = _pattern("at_least", "at_most").search(words)
    if found is None:
        return ""
    return "least" if found[0] in _words("at_least") else "most"


@cache
def _words(name: str) -> tuple[str, ...]:
    words: Iterable[str] = packaged("lexicon/promises.toml")[name]
    return tuple(words)


@cache
def _pattern(*names: str) -> re.Pattern[str]:
    words = sorted((word for name in names for word in _words(name)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
