"""How a finding about a rule is put together."""

from __future__ import annotations

from goaldsl.diagnostics import Code, Finding, Fix, Message
from goaldsl.model.place import NOWHERE, Span


def found(
    code: Code, place: Span, rule: Span, message: Message, remedy: Message, fix: Fix | None = None
) -> Finding:
    """A finding at `place`, or at the rule where the part has no place of its own."""
    return Finding(code, rule if place == NOWHERE else place, message, remedy=remedy, fix=fix)
