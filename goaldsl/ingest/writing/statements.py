"""The statements of a `.goal` file, as text: fields, blocks, indicators. The one seam to a printer of declarations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from goaldsl.ingest.reading.result import IndicatorRead

_WORDS = re.compile(r"\s+")
_ITEM_STYLES = (
    r"{n}、", r"{n}\.(?!\d)", r"{n}．", r"[(（]{n}[)）]", r"{汉}、", r"[(（]{汉}[)）]", r"{圈}", r"目标{n}[:：]",
)  # fmt: skip
_DIGITS = "一二三四五六七八九十"
_BREAK = r"\n"
# a word that would begin a clause, or a mark that would begin a comment, inside a text
_GUARDED = re.compile(r"(?<=\s)#|^#")


def squeezed(text: str) -> str:
    """Words without blanks, in half width: how two printings of one cell are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def one_line(text: str) -> str:
    """Words in one line, breaks between Chinese characters closed up."""
    text = re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])", "", text.strip())
    return _WORDS.sub(" ", text)


def texts(text: str) -> Iterator[str]:
    """Ways of writing a text in one line, the most faithful first."""
    if "\n" in text:
        escaped = _BREAK.join(_WORDS.sub(" ", line).strip() for line in text.split("\n"))
        yield _GUARDED.sub(r"\\#", escaped)
    line = one_line(text)
    yield line
    yield _GUARDED.sub(r"\\#", line)
    yield _GUARDED.sub("＃", line)


def names(name: str) -> Iterator[str]:
    """Ways of writing a name."""
    line = one_line(name)
    yield line
    if '"' not in line:
        yield f'"{line}"'
    yield _GUARDED.sub(r"\\#", line)
    yield "“".join(line.split('"')) if '"' in line else f'"{_GUARDED.sub("＃", line)}"'


def targets(row: IndicatorRead) -> Iterator[str]:
    """Ways of writing what a row promises."""
    value, unit = one_line(row.value), one_line(row.unit)
    tight = "" if unit.startswith(("%", "‰")) else " "
    measure = f"{value}{tight}{unit}".strip()
    if not value:
        yield f"{row.operator} {unit}".strip() if row.operator != "定性" else "定性"
        return
    if row.operator == "定性":
        yield f"定性 {measure}"
    elif row.operator:
        yield f"{row.operator} {measure}"
    else:
        if row.printed_target:
            yield one_line(row.printed_target)
        yield measure
        yield f"定性 {measure}"


def items(text: str) -> list[str]:
    """A block's paragraphs: at line breaks, and before each number where the numbers count on from one."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        if paragraph.strip():
            found += _numbered(_WORDS.sub(" ", paragraph).strip())
    return found


def _numbered(text: str) -> list[str]:
    for style in _ITEM_STYLES:
        starts = _counting(text, style)
        if len(starts) >= 2:
            bounds = [0, *starts, len(text)] if starts[0] else [*starts, len(text)]
            return [part for a, b in zip(bounds, bounds[1:], strict=False) if (part := text[a:b].strip())]
    return [text]


def _counting(text: str, style: str) -> list[int]:
    """Where 1, 2, 3 … stand in this style, one behind the other; a gap of one is a clerk's slip."""
    starts: list[int] = []
    at = number = 0
    while number < 60:
        for step in (1, 2):
            match = re.compile(rf"(?<!\d){_mark(style, number + step)}").search(text, at)
            if match:
                break
        if match is None or (not starts and step == 2):
            return starts
        starts.append(match.start())
        at, number = match.end(), number + step
    return starts


def _mark(style: str, number: int) -> str:
    chinese = _DIGITS[number - 1] if number <= 10 else "十" + _DIGITS[number - 11] if number < 20 else "$."
    circle = chr(0x245F + number) if number <= 20 else "$."
    return style.replace("{n}", str(number)).replace("{汉}", chinese).replace("{圈}", circle)
