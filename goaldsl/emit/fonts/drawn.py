"""Characters that forms need and Noto CJK lacks, drawn here: ☐ ☑ ☒ ✔ ✗ ✘ ≒ and the narrow spaces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fontTools.pens.t2CharStringPen import T2CharStringPen

Point = tuple[float, float]
Outline = Callable[[float], list[list[Point]]]  # stroke width -> closed contours

_LEFT, _BOTTOM, _RIGHT, _TOP = 110, -10, 890, 770  # the box of □ in Noto CJK
EM = 1000


def _rectangle(left: float, bottom: float, right: float, top: float) -> list[Point]:
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _stroke(points: Sequence[Point], width: float) -> list[list[Point]]:
    """Each straight piece of a path as a bar with square ends."""
    bars = []
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        ux, uy = (x1 - x0) / length * width / 2, (y1 - y0) / length * width / 2
        bars.append(
            [
                (x0 - ux + uy, y0 - uy - ux),
                (x1 + ux + uy, y1 + uy - ux),
                (x1 + ux - uy, y1 + uy + ux),
                (x0 - ux - uy, y0 - uy + ux),
            ]
        )
    return bars


def _box(width: float) -> list[list[Point]]:
    inner = _rectangle(_LEFT + width, _BOTTOM + width, _RIGHT - width, _TOP - width)
    return [_rectangle(_LEFT, _BOTTOM, _RIGHT, _TOP), inner[::-1]]


def _tick(width: float) -> list[list[Point]]:
    return _stroke([(250, 400), (430, 180), (760, 610)], width * 1.6)


def _cross(width: float) -> list[list[Point]]:
    down, up = [(270, 610), (730, 150)], [(270, 150), (730, 610)]
    return _stroke(down, width * 1.6) + _stroke(up, width * 1.6)


def _nearly_equal(width: float) -> list[list[Point]]:
    bars = [_rectangle(130, y - width / 2, 870, y + width / 2) for y in (270, 490)]
    dots = [_rectangle(x - 50, y - 50, x + 50, y + 50) for x, y in ((210, 660), (790, 100))]
    return bars + dots


def _nothing(width: float) -> list[list[Point]]:
    return []


# Character, outline, and a character of no use in a form whose glyph slot it takes over.
DRAWN: tuple[tuple[str, Outline, str], ...] = (
    ("☐", _box, "㌀"),
    ("☑", lambda width: _box(width) + _tick(width), "㌁"),
    ("☒", lambda width: _box(width) + _cross(width), "㌂"),
    ("✔", _tick, "㌃"),
    ("✗✘", _cross, "㌄"),
    ("≒", _nearly_equal, "㌅"),
    ("\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", _nothing, "㌆"),
)
_WIDTHS = {"㌆": 250}


def draw(font: Any, stroke: float) -> None:
    """Add the drawn characters to `font` in place, where it lacks them."""
    tables = [table.cmap for table in font["cmap"].tables if table.isUnicode()]
    top = font["CFF "].cff.topDictIndex[0]
    for characters, outline, slot in DRAWN:
        name = font.getBestCmap()[ord(slot)]
        missing = [ord(character) for character in characters if ord(character) not in font.getBestCmap()]
        width = _WIDTHS.get(slot, EM)
        old = top.CharStrings[name]
        top.CharStrings[name] = _charstring(outline(stroke), width, old)
        font["hmtx"][name] = (width, 0)
        for table in tables:
            table.pop(ord(slot), None)
            table.update(dict.fromkeys(missing, name))


def _charstring(contours: list[list[Point]], width: int, old: Any) -> Any:
    private = old.private
    pen = T2CharStringPen(None if width == private.defaultWidthX else width - private.nominalWidthX, None)
    for first, *rest in contours:
        pen.moveTo(first)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()
    return pen.getCharString(private, old.globalSubrs)
