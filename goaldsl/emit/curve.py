"""The picture of a scoring rule as a small inline SVG: black lines on nothing, legible in print and to a reader aloud."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from html import escape

from goaldsl.numbers import decimal, plain, rounded
from goaldsl.scoring.curve import Picture, Point

WIDTH, HEIGHT = 200, 90
_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 8, 8, 16  # room for the numbers
_TENTH, _CENT = Decimal("0.1"), Decimal("0.01")


def svg(picture: Picture, title: str, label: Callable[[Fraction], str] | None = None) -> str:
    """The `<svg>` element; `title` is what it shows, in words, `label` how an actual value is written."""
    draw = _Drawing(picture, label or _number)
    lines = "".join(draw.stroke(stroke) for stroke in picture.strokes)
    return (
        f'<svg class="curve" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'fill="none" stroke="currentColor" font-size="8"><title>{escape(title)}</title>'
        f"{draw.axes()}{draw.target()}{lines}</svg>"
    )


class _Drawing:
    """Numbers of the picture to places on the paper."""

    def __init__(self, picture: Picture, label: Callable[[Fraction], str]) -> None:
        self.picture = picture
        self.label = label
        self.across = picture.high - picture.low or Fraction(1)
        self.upward = picture.top - picture.bottom or Fraction(1)

    def x(self, value: Fraction) -> str:
        return _place(_LEFT + (value - self.picture.low) / self.across * (WIDTH - _LEFT - _RIGHT))

    def y(self, value: Fraction) -> str:
        return _place(
            HEIGHT - _BOTTOM - (value - self.picture.bottom) / self.upward * (HEIGHT - _TOP - _BOTTOM)
        )

    def stroke(self, points: tuple[Point, ...]) -> str:
        if len(points) == 1:
            (x, y) = points[0]
            return f'<circle cx="{self.x(x)}" cy="{self.y(y)}" r="1.6" fill="currentColor" stroke="none"/>'
        places = " ".join(f"{self.x(x)},{self.y(y)}" for x, y in points)
        return f'<polyline points="{places}" stroke-width="1.6"/>'

    def axes(self) -> str:
        """Both axes with the numbers at their ends, and the full points."""
        picture = self.picture
        left, right = self.x(picture.low), self.x(picture.high)
        floor, full = self.y(picture.bottom), self.y(picture.full)
        return (
            f'<path d="M{left} {_TOP}V{floor}H{right}" stroke-width="0.6"/>'
            + self.text(_LEFT - 3, full, _number(picture.full), "end")
            + self.text(_LEFT - 3, floor, _number(picture.bottom), "end")
            + self.text(Decimal(left), HEIGHT - 4, self.label(picture.low), "start")
            + self.text(Decimal(right), HEIGHT - 4, self.label(picture.high), "end")
        )

    def target(self) -> str:
        """The target as a dashed line with its number."""
        where = self.picture.target
        if where is None or not self.picture.low <= where <= self.picture.high:
            return ""
        x, floor = self.x(where), self.y(self.picture.bottom)
        line = f'<path d="M{x} {_TOP}V{floor}" stroke-width="0.6" stroke-dasharray="2 2"/>'
        room = (
            abs(where - self.picture.low) > self.across / 6
            and abs(self.picture.high - where) > self.across / 6
        )
        return line + (self.text(Decimal(x), HEIGHT - 4, self.label(where), "middle") if room else "")

    def text(self, x: int | Decimal, y: int | str, words: str, anchor: str) -> str:
        return (
            f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor" stroke="none">'
            f"{escape(words)}</text>"
        )


def _place(value: Fraction | int) -> str:
    """A place on the paper: a tenth of a unit is finer than any printer."""
    exact = Fraction(value)
    return plain(rounded(exact, 1))


def _number(value: Fraction) -> str:
    exact = decimal(value)
    if exact is not None and abs(int(exact.as_tuple().exponent)) <= 2:
        return plain(exact)
    return plain(rounded(value, 2))
