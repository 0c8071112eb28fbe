"""All words of a declaration that its author wrote, each with the part of the form it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.model.form import FieldType
from goaldsl.model.place import Span, Text
from goaldsl.model.target import QualityTarget, UnreadableTarget
from goaldsl.source import Source


class Written(NamedTuple):
    """A text; `part` is title, name, value, explanation, criterion, remark, source or the key of a field."""

    part: str
    text: Text
    indicator: Indicator | None = None

    @property
    def words(self) -> str:
        return self.text.value


def written(declaration: Declaration) -> Iterator[Written]:
    """Every text that is not empty, in the order of the model."""
    if declaration.title is not None:
        yield Written("title", declaration.title)
    for field in declaration.fields:
        if field.spec.type is FieldType.LINES:
            yield from (Written(field.spec.key, item.text) for item in field.items if item.text.value)
        elif field.text.value:
            yield Written(field.spec.key, field.text)
    for indicator in declaration.indicators:
        yield from _of_indicator(indicator)


def within(source: Source, text: Text, start: int, end: int) -> Span:
    """Where the words `start` to `end` of a text stand in the source. Words that run over the end of a line
    were joined from two places: then the whole text is meant."""
    origin, (first, last) = source.text, text.span
    if origin.startswith(text.value, first):
        return Span(first + start, first + end)
    at = origin.find(text.value[start:end], first, last)
    return text.span if at < 0 or start == end else Span(at, at + end - start)


def _of_indicator(indicator: Indicator) -> Iterator[Written]:
    yield Written("name", indicator.name, indicator)
    target = indicator.target
    if isinstance(target, QualityTarget):
        yield Written("value", Text(target.word, target.word_span), indicator)
    elif isinstance(target, UnreadableTarget):
        yield Written("value", Text(target.text, target.span), indicator)
    parts = (
        ("explanation", indicator.explanation),
        ("criterion", indicator.criterion),
        ("remark", indicator.remark),
        ("source", indicator.source),
    )
    for part, text in parts:
        if text is not None and text.value:
            yield Written(part, text, indicator)
