"""How half-width stands for full width: one table for everything that reads what clerks type.

Chinese input methods give full-width digits, letters and signs, and several signs for one meaning (five for minus).
Every reading is one character to one, so places stay places. A room that reads more signs adds them to this table.
"""

from __future__ import annotations

from collections.abc import Mapping

_FULL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys(
    [0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000], 0x20
)
# U+2212 is the minus of formulas, the others are compatibility forms and what tables on paper are copied as.
_SIGNS = {
    ord(full): ord(half)
    for full, half in zip("−﹣⁻﹢﹪﹦﹤﹥≧⩾≦⩽═〜∼﹐﹔﹕﹒", "---+%=<>≥≥≤≤=~~,;:.", strict=True)
}

HALF_WIDTH: Mapping[int, int] = _FULL | _BLANKS | _SIGNS
# What a number or a unit is written with; brackets and punctuation stay as typed.
FIGURES: Mapping[int, int] = {
    full: half for full, half in HALF_WIDTH.items() if chr(half).isalnum() or chr(half) in "%.+-"
}


def half_width(text: str) -> str:
    """The text as a reader takes it: digits, letters, signs and blanks in half width."""
    return text if text.isascii() else text.translate(HALF_WIDTH)


def figures(text: str) -> str:
    """The text with its digits, letters, signs of numbers and ％ in half width, all else as typed."""
    return text if text.isascii() else text.translate(FIGURES)
