"""Where the words of a text stand in the file."""

from __future__ import annotations

from goaldsl.model.place import Span, Text
from goaldsl.source import Source


def place_in(source: Source, text: Text, start: int, end: int) -> Span:
    """The place of `text.value[start:end]`; the whole text when it was joined from several lines."""
    written = source.slice(text.span)
    at = written.find(text.value)
    if at >= 0:
        return Span(text.span.start + at + start, text.span.start + at + end)
    at = written.find(text.value[start:end])
    return Span(text.span.start + at, text.span.start + at + end - start) if at >= 0 else text.span
