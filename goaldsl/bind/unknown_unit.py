"""A unit that nobody lists: what is to be said of it, once for all its places."""

from __future__ import annotations

from collections.abc import Sequence

from goaldsl.bind.codes import UNKNOWN_UNIT
from goaldsl.bind.targets import BARE_MULTIPLES
from goaldsl.catalog import Catalog, guess
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.place import Span


def unknown_unit(word: str, spans: Sequence[Span], catalog: Catalog) -> Finding:
    """A slip or a new unit; a bare multiple (30万) lacks the word for what it counts."""
    multiple = word in BARE_MULTIPLES
    near = None if multiple else guess(word, catalog.unit_names())
    message = Message(f"单位表里没有“{word}”", f"“{word}” is not a known unit")
    remedy = Message(
        "是笔误就改正；确实要用，可在 goaldsl.toml 的 [[unit]] 里登记。",
        "Correct it, or register it under [[unit]] in goaldsl.toml.",
    )
    if multiple:
        message = Message(f"“{word}”后面缺单位", f"“{word}” of what?")
        remedy = Message(
            f"把单位写全，如 30 {word}人次、2 {word}册。", f"Write the unit: 30 {word}人次, 2 {word}册."
        )
    return Finding(
        UNKNOWN_UNIT,
        spans[0],
        message,
        label=near.asked if near else None,
        notes=(Message("照样印出，但不知道它量的是什么。", "It is printed, but its meaning is unknown."),),
        remedy=remedy,
        fix=near.fix(*spans) if near else None,
        related=tuple(Related(span, Message("同一单位", "the same unit")) for span in spans[1:]),
    )
