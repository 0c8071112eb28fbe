"""Did you mean: the nearest known word, only when it is really near."""

from __future__ import annotations

from collections.abc import Iterable

from goaldsl.catalog.spelling import folded


def similar(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate nearest to `word`, or None when none is near enough to be worth a suggestion.

    Chinese words are short: of two to four characters one may differ, of more a third of them. A word cut
    short (数量 for 数量指标) is near when at least half of it is there.
    """
    asked = folded(word)
    best: tuple[int, bool, int, str] | None = None
    for candidate in candidates:
        known = folded(candidate)
        allowed = _tolerance(asked, known)
        cut = _is_cut(asked, known)  # of two words equally near, the one that the typed word begins
        if cut and (best is None or (1, False, len(candidate), candidate) < best):
            best = (1, False, len(candidate), candidate)
        if abs(len(known) - len(asked)) > allowed:
            continue
        distance = _distance(asked, known)
        if distance <= allowed and (best is None or (distance, not cut, len(candidate), candidate) < best):
            best = (distance, not cut, len(candidate), candidate)
    return best[3] if best else None


def _is_cut(word: str, known: str) -> bool:
    return 2 <= len(word) < len(known) <= 2 * len(word) and known.startswith(word) and not word.isascii()


def _tolerance(word: str, other: str) -> int:
    longer = max(len(word), len(other))
    return 0 if min(len(word), len(other)) < 2 else 1 if longer <= 4 else longer // 3


def _distance(word: str, other: str) -> int:
    """Edits (insert, delete, replace, swap neighbours) that turn `word` into `other`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, character in enumerate(word, 1):
        current = [i]
        for j, opposite in enumerate(other, 1):
            cost = min(row[j] + 1, current[-1] + 1, row[j - 1] + (character != opposite))
            if i > 1 and j > 1 and character == other[j - 2] and word[i - 2] == opposite:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1]
