"""Which characters our fonts can print, from a packed table: needs neither fontTools nor WeasyPrint."""

from __future__ import annotations

import unicodedata
import zlib
from functools import cache

from goaldsl.emit.fonts import FOLDER

MISSING = "〓"  # the printers' mark for a sort that the case lacks

_PLANES = 0x30000  # the table has one bit for each code point of the planes 0 to 2
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})  # they leave no mark on paper
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def uncovered(text: str) -> list[str]:
    """The characters of `text` that no font of ours has, once each, in order of appearance."""
    return [character for character in dict.fromkeys(text) if not _printable(character)]


def needs_extension(text: str) -> bool:
    """Whether `text` has a character that only the extension faces can print."""
    base, rest = _maps()
    return any(not _in(base, code) and _in(rest, code) for code in map(ord, set(text)))


def _printable(character: str) -> bool:
    code = ord(character)
    return any(_in(bits, code) for bits in _maps()) or invisible(character)


def invisible(character: str) -> bool:
    """Whether the character leaves no mark of its own: a control, a joiner, a variation selector."""
    code = ord(character)
    return unicodedata.category(character) in _INVISIBLE or any(code in span for span in _VARIATION_SELECTORS)


def _in(bits: bytes, code: int) -> bool:
    return code < _PLANES and bool(bits[code >> 3] & 1 << (code & 7))


@cache
def _maps() -> tuple[bytes, bytes]:
    both = zlib.decompress((FOLDER / "coverage.bin").read_bytes())
    return both[: len(both) // 2], both[len(both) // 2 :]
