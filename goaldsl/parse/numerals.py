"""Numbers in words: 三, 十二, 两千零五十."""

from __future__ import annotations

from decimal import Decimal

CHARACTERS = "零〇一二两三四五六七八九十百千万亿"
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIAD, _HUNDRED_MILLION = 10**4, 10**8


def chinese_number(words: str) -> Decimal | None:
    """The number that Chinese numerals spell; None for what is no number (两三, 十百)."""
    total = myriads = section = digit = 0
    digits_in_a_row = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
            digits_in_a_row = 0 if digit == 0 else digits_in_a_row + 1
            if digits_in_a_row > 1:
                return None
            continue
        if character in _TENS:
            section += (digit or 1) * _TENS[character]
        elif character == "万":
            myriads, section = (section + digit) * _MYRIAD, 0
        elif character == "亿":
            total += (myriads + section + digit) * _HUNDRED_MILLION
            myriads = section = 0
        else:
            return None
        digit = digits_in_a_row = 0
    return Decimal(total + myriads + section + digit) if words else None


def number(words: str) -> Decimal | None:
    """The number that figures (of either width, with thousands separators) or Chinese numerals spell."""
    figures = words.replace(",", "")
    if figures[:1].isdigit():
        return Decimal(figures)
    return chinese_number(words)
