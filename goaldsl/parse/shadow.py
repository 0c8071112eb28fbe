"""The shadow of a text: what the parser reads. Same length, so every place in it is a place in the text.

Clerks type with a Chinese input method, so keywords, operators, digits and separators come in full width. The shadow
turns each such character into its half-width twin, blanks comments and blank lines, and tells line breaks apart:
LF ends a statement, FF begins an indented line of the statement, VT continues the line above. Names and texts are
always taken from the original. Zero-width characters are the exception to the same length: they are left out, and
`origin` maps places back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from goaldsl.model.place import Span, Text
from goaldsl.parse.escapes import MARK, STANDING, escapes, hidden
from goaldsl.parse.lines import Layout, Line, LineKind, comment_start, indentation
from goaldsl.width import HALF_WIDTH

STATEMENT, LINE, CONTINUATION = "\n", "\f", "\v"

ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u180e\u202a-\u202e\u2066-\u2069]")
# A comma between items is often 、; controls are blanks.
_TWINS = {**HALF_WIDTH, ord("、"): ord(",")}
_TWINS |= dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)], 0x20)

# 》= and 《= are what the keys for > and < give in Chinese mode; elsewhere 《》 are title marks.
_BRACKET_OPERATORS = re.compile(
    r"(?<=\s)(?:》|《(?![^\n《》]*》))(?=\s*+-?\d)|[《》](?=[ \t]*+=[ \t]*+-?[\d*])"
)
_CLOSE_UP = r"[⺀-鿿豈-﫿　-〿＀-￯“”‘’…—]"  # compiled when a line is continued: 8 ms
_SIGNS = {LineKind.STATEMENT: STATEMENT, LineKind.INDENTED: LINE, LineKind.CONTINUED: CONTINUATION}


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` is parsed; `original` is what names and texts are taken from."""

    text: str
    original: str
    origins: tuple[int, ...] | None = None  # per place of `text`; None: the same place
    lines: tuple[Line, ...] = ()
    escapes: Mapping[int, str] = field(default_factory=dict)  # per place of `text`

    def origin(self, place: int) -> int:
        """Where a place of the shadow lies in the original."""
        return place if self.origins is None else self.origins[place]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original under a stretch of the shadow, without the blanks around it."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if end <= start:
            return Span(self.origin(start), self.origin(start))
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def words(self, start: int, end: int, mark: bool = False) -> Text:
        """The original words under a stretch: comments dropped, continued lines joined, escapes as what they mean.

        `mark` leaves a sign before each escaped character, for a reader who looks for what it would mean.
        """
        span = self.span(start, end)
        if CONTINUATION not in self.text[start:end]:
            return Text(self._clean(start, end, mark), span)
        parts = []
        for piece in re.finditer(r"[^\v]+", self.text[start:end]):
            part = self._clean(start + piece.start(), start + piece.end(), mark)
            if part:
                parts.append(part)
        return Text(join_lines(parts), span)

    def _clean(self, start: int, end: int, mark: bool) -> str:
        """The original under a stretch of one line, without the blanks around it."""
        if not self.escapes or STANDING not in self.text[start:end]:
            return self._typed(self.span(start, end))
        words = self.text[start:end]
        first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        parts, at = [], first
        for place, meant in self.escapes.items():
            if not first <= place < last:
                continue
            parts.append(self._typed(Span(self.origin(at), self.origin(place))))
            at = place + 1 + len(meant)
            if meant == "n":
                parts.append("\n")
            elif meant:
                parts += [MARK if mark else "", self.original[self.origin(place + 1)]]
        return "".join([*parts, self._typed(Span(self.origin(at), self.origin(last)))])

    def _typed(self, span: Span) -> str:
        words = self.original[span.start : span.end]
        return words if self.origins is None else ZERO_WIDTH.sub("", words)


def join_lines(parts: list[str]) -> str:
    """Lines of one text in one line: no space between Chinese characters, one elsewhere."""
    joined = ""
    for part in parts:
        close = not joined or re.match(_CLOSE_UP, joined[-1]) or re.match(_CLOSE_UP, part[0])
        joined += part if close else " " + part
    return joined


def cast(text: str) -> Shadow:
    """The shadow of a text."""
    origins: tuple[int, ...] | None = None
    original = text
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if ZERO_WIDTH.search(text):
        kept = [at for at, character in enumerate(text) if not ZERO_WIDTH.match(character)]
        origins = (*kept, len(text))
        text = "".join(text[at] for at in kept)
    text = text.translate(_TWINS)
    if "《" in text or "》" in text:
        text = _BRACKET_OPERATORS.sub(lambda match: "<" if match[0] == "《" else ">", text)
    found = escapes(text)
    for at in [at for at, meant in found.items() if meant == " "]:
        if original[origins[at + 1] if origins else at + 1] == "\r":
            found[at] = ""  # at the end of a line
    text = hidden(text, found)
    typed = text.split("\n")
    comments = [comment_start(line) for line in typed]
    lines = [_blanked(line, comment) for line, comment in zip(typed, comments, strict=True)]
    layout = _kinds(lines, typed)
    placed = _placed(layout, typed, comments, origins, original)
    return Shadow(_marked(lines, layout), original, origins, placed, found)


def _blanked(line: str, comment: int) -> str:
    return line if comment < 0 else line[:comment] + " " * (len(line) - comment)


def _kinds(lines: list[str], typed: list[str]) -> list[tuple[LineKind, int]]:
    """Kind and indentation of each line; `lines` are those of `typed` without their comments."""
    indents = [indentation(line) for line in typed]
    worded = [not line.isspace() and line != "" for line in lines]
    layout = Layout(min((indent for indent, words in zip(indents, worded, strict=True) if words), default=0))
    kinds = []
    for indent, words, line in zip(indents, worded, typed, strict=True):
        if words:
            kinds.append((layout.kind(indent), indent))
        elif line.isspace() or not line:
            kinds.append((LineKind.BLANK, 0))
        else:
            kinds.append((LineKind.COMMENT, indent))
    return kinds


def _marked(lines: list[str], kinds: list[tuple[LineKind, int]]) -> str:
    """The lines joined; each line break becomes the sign of the line with words that follows it."""
    breaks = [" "] * len(lines)
    last = -1  # the last line with words
    for number, (kind, _) in enumerate(kinds):
        if kind not in _SIGNS:
            continue
        if last >= 0:
            breaks[last] = _SIGNS[kind]
        last = number
    if last >= 0:
        breaks[last] = STATEMENT
    return "".join(line + sign for line, sign in zip(lines, breaks, strict=True))


def _placed(
    kinds: list[tuple[LineKind, int]],
    typed: list[str],
    comments: list[int],
    origins: tuple[int, ...] | None,
    original: str,
) -> tuple[Line, ...]:
    """The lines with their places in the original."""
    lines = []
    start = 0  # in the original
    at = 0  # in the shadow
    for (kind, indent), line, comment in zip(kinds, typed, comments, strict=True):
        at_end = at + len(line)
        end = origins[at_end] if origins else at_end
        after = end + 1
        if original[end - 1 : end + 1] == "\r\n":
            end -= 1
        begun = origins[at + comment] if origins else at + comment
        lines.append(Line(kind, Span(start, end), indent, None if comment < 0 else Span(begun, end)))
        start, at = after, at_end + 1
    return tuple(lines)
