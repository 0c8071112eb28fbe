"""Headings over the rows of a class: 产出指标, 产出指标（50分）."""

from __future__ import annotations

import re
from decimal import Decimal

from goaldsl.parse.numbers import number
from goaldsl.parse.shadow import cast

_POINTS = re.compile(
    r"(?P<word>[^()]+?)\s*\(\s*(?:共|满分|权重|分值)?\s*:?\s*(?P<points>\d+(?:\.\d+)?)\s*分\s*\)"
)


def heading_points(typed: str) -> tuple[str, Decimal | None]:
    """The class of a heading, and what the bracket behind it says its rows come to, in points; None without one."""
    match = _POINTS.fullmatch(cast(typed).text.strip())
    if match is None:
        return typed, None
    return match["word"], number(match["points"])
