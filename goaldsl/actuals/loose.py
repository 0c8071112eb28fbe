"""What clerks type into the file of actual values, made TOML: 94%, 12,500, 2026年10月20日, ＝, curly quotes, bare keys.

Only what no TOML parser takes is put in quotation marks; every place in the new text leads back to the typed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from goaldsl.actuals.places import Places
from goaldsl.catalog.toml_spans import Entry, Path
from goaldsl.diagnostics import Finding
from goaldsl.model.place import Span

_STATEMENT = re.compile(
    r"(?P<indent>[ \t　]*)(?P<key>[^=＝#\n]+?)(?P<sign>[ \t　]*[=＝][ \t　]*)(?P<value>[^\n]*)"
)
_HEADER = re.compile(
    r"(?P<indent>[ \t　]*)[\[［【](?P<parts>[^\[\]［］【】\n]+)[\]］】](?P<rest>[ \t　]*(?:#[^\n]*)?)"
)
_COMMENT = re.compile(r"(?:^|[ \t　]+)#.*$")
_PROPER = re.compile(
    r"""["'\[{].*|true|false|[+-]?(?:0|[1-9]\d*)(?:\.\d+)?|\d{4}-\d\d-\d\d(?:[T ][\d:.]+)?"""
)
_PROPER_KEY = re.compile(r"""[A-Za-z0-9_.-]+|["'].*""")
_CURLY = re.compile(r"[“”„＂‘’](?P<words>[^“”„＂‘’]*)[“”„＂‘’]")
_LONG_TEXT = ('"""', "'''")


class Loosened(NamedTuple):
    """TOML, and for each of its characters the place in the typed text."""

    text: str
    origins: Sequence[int]

    def span(self, span: Span) -> Span:
        """Where a stretch of the TOML was typed."""
        last = len(self.origins) - 1
        return Span(self.origins[min(span.start, last)], self.origins[min(span.end, last)])

    def finding(self, finding: Finding) -> Finding:
        """A finding with its places in the typed text."""
        fix = finding.fix
        related = tuple(replace(each, span=self.span(each.span)) for each in finding.related)
        if fix is not None:
            fix = replace(fix, edits=tuple(replace(each, span=self.span(each.span)) for each in fix.edits))
        return replace(finding, span=self.span(finding.span), related=related, fix=fix)


class TypedPlaces(NamedTuple):
    """The places of entries, led back to the typed text."""

    places: Places
    loosened: Loosened

    def nearest(self, path: Path) -> Entry:
        key, value = self.places.nearest(path)
        return Entry(self.loosened.span(key), self.loosened.span(value))


def loosened(text: str) -> Loosened:
    """The text as TOML; one that is TOML already stays as it is, character by character."""
    pieces: list[str] = []
    origins: list[int] = []
    inside, start = "", 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n")
        parts = [(body, 0)] if inside else _line(body)
        marks = [mark for mark in _LONG_TEXT if body.count(mark) % 2]
        inside = ("" if inside in marks else inside) if inside else (marks[0] if marks else "")
        for words, at in (*parts, (line[len(body) :], len(body))):
            pieces.append(words)
            origins += _places(words, start + at, body, at)
        start += len(line)
    return Loosened("".join(pieces), (*origins, len(text)))


def _places(words: str, start: int, body: str, at: int) -> list[int]:
    """The places of words: one for one where they stand in the line as they are, else all where they begin."""
    if body[at : at + len(words)] == words or at >= len(body):
        return [start + offset for offset in range(len(words))]
    return [start] * len(words)


def _line(body: str) -> list[tuple[str, int]]:
    """The parts of a line with the columns where they were typed."""
    header = _HEADER.fullmatch(body)
    if header is not None:
        return _header(header)
    match = _STATEMENT.fullmatch(body)
    if match is None or body.lstrip(" \t　").startswith("#"):
        return [(body, 0)]
    comment = _COMMENT.search(match["value"])
    value = match["value"][: comment.start()] if comment else match["value"]
    rest = match["value"][len(value.rstrip(" \t　")) :]
    key = match["key"].strip(" \t　")
    return [
        (" " * len(match["indent"]), 0),
        *_quoted(key, match.start("key"), _PROPER_KEY),
        (" = ", match.start("sign")),
        *_quoted(value.strip(" \t　"), match.start("value"), _PROPER),
        (rest.replace("　", " "), match.start("value") + len(match["value"]) - len(rest)),
    ]


def _header(match: re.Match[str]) -> list[tuple[str, int]]:
    """A table's header with every part in quotation marks that needs them."""
    parts: list[tuple[str, int]] = [(" " * len(match["indent"]) + "[", 0)]
    words = match["parts"]
    if _PROPER_KEY.fullmatch(words.strip()):
        return [(match[0].replace("　", " "), 0)]
    first, _, rest = words.partition(".")  # 指标.名称: a name may hold dots of its own
    parts += _quoted(first.strip(), match.start("parts"), _PROPER_KEY)
    if rest:
        parts += [(".", match.start("parts") + len(first))]
        parts += _quoted(rest.strip(), match.start("parts") + len(first) + 1, _PROPER_KEY)
    return [*parts, ("]", match.end("parts")), (match["rest"].replace("　", " "), match.start("rest"))]


def _quoted(words: str, at: int, proper: re.Pattern[str]) -> list[tuple[str, int]]:
    """Words in quotation marks, as they are where TOML takes them so."""
    if proper.fullmatch(words):
        return [(words, at)]
    curly = _CURLY.fullmatch(words)
    inner = curly["words"] if curly else words
    shift = 1 if curly else 0
    escaped = inner.replace("\\", "\\\\").replace('"', '\\"')
    return [('"', at), (escaped, at + shift), ('"', at + len(words))]
