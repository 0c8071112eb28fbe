"""The shadow of a sentence: half-width, without blanks, one sign for each kind of punctuation.

`origins` maps every place of the shadow back to the sentence.
"""

from __future__ import annotations

import re

from msgspec import Struct

from goaldsl.parse.shadow import ZERO_WIDTH
from goaldsl.width import HALF_WIDTH

# Sentences also write products, brackets of every kind, and dashes of every length for a range.
_TWINS = {**HALF_WIDTH} | {
    ord(a): ord(b) for a, b in zip("—–✕╳＊∗∕〔〕【】｛｝", "--××**/()()()", strict=True)
}
_BLANK = re.compile(r"\s+|" + ZERO_WIDTH.pattern)
_THOUSANDS = re.compile(r"(?<=\d)(?<![\[［]\d)(?<![\[［]\d\d)(?<![\[［]\d{3}),(?=\d{3}(?![\d\]］]))")
_POINT = re.compile(r"(?<=\d)[・·•](?=\d+分)")
_NOUGHT = re.compile("(?<=[得计记赋])[OoＯ〇](?=分)")
_PERCENT = re.compile(r"百分之([零一二两三四五六七八九十百]+|\d+(?:\.\d+)?)")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}


class Shadow(Struct, frozen=True):
    """`text` is parsed; `original` is what words are taken from."""

    text: str
    original: str
    origins: tuple[int, ...]

    def words(self, start: int, end: int) -> str:
        """The original words under a stretch of the shadow."""
        if end <= start:
            return ""
        return self.original[self.origins[start] : self.origins[end - 1] + 1].strip()


def cast(sentence: str) -> Shadow:
    """The shadow of a sentence."""
    signs, places = _without(_THOUSANDS, sentence, list(range(len(sentence) + 1)))
    signs, places = _without(_BLANK, signs.translate(_TWINS), places)
    signs = _NOUGHT.sub("0", _POINT.sub(".", signs))
    if "百分之" in signs:
        signs, places = _percentages(signs, places)
    return Shadow(signs, sentence, tuple(places))


def _without(pattern: re.Pattern[str], text: str, places: list[int]) -> tuple[str, list[int]]:
    """Text and places without the matches of `pattern`."""
    if not pattern.search(text):
        return text, places
    kept: list[int] = []
    end = 0
    for match in pattern.finditer(text):
        kept += range(end, match.start())
        end = match.end()
    kept += range(end, len(text))
    return "".join(text[at] for at in kept), [*(places[at] for at in kept), places[-1]]


def _percentages(text: str, places: list[int]) -> tuple[str, list[int]]:
    """百分之九十五 as 95%."""
    parts, moved, end = [], [], 0
    for match in _PERCENT.finditer(text):
        digits = f"{counted(match.group(1))}%"
        parts += [text[end : match.start()], digits]
        moved += places[end : match.start()] + [places[match.start()]] * (len(digits) - 1)
        moved.append(places[match.end() - 1])
        end = match.end()
    return "".join([*parts, text[end:]]), moved + places[end:]


def counted(numeral: str) -> str:
    """The digits of a numeral up to 百: 三十五 is 35, 半 is 0.5; digits stay."""
    if numeral == "半":
        return "0.5"
    if not any(sign in numeral for sign in "十百") and numeral[0] in _DIGITS:
        return "".join(str(_DIGITS[sign]) for sign in numeral)
    if numeral[0] not in "零一二两三四五六七八九十百":
        return numeral
    hundreds, _, rest = numeral.rpartition("百")
    tens, ten, ones = rest.lstrip("零").rpartition("十")
    total = 100 * _DIGITS.get(hundreds or "一", 1) if "百" in numeral else 0
    total += (10 * _DIGITS.get(tens, 1)) if ten else 0
    return str(total + _DIGITS.get(ones, 0))
