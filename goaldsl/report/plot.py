"""A line drawing in a terminal: braille dots, two by four to a character, between numbers on the axes.

Knows only numbers: what they measure is said by whoever asks for the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

Point = tuple[Fraction, Fraction]

_DOTS = (
    (0x01, 0x08),
    (0x02, 0x10),
    (0x04, 0x20),
    (0x40, 0x80),
)  # rows of a braille character, left and right
_BLANK = 0x2800


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers an axis runs between, as they are and as they are written."""

    low: Fraction
    high: Fraction
    low_text: str
    high_text: str


def plot(
    strokes: Sequence[Sequence[Point]],
    across: Axis,
    upward: Axis,
    mark: tuple[Fraction, str] | None = None,
    width: int = 60,
    height: int = 8,
) -> list[str]:
    """The lines of a drawing no wider than `width`; `mark` is a number on the lower axis to be pointed at."""
    margin = max(len(upward.low_text), len(upward.high_text)) + 1
    columns = max(width - margin - 1, 8)
    grid = [[0] * columns for _ in range(height)]
    for stroke in strokes:
        for x, y in _path([_dot(point, across, upward, columns, height) for point in stroke]):
            grid[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
    labels = {0: upward.high_text, height - 1: upward.low_text}
    lines = [
        f"{labels.get(row, ''):>{margin - 1}} ┤" + "".join(chr(_BLANK + dots) for dots in cells)
        for row, cells in enumerate(grid)
    ]
    at = None if mark is None else _column(mark[0], across, columns)
    rule = ["─"] * columns
    if at is not None:
        rule[at] = "┴"
    lines.append(" " * margin + "└" + "".join(rule))
    lines.append(" " * (margin + 1) + _numbers(across, None if mark is None else mark[1], at, columns))
    return [line.replace(chr(_BLANK), " ").rstrip() for line in lines]


def _column(x: Fraction, across: Axis, columns: int) -> int | None:
    if not across.low <= x <= across.high:
        return None
    return min(int((x - across.low) / (across.high - across.low or 1) * columns), columns - 1)


def _numbers(across: Axis, mark: str | None, at: int | None, columns: int) -> str:
    """The numbers below the axis; those at its ends give way to the mark."""
    low, high = across.low_text, across.high_text
    line = [" "] * max(columns, len(low) + len(high) + 1)
    line[: len(low)] = low
    line[columns - len(high) : columns] = high
    if mark is not None and at is not None:
        start = min(max(at - len(mark) // 2, 0), max(columns - len(mark), 0))
        for place in range(max(start - 1, 0), min(start + len(mark) + 1, len(line))):
            line[place] = " "
        if 0 < start <= len(low):
            line[: len(low) + 1] = " " * (len(low) + 1)
        if start + len(mark) >= columns - len(high) > 0:
            line[columns - len(high) :] = " " * (len(line) - columns + len(high))
        line[start : start + len(mark)] = mark
    return "".join(line)


def _dot(point: Point, across: Axis, upward: Axis, columns: int, height: int) -> tuple[int, int]:
    x = (point[0] - across.low) / (across.high - across.low or 1) * (2 * columns - 1)
    y = (upward.high - point[1]) / (upward.high - upward.low or 1) * (4 * height - 1)
    half = Fraction(1, 2)
    return (
        min(max(int(x + half), 0), 2 * columns - 1),
        min(max(int(y + half), 0), 4 * height - 1),
    )


def _path(dots: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Every dot on the straight lines between neighbours."""
    yield from dots
    for (x, y), (to_x, to_y) in zip(dots, dots[1:], strict=False):
        long = max(abs(to_x - x), abs(to_y - y))
        for part in range(1, long):
            yield (
                x + _rounded((to_x - x) * part, long),
                y + _rounded((to_y - y) * part, long),
            )


def _rounded(amount: int, over: int) -> int:
    return (2 * amount + over) // (2 * over)
