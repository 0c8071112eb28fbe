"""The words of scoring sentences with their meaning, once each: `grammar/reading/words.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from goaldsl.catalog.data import packaged

KINDS = {
    "compare": "c", "bound": "a", "edge": "q", "each": "E", "direction": "o", "nothing": "Z", "full": "F", "points": "S",
    "half": "h", "result": "g", "target": "T", "actual": "V", "rate": "R", "by": "p", "operator": "x", "range": "~",
    "spent": "k", "end": "e", "signed": "s", "open": "O", "most": "M", "base": "b", "tolerance": "B", "marker": "m", "linear": "l", "continue": "C", "basis": "i", "aside": "$", "heading": "I", "below": "y",
    "else": "H", "spread": "D", "judge": "j", "stop": "!", "and": "&", "filler": "t", "noun": "w",
}  # fmt: skip
"""The sign that stands for each kind of word in a pattern."""

_PAY = {"gain": "G", "lose": "L", "owe": "W", "add": "A", "both": "X"}


class Word(Struct, frozen=True):
    """What a word is and what it means."""

    text: str
    kind: str
    meaning: str


class Lexicon:
    """The words by their first sign, the longest first; `counters` are units behind a number only."""

    def __init__(self, words: Mapping[str, Word], counters: frozenset[str]) -> None:
        self.words, self.counters = words, counters
        self._starts: dict[str, list[Word]] = {}
        for word in sorted(words.values(), key=lambda word: -len(word.text)):
            self._starts.setdefault(word.text[0], []).append(word)

    def at(self, text: str, place: int) -> Word | None:
        """The longest word that stands at `place`."""
        for word in self._starts.get(text[place], ()):
            if text.startswith(word.text, place):
                return word
        return None


def _entries(sections: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for section, meanings in sections.items():
        if section == "counter":
            continue
        for meaning, texts in meanings.items():
            kind = _PAY[meaning] if section == "pay" else KINDS[section]
            for text in texts:
                if text in words:
                    raise ValueError(f"{text} stands twice in the lexicon")
                words[text] = Word(text, kind, meaning)
    return words


def _counters(sections: Mapping[str, Mapping[str, list[str]]]) -> frozenset[str]:
    return frozenset(text for texts in sections.get("counter", {}).values() for text in texts)


@cache
def lexicon() -> Lexicon:
    """The packaged lexicon."""
    sections = packaged("reading/words.toml")
    return Lexicon(_entries(sections), _counters(sections))
