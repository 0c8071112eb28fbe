"""How a message quotes the words of a form."""

from __future__ import annotations

_LONGEST = 40


def quoted(words: str) -> str:
    """`words` in quotation marks; of very long ones the beginning, so that a message stays readable."""
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[:_LONGEST]}…”"
