"""How a message quotes the words of a form."""

from __future__ import annotations

_LONGEST = 40
_INNER = str.maketrans("“”", "‘’")


def quoted(words: str) -> str:
    """`words` in quotation marks, its own ones turned into inner ones; of very long ones the beginning, so that a
    message stays readable."""
    inner = words.translate(_INNER)
    return f"“{inner}”" if len(inner) <= _LONGEST else f"“{inner[:_LONGEST]}…”"
