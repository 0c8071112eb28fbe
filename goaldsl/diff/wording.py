"""Words compared without what never counts: width, blanks, quotes, the years of two forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(dict.fromkeys("“”‘’\"'「」『』《》〈〉", ""))
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s*(?:年|[-./]\s*\d)|\b(?!\d))")
_PUNCTUATION = str.maketrans({"。": ".", "；": ";", "，": ",", "：": ":", "、": "、", "～": "~", "—": "-"})


@lru_cache(8192)
def plain(text: str) -> str:
    """The text in half width, lower case, without blanks and quotes."""
    half = unicodedata.normalize("NFKC", text).casefold().translate(_PUNCTUATION)
    return "".join(half.translate(_QUOTES).split())


def alike(one: str, other: str) -> bool:
    """Whether two texts read the same."""
    return one == other or plain(one).rstrip(".;,") == plain(other).rstrip(".;,")


@lru_cache(8192)
def masked(text: str, year: int | None) -> str:
    """The text with the years near `year` as their distance from it: 2026年 of a form of 2026 is 〔0〕年."""
    if year is None or not any(mark in text for mark in ("19", "20", "１９", "２０")):
        return text

    def distance(match: re.Match[str]) -> str:
        apart = int(match[1]) - year
        return f"〔{apart:+d}〕" if -5 <= apart <= 5 else match[1]

    return _YEAR.sub(distance, unicodedata.normalize("NFKC", text))


@lru_cache(8192)
def bare(name: str, year: int | None = None) -> str:
    """A name as two years share it: without bracketed notes and years."""
    half = plain(masked(name, year))
    while (shorter := _BRACKETED.sub("", half)) != half and shorter:
        half = shorter
    return half.replace("〔+0〕年度", "").replace("〔+0〕年", "").replace("〔+0〕", "") or half


def notes(name: str, year: int | None = None) -> tuple[str, ...]:
    """The bracketed notes of a name."""
    return tuple(_BRACKETED.findall(plain(masked(name, year))))
