"""How much two indicators look like one and the same under another name, and what forbids it.

Measured on pairs of different indicators in real forms and on edits of real names: inserting, dropping and swapping
parts of a name keeps the thing, substituting characters (开工/完工, 学生/家长) makes another.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cache, lru_cache

from goaldsl.catalog.data import packaged
from goaldsl.diff.promise import Promise, Sort
from goaldsl.diff.wording import bare
from goaldsl.model.taxonomy import Category
from goaldsl.scoring.quantity import converts

_NAME, _TARGET, _NEIGHBOUR = Fraction(85, 100), Fraction(10, 100), Fraction(5, 100)
_OTHER_CLASS, _SUBSTITUTED = Fraction(10, 100), Fraction(30, 100)
THRESHOLD, MARGIN = Fraction(55, 100), Fraction(8, 100)

_NUMBER = re.compile(r"\d+(?:\.\d+)?|第?[一二三四五六七八九十]+(?=期|批|阶段|季度|类|级|标段|轮)")


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a row."""

    name: str
    year: int | None
    category: Category | None
    promise: Promise


def core(name: str, year: int | None) -> str:
    """The name with its synonyms made one."""
    return _core(bare(name, year))


@lru_cache(8192)
def _core(word: str) -> str:
    for pattern, common in _synonyms():
        word = pattern.sub(common, word)
    return word


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    tables = packaged("lexicon/renames.toml")
    groups = [(tuple(sorted(group["words"], key=len, reverse=True)), group) for group in tables["synonym"]]
    return tuple(
        (re.compile(f"(?:{'|'.join(map(re.escape, words))}){group.get('before', '')}"), group["words"][0])
        for words, group in groups
    )


@cache
def _heads() -> frozenset[str]:
    return frozenset(packaged("lexicon/renames.toml")["rate_heads"])


@cache
def _rates() -> tuple[str, ...]:
    return tuple(packaged("lexicon/renames.toml")["rate_endings"])


@lru_cache(32_768)
def resemblance(one: str, other: str) -> Fraction:
    """The larger of the shares of common pairs of characters and of common characters."""
    return max(_overlap(_pairs(one), _pairs(other)), _overlap(Counter(one), Counter(other)))


@lru_cache(8192)
def _pairs(word: str) -> Counter[str]:
    return Counter(word[at : at + 2] for at in range(len(word) - 1))


def _overlap(one: Counter[str], other: Counter[str]) -> Fraction:
    total = one.total() + other.total()
    return Fraction(2 * (one & other).total(), total) if total else Fraction(0)


Edit = tuple[str, str]
"""What is dropped and what stands there instead."""


@lru_cache(8192)
def edits(one: str, other: str) -> tuple[Edit, ...]:
    """The stretches in which two names differ."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return tuple((one[a:b], other[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


@lru_cache(8192)
def substitutes(one: str, other: str) -> bool:
    """Whether characters stand in the place of others; a part that only moved is no substitution."""
    found = edits(one, other)
    dropped, added = (Counter("".join(edit[side] for edit in found)) for side in (0, 1))
    moved = dropped & added
    for gone, came in found:
        left, right = _without(gone, moved), _without(came, moved)
        if left and right:
            return True
        if (left in _heads() or right in _heads()) and one.endswith(_rates()) and other.endswith(_rates()):
            return True
    return False


def _without(word: str, moved: Counter[str]) -> str:
    return "".join(character for character in word if character not in moved)


def vetoed(one: Traits, other: Traits) -> str | None:
    """Why two rows cannot be the same: "unit" another dimension, "number" other numbers in the names."""
    if _NUMBER.findall(core(one.name, one.year)) != _NUMBER.findall(core(other.name, other.year)):
        return "number"
    return "unit" if _apart(one.promise, other.promise) else None


def _apart(one: Promise, other: Promise) -> bool:
    times = (Sort.DATE, Sort.SPAN)
    if one.sort is Sort.NUMBER and other.sort is Sort.NUMBER:
        known = one.unit is not None and other.unit is not None and one.unit.known and other.unit.known
        return (
            known and one.unit is not None and other.unit is not None and not converts(one.unit, other.unit)
        )
    return (one.sort in times and other.sort is Sort.NUMBER) or (
        one.sort is Sort.NUMBER and other.sort in times
    )


def likeness(one: Traits, other: Traits, neighbours: Fraction) -> Fraction:
    """The score of a pair. `neighbours`: the share of the rows beside them that are matched with each other."""
    left, right = core(one.name, one.year), core(other.name, other.year)
    score = _NAME * resemblance(left, right) + _TARGET * closeness(one.promise, other.promise)
    score += _NEIGHBOUR * neighbours
    if one.category != other.category and one.category and other.category:
        score -= _OTHER_CLASS
        score -= _OTHER_CLASS if one.category.level1 != other.category.level1 else 0
    return score - (_SUBSTITUTED if substitutes(left, right) else 0)


def closeness(one: Promise, other: Promise) -> Fraction:
    """How near two targets are, from 0 to 1."""
    if one.sort is not other.sort:
        return Fraction(0)
    if one.bound is None or other.bound is None:
        return Fraction(int(one.sort is not Sort.NONE and one.text == other.text))
    if one.bound == other.bound:
        return Fraction(1)
    larger = max(abs(one.bound), abs(other.bound))
    return max(1 - abs(one.bound - other.bound) / larger, Fraction(0))


def marked(one: str, other: str) -> str:
    """The new name with what came in in brackets and what went in slashed ones: 走访慰问[老]党员人数."""
    parts: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(other[c:d])
        else:
            parts.append((f"〔-{one[a:b]}〕" if b > a else "") + (f"[{other[c:d]}]" if d > c else ""))
    return "".join(parts)
