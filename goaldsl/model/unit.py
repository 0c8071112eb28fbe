"""Units of measure (计量单位): what they count and how large they are."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

UNKNOWN_DIMENSION = "unknown"
_NOTE = re.compile(r"(?<=元)整$|\s*[(（]不?含[^()（）]*[)）]$")  # says what is counted in; the form prints it


class Unit(Struct, frozen=True):
    """A unit as the catalog knows it.

    `dimension` is "count", "rate", "money", "months" (年 季 月), "hours" (周 天 时), "area", "length", "weight" …,
    or "unknown". `scale` is the size in the dimension's base unit: 万元 = 10 000 (元), % = 1/100.
    `counted` names what a count counts (人, 人次, 篇): two counts convert only when it is the same.
    `whole` tells that only whole base units occur (篇 yes, 元/亩 no).
    """

    symbol: str
    dimension: str
    scale: Fraction
    counted: str | None = None
    whole: bool = False

    @property
    def known(self) -> bool:
        return self.dimension != UNKNOWN_DIMENSION


def unknown_unit(symbol: str) -> Unit:
    """The unit of a word that no catalog lists."""
    return Unit(symbol, UNKNOWN_DIMENSION, Fraction(1), counted=symbol)


def unit_word(printed: str) -> str:
    """The unit that a printed one is looked up as: %（百分比） is %, 篇（含） is 篇, 万元（含税） and 万元整 are 万元."""
    return printed[0] if printed[:1] in ("%", "‰") else _NOTE.sub("", printed) or printed
