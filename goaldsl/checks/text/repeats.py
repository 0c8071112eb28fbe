"""Groups of two and more characters written twice in a row: 按计划计划, 854万854万. Lists: `repeats.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goaldsl.checks.text.lexicon import words

_LENGTHS = range(2, 9)
# Letters that are neither Latin nor digits: written as a range, 20 000 characters take 2 ms to compile.
_CHINESE = re.compile(r"[^\W\d_a-zA-Z]+")
_FIGURES = re.compile(r"(?<!\d)(?<!\d[.,])\d[\d.,]*(?:[万亿]?[元个人次项件户%％公里]{1,2}|[万亿])")


def repeating_lines(prose: str) -> set[str]:
    """The lines in which some group of two to eight characters is followed by itself.

    The text is laid over itself, moved by the length of the group; where they are equal, exclusive or leaves
    zeros. Big integers do that for a whole declaration in the time that a pattern needs for a line.
    """
    codes = prose.encode("utf-32-le", "surrogatepass")
    plain = int.from_bytes(codes, "little")
    lines = set()
    for length in _LENGTHS:
        difference = (plain ^ (plain >> 32 * length)).to_bytes(len(codes), "little")[: -4 * length]
        at = difference.find(bytes(4 * length))
        while at >= 0:
            start, end = prose.rfind("\n", 0, at // 4 + 1) + 1, prose.find("\n", at // 4 + 1)
            end = len(prose) if end < 0 else end
            lines.add(prose[start:end])
            at = difference.find(bytes(4 * length), 4 * max(end, at // 4 + 1))
    return lines


def repeats(text: str) -> Iterator[tuple[int, int]]:
    """Where a group begins and where its repetition ends, as far as it looks like a slip."""
    at = 0
    while at < len(text):
        length = next((length for length in _LENGTHS if _slip(text, at, length)), 0)
        if length:
            yield at, at + 2 * length
        at += 2 * length or 1
    for match in _FIGURES.finditer(text):
        if text.startswith(match[0], match.end()):
            yield match.start(), match.end() + len(match[0])


def _slip(text: str, at: int, length: int) -> bool:
    group, end = text[at : at + length], at + 2 * length
    if text[at + length : end] != group or not _CHINESE.fullmatch(group):
        return False
    if len(set(group)) == 1 or group.startswith("一"):  # 一个一个, 哈哈哈哈
        return False
    rest = text[at + length :]
    return not (
        group in words("repeats", "verbs")
        or rest.startswith(words("repeats", "words"))
        or text.startswith(words("repeats", "endings"), end)
        or text.startswith(words("repeats", "interlocked"), at)
        or text[max(0, at - 4) : at + length].endswith(words("repeats", "words"))  # 安全生产|生产…
    )
