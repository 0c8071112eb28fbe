"""Characters that old programs kept as places in a symbol font, and blanks that nobody sees."""

from __future__ import annotations

import re

# Symbol, by code in the private area F000–F0FF: Word's Insert › Symbol writes these and no text at all
SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xBB: "≈", 0xBA: "≡", 0xB0: "°", 0xB7: "·",
    0x3C: "<", 0x3D: "=", 0x3E: ">", 0x25: "%", 0x2B: "+", 0x2D: "-", 0xB2: "″", 0xA2: "′", 0xA5: "∞", 0xD6: "√",
}  # fmt: skip
_WINGDINGS = {
    0xFE: "☑",
    0xFD: "☒",
    0xA8: "□",
    0x6F: "□",
    0x71: "□",
    0x52: "☑",
    0xFC: "✓",
    0xFB: "✗",
    0x6E: "■",
}
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u180e\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
_BLANK = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def symbol(font: str, code: int) -> str:
    """The character that a code means in a symbol font; a code nobody knows stays visible."""
    place = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if font.casefold().startswith("wingding"):
        return _WINGDINGS.get(place, "□")
    if place in SYMBOL:
        return SYMBOL[place]
    return chr(place) if 0x20 <= place < 0x7F else "\ufffd"


def cleaned(text: str) -> str:
    """The words of a cell: line ends as LF, blanks single and stripped, private symbols as what they show."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("\n" if "\x0b" in text or "\u2028" in text else " ", _INVISIBLE.sub("", text))
    text = "".join(symbol("Symbol", ord(each)) if 0xF020 <= ord(each) <= 0xF0FF else each for each in text)
    lines = (_BLANK.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
