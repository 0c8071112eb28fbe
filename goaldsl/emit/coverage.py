"""Which characters our fonts can print, from a packed table: needs neither fontTools nor WeasyPrint."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator
from functools import cache

from goaldsl.diagnostics import Finding, Message
from goaldsl.emit.codes import NO_GLYPH
from goaldsl.emit.fonts import FOLDER
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.table import Table

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


def findings(table: Table, source: str) -> Iterator[Finding]:
    """A warning for each character of the form that no font has, at its first place in the source text."""
    for character in uncovered(table_text(table)):
        at = source.find(character)
        number = f"U+{ord(character):04X}"
        yield Finding(
            NO_GLYPH,
            NOWHERE if at < 0 else Span(at, at + 1),
            Message(
                f"字体里没有“{character}”（{number}），PDF 里印作“{MISSING}”",
                f"no font has “{character}” ({number}); the PDF prints {MISSING} instead",
            ),
            remedy=Message("换成规范字；表情符号、私用区字请删去", "use a standard character"),
        )


def table_text(table: Table) -> str:
    """All that is printed on the form."""
    cells = (cell.text for row in table.rows for cell in row.cells)
    lines = (part for line in (*table.above, *table.below) for part in (line.label, line.text))
    return "\n".join((table.title, table.subtitle, *lines, *cells, table.notes_title, *table.notes))


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
