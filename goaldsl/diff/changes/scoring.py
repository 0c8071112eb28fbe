"""What the kinds that look at scoring rules share."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Change, Kind, State
from goaldsl.diff.numbers import decimal

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired


def rule_change(kind: Kind, paired: Paired) -> Change:
    """A scoring rule that differs, with a result that shows it."""
    assert paired.both is not None
    old, new = paired.both
    ruling, unit = paired.ruling, getattr(new.target, "unit_text", "")
    shown = [
        f"{word} {at if isinstance(at, str) else _value(at, unit)}"
        for word, at in (("得分多的，如", ruling.more), ("得分少的，如", ruling.less))
        if at is not None
    ]
    english = [
        f"{word} at {at if isinstance(at, str) else _value(at, unit)}"
        for word, at in (("more", ruling.more), ("less", ruling.less))
        if at is not None
    ]
    before, after = old.printed.criterion, new.printed.criterion
    why = ruling.reason or Message("", "")
    zh = "；".join(part for part in (f"“{before}”→“{after}”", *shown, why.zh) if part)
    en = "; ".join(part for part in (f"{before} → {after}", *english, why.en) if part)
    return Change(
        kind,
        Message(zh, en),
        "rule",
        State(before),
        State(after),
        span=paired.place("rule"),
        previous=paired.former_place("rule"),
        paired=paired,
    )


def _value(at: Fraction, unit: str) -> str:
    return decimal(at, 4) + unit
