"""Rows without a sure counterpart that look like one: best mutual pairs, clearly ahead of the second best.

Also two old rows that add up to a new one, and pairs that only another way of counting keeps apart (换口径).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from goaldsl.catalog.data import packaged
from goaldsl.diff.likeness import MARGIN, THRESHOLD, core, likeness, resemblance, vetoed
from goaldsl.diff.view import Row

_COMMON = Fraction(55, 100)
"""Names that share fewer characters than this cannot reach the threshold whatever else is equal."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Rows that may be one. `apart`: what is counted changed, so they cannot be compared."""

    olds: tuple[Row, ...]
    news: tuple[Row, ...]
    confidence: Fraction
    apart: bool = False


Scores = dict[Row, dict[Row, Fraction]]


def suspicions(olds: Sequence[Row], news: Sequence[Row], pairs: Mapping[Row, Row]) -> list[Suspicion]:
    """Guesses over the rows that nothing certain matched; `pairs` are those that are certain."""
    beside = _Neighbours(pairs)
    scores: Scores = defaultdict(dict)
    vetoes: Scores = defaultdict(dict)
    for old, new in _candidates(olds, news):
        why = vetoed(old.traits, new.traits)
        score = likeness(old.traits, new.traits, beside.share(old, new))
        if why is None:
            scores[old][new] = score
        elif why == "unit":
            vetoes[old][new] = score
    found = _merged(scores)
    taken = {row for each in found for row in (*each.olds, *each.news)}
    found += _best(scores, taken)
    taken = {row for each in found for row in (*each.olds, *each.news)}
    return found + _apart(vetoes, taken)


def _candidates(olds: Sequence[Row], news: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pairs whose names share characters enough."""
    names = {row: core(row.name, row.traits.year) for row in (*olds, *news)}
    return [
        (old, new)
        for old in olds
        for new in news
        if set(names[old]) & set(names[new]) and _near(names[old], names[new])
    ]


def _near(one: str, other: str) -> bool:
    shared = len(set(one) & set(other))
    return 2 * shared >= min(len(set(one)), len(set(other))) and resemblance(one, other) >= _COMMON


class _Neighbours:
    """Which rows stand beside each other and are matched."""

    def __init__(self, pairs: Mapping[Row, Row]) -> None:
        self.of_old = {old.at: new.at for old, new in pairs.items()}

    def share(self, old: Row, new: Row) -> Fraction:
        hits = sum(self.of_old.get(old.at + step) == new.at + step for step in (-1, 1))
        return Fraction(hits, 2)


def _merged(scores: Scores) -> list[Suspicion]:
    """Old rows that prefer one new row, with their sum as its value."""
    prefer: dict[Row, list[tuple[Row, Fraction]]] = defaultdict(list)
    for old, row in scores.items():
        new, score = max(row.items(), key=lambda item: (item[1], -item[0].at))
        if score >= THRESHOLD:
            prefer[new].append((old, score))
    found = []
    for new, group in prefer.items():
        bounds = [old.promise.bound for old, _ in group]
        if len(group) < 2 or new.promise.bound is None or None in bounds or _is_rate(new):
            continue
        if sum((bound for bound in bounds if bound is not None), Fraction(0)) == new.promise.bound:
            confidence = min(score for _, score in group)
            found.append(Suspicion(tuple(old for old, _ in group), (new,), confidence))
    return found


def _is_rate(row: Row) -> bool:
    return row.promise.unit is not None and row.promise.unit.dimension == "rate"


def _best(scores: Scores, taken: set[Row]) -> list[Suspicion]:
    of_new: Scores = defaultdict(dict)
    for old, row in scores.items():
        for new, score in row.items():
            if old not in taken and new not in taken:
                of_new[new][old] = score
    found = []
    for new, row in of_new.items():
        old, score = max(row.items(), key=lambda item: item[1])
        if (
            score >= THRESHOLD
            and _ahead(row, old)
            and _ahead({each: value for each, value in scores[old].items() if each not in taken}, new)
        ):
            found.append(Suspicion((old,), (new,), min(score, Fraction(1))))
    return found


def _ahead(row: Mapping[Row, Fraction], best: Row) -> bool:
    """Whether one is the best by a margin."""
    others = [score for other, score in row.items() if other is not best]
    return row[best] - max(others, default=Fraction(-1)) >= MARGIN


def _apart(vetoes: Scores, taken: set[Row]) -> list[Suspicion]:
    """One and one, of one class, about one thing: only what is counted differs."""
    found = []
    for old, row in vetoes.items():
        near = [new for new in row if old not in taken and new not in taken and _one_thing(old, new)]
        if near:
            best = max(near, key=lambda new: row[new])
            found.append(Suspicion((old,), (best,), max(row[best], Fraction(0)), apart=True))
            taken |= {old, best}
    return found


def _one_thing(old: Row, new: Row) -> bool:
    one, other = (_thing(core(row.name, row.traits.year)) for row in (old, new))
    return old.category == new.category and (one == other or one in other or other in one) and bool(one)


def _thing(name: str) -> str:
    """The name without the word that says what is counted: 座谈会人数 and 座谈会次数 are about 座谈会."""
    for word in _counts():
        if name.endswith(word) and len(name) > len(word) + 1:
            return name.removesuffix(word)
    return name


@cache
def _counts() -> tuple[str, ...]:
    return tuple(sorted(packaged("lexicon/renames.toml")["count_words"], key=len, reverse=True))
