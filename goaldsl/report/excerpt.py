"""Excerpts of a source: the line at fault and, beneath it, an underline that meets the words on the screen.

Columns of the screen are not characters: a Chinese character takes two, a combining mark none, a tab four.
The blank space before an underline repeats the widths of the words above it, with U+3000 under a wide
character, so that it also fits where Chinese glyphs are not exactly two columns wide (web pages, mails).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from goaldsl.model.place import Span
from goaldsl.report.visible import visible
from goaldsl.source import Source, display_width

_ELLIPSIS = "…"
_WIDE_SPACE = "\u3000"
_MOST_LINES = 3  # a span over more lines shows its first and its last


class ExcerptLine(NamedTuple):
    """A line of an excerpt: a source line with its `number`, an underline (`pad`, `underline`), or a gap."""

    number: int | None
    text: str
    underline: str = ""


GAP = ExcerptLine(None, "...")


class _Stretch(NamedTuple):
    """The part of one line that is underlined, in characters from 0."""

    number: int
    start: int
    end: int


def excerpt(source: Source, span: Span, mark: str, width: int) -> list[ExcerptLine]:
    """The lines of `span`, each underlined with `mark`, within `width` columns; the last row is an underline."""
    rows: list[ExcerptLine] = list(_line_above(source, span, width))
    previous = None
    for stretch in _stretches(source, span):
        if previous is not None and stretch.number > previous + 1:
            rows.append(GAP)
        previous = stretch.number
        shown, pad, underline = _underlined(source.line(stretch.number), stretch, width)
        rows += [ExcerptLine(stretch.number, shown), ExcerptLine(None, pad, mark * underline)]
    return rows


def _line_above(source: Source, span: Span, width: int) -> Iterator[ExcerptLine]:
    """The nearest line with words, where the span lies on an empty line (as at the end of a file)."""
    number = source.position(min(span.start, len(source.text))).line
    if source.line(number).strip():
        return
    above = next((line for line in range(number - 1, 0, -1) if source.line(line).strip()), None)
    if above is None:
        return
    yield ExcerptLine(above, _underlined(source.line(above), _Stretch(above, 0, 0), width)[0])
    if above + 1 < number:
        yield GAP


def _stretches(source: Source, span: Span) -> list[_Stretch]:
    start = min(span.start, len(source.text))
    end = min(max(span.end, start), len(source.text))
    first = source.position(start)
    last = source.position(max(start, end - 1))  # a span that takes in the line end stays on its line
    numbers: Iterable[int] = range(first.line, last.line + 1)
    if last.line - first.line >= _MOST_LINES:
        numbers = (first.line, last.line)
    stretches = []
    for number in numbers:
        line = source.line(number)
        left = first.column - 1 if number == first.line else len(line) - len(line.lstrip())
        right = end - source.line_starts[number - 1] if number == last.line else len(line.rstrip())
        stretches.append(_Stretch(number, min(left, len(line)), min(right, len(line))))
    return [each for each in stretches if each.start < each.end] or stretches[:1]


def _underlined(line: str, stretch: _Stretch, width: int) -> tuple[str, str, int]:
    """The line as shown, the blank before the underline, and the columns to underline."""
    origin = max(0, stretch.start - width)  # of a very long line, look only at what could be shown
    cells = [visible(each) for each in line[origin : stretch.start + width + 1]]
    widths = [display_width(cell) for cell in cells]
    at, end = stretch.start - origin, min(stretch.end - origin, len(cells))
    first, last = 0, len(cells)
    if origin or origin + last < len(line) or sum(widths) > width:
        first, last = _window(widths, at, width - 2 * len(_ELLIPSIS))
    cut_left, cut_right = origin + first > 0, origin + last < len(line)
    shown = _ELLIPSIS * cut_left + "".join(cells[first:last]) + _ELLIPSIS * cut_right
    pad = " " * cut_left + "".join(_blank(cell) for cell in cells[first:at])
    columns = sum(widths[at : min(end, last)]) + (cut_right and end > last)
    return shown, pad, max(1, columns)


def _window(widths: list[int], at: int, room: int) -> tuple[int, int]:
    """The cells to show: a third of the room before `at`, the rest after; what is left over goes before."""
    first = at - _fitting(reversed(widths[:at]), room // 3)
    last = at + _fitting(widths[at:], room - sum(widths[first:at]))
    first -= _fitting(reversed(widths[:first]), room - sum(widths[first:last]))
    return first, last


def _fitting(widths: Iterable[int], room: int) -> int:
    return sum(total <= room for total in accumulate(widths))


def _blank(cell: str) -> str:
    return "".join(_WIDE_SPACE if display_width(each) == 2 else " " * display_width(each) for each in cell)
