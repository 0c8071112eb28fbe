"""What a table may hold, as data, and the comparison of a table with it.

`faults` looks at what is there: unknown keys, wrong types, values out of range. `missing` looks at what is not,
in the whole table after `extends`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from goaldsl.catalog.codes import BAD_VALUE, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from goaldsl.catalog.data import Tables
from goaldsl.catalog.extension import IDENTITY
from goaldsl.catalog.guess import guess, guessing
from goaldsl.catalog.toml_spans import Path, Spans
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.numbers import within_limits


class Text(NamedTuple):
    """A string; `words`: the only ones allowed; `needs`: one of these must occur in it; `blank`: may be empty."""

    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    blank: bool = True


class Number(NamedTuple):
    """A number within bounds."""

    minimum: int = 0
    maximum: int = 10**9
    whole: bool = False


class Flag(NamedTuple):
    """true or false."""


class Listing(NamedTuple):
    """A list of at least so many values of one shape."""

    item: Shape
    least: int = 0


class Key(NamedTuple):
    """What a key of a record holds."""

    shape: Shape
    required: bool = False


class Record(NamedTuple):
    """A table with known keys."""

    keys: Mapping[str, Key]


class Named(NamedTuple):
    """A table whose keys are free names."""

    item: Shape


Shape = Text | Number | Flag | Listing | Record | Named


CALLED: Mapping[type, Message] = {
    Text: Message("加引号的文字", "a quoted string"),
    Number: Message("数字", "a number"),
    Flag: Message("true 或 false", "true or false"),
    Listing: Message("方括号里的一列值", "a list in brackets"),
    Record: Message("一个表", "a table"),
    Named: Message("一个表", "a table"),
}
"""What each shape is called in a message."""


class Fault(NamedTuple):
    """A finding and the value it makes unusable."""

    path: Path
    finding: Finding


def faults(value: Any, shape: Shape, path: Path, spans: Spans) -> Iterator[Fault]:
    """What is wrong with what `value` holds."""
    if not _fits(value, shape):
        yield Fault(path, _wrong_type(value, shape, path, spans))
    elif isinstance(shape, Record):
        for key, item in value.items():
            known = shape.keys.get(key)
            if known is None:
                yield Fault((*path, key), _unknown_key(key, shape, (*path, key), spans))
            else:
                yield from faults(item, known.shape, (*path, key), spans)
    elif isinstance(shape, Named):
        for key, item in value.items():
            yield from faults(item, shape.item, (*path, key), spans)
    elif isinstance(shape, Listing):
        if len(value) < shape.least:
            yield Fault(path, _empty(path, spans))
        for number, item in enumerate(value):
            yield from faults(item, shape.item, (*path, number), spans)
    elif isinstance(shape, Text):
        yield from _word_faults(value, shape, path, spans)
    elif isinstance(shape, Number) and not shape.minimum <= value <= shape.maximum:
        yield Fault(path, _out_of_range(value, shape, path, spans))


def missing(own: Tables, whole: Tables, shape: Record, path: Path, spans: Spans) -> Iterator[Fault]:
    """Required keys that `own` lacks even when completed to `whole`."""
    for key, known in shape.keys.items():
        if known.required and key not in whole:
            yield Fault(path, _missing_key(key, path, spans))
    for key, value in own.items():
        inner = shape.keys[key].shape if key in shape.keys else None
        if isinstance(inner, Listing) and isinstance(inner.item, Record) and isinstance(value, list):
            for number, entry in enumerate(value):
                full = _counterpart(key, entry, whole.get(key, ()))
                yield from missing(entry, full, inner.item, (*path, key, number), spans)


def _counterpart(key: str, entry: Tables, entries: list[Tables]) -> Tables:
    """The completed entry: lists with an identity are merged entry by entry."""
    identity = IDENTITY.get(key)
    if identity is None or identity not in entry:
        return entry
    return next((full for full in entries if full.get(identity) == entry[identity]), entry)


def _fits(value: Any, shape: Shape) -> bool:
    if isinstance(shape, Text):
        return isinstance(value, str)
    if isinstance(shape, Number):
        types = (int,) if shape.whole else (int, Decimal)
        return isinstance(value, types) and not isinstance(value, bool) and within_limits(Decimal(value))
    if isinstance(shape, Flag):
        return isinstance(value, bool)
    return isinstance(value, list if isinstance(shape, Listing) else Mapping)


def _wrong_type(value: Any, shape: Shape, path: Path, spans: Spans) -> Finding:
    key, called = _key_name(path), CALLED[type(shape)]
    return Finding(
        code=WRONG_TYPE,
        span=spans.nearest(path).value,
        message=Message(f"{key} 的值应是{_spaced(called.zh)}", f"{key} must be {called.en}"),
        remedy=Message(f"把值改成{_spaced(called.zh)}。", f"Write {called.en}."),
        fix=_retyped(value, shape, path, spans),
    )


def _retyped(value: Any, shape: Shape, path: Path, spans: Spans) -> Fix | None:
    """The same value as the type that was meant, where there is no doubt."""
    text = None
    if isinstance(value, str):
        if isinstance(shape, Listing) and _fits(value, shape.item):
            text = f"[{_quoted(value)}]"
        elif (isinstance(shape, Number) and value.isascii() and value.isdigit()) or (
            isinstance(shape, Flag) and value in ("true", "false")
        ):
            text = value
    elif isinstance(shape, Text) and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        text = _quoted(str(value))
    if text is None or path not in spans.entries:
        return None
    title = Message(f"改写为 {text}", f"Write {text}")
    return Fix(title, (Edit(spans.nearest(path).value, text),), safe=not isinstance(shape, Number))


def _unknown_key(key: str, shape: Record, path: Path, spans: Spans) -> Finding:
    known = "、".join(shape.keys)
    finding = Finding(
        code=UNKNOWN_KEY,
        span=spans.nearest(path).key,
        message=Message(f"不认识的键 {key}", f"unknown key {key}"),
        notes=(Message(f"这里可以写：{known}。", f"Known here: {', '.join(shape.keys)}."),),
        remedy=Message("删去这个键，或改成上面列出的键。", "Remove the key or use one of those listed."),
    )
    return guessing(finding, key, shape.keys, safe=True)


def _word_faults(value: str, shape: Text, path: Path, spans: Spans) -> Iterator[Fault]:
    if shape.words and value not in shape.words:
        yield Fault(path, _not_allowed(value, shape.words, path, spans))
    elif not shape.blank and not value.strip():
        yield Fault(path, _empty(path, spans))
    elif shape.needs and not any(need in value for need in shape.needs):
        needs = "或".join(shape.needs)
        message = Message(f"{_key_name(path)} 里要有 {needs}", f"{_key_name(path)} must contain {needs}")
        yield Fault(path, Finding(BAD_VALUE, spans.nearest(path).value, message))


def _not_allowed(value: str, words: tuple[str, ...], path: Path, spans: Spans) -> Finding:
    key = _key_name(path)
    finding = Finding(
        code=BAD_VALUE,
        span=spans.nearest(path).value,
        message=Message(f"{key} 不能是“{value}”", f"{key} cannot be “{value}”"),
        notes=(Message(f"可以写：{'、'.join(words)}。", f"Allowed: {', '.join(words)}."),),
    )
    near = guess(value, words)
    return near.onto(finding, written=_quoted(near.word), safe=True) if near else finding


def _empty(path: Path, spans: Spans) -> Finding:
    key = _key_name(path)
    return Finding(
        code=BAD_VALUE,
        span=spans.nearest(path).value,
        message=Message(f"{key} 不能空着", f"{key} must not be empty"),
        remedy=Message("写上内容，或删去这一节。", "Fill it in, or remove the table."),
    )


def _out_of_range(value: int | Decimal, shape: Number, path: Path, spans: Spans) -> Finding:
    key, low, high = _key_name(path), shape.minimum, shape.maximum
    return Finding(
        code=BAD_VALUE,
        span=spans.nearest(path).value,
        message=Message(f"{key} 不能是 {value}", f"{key} cannot be {value}"),
        remedy=Message(f"写 {low} 到 {high} 之间的数。", f"Write a number from {low} to {high}."),
    )


def _missing_key(key: str, path: Path, spans: Spans) -> Finding:
    return Finding(
        code=MISSING_KEY,
        span=spans.nearest(path).key,
        message=Message(f"这里缺少 {key}", f"{key} is missing here"),
        remedy=Message(f"补上一行：{key} = …", f"Add a line: {key} = …"),
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _key_name(path: Path) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _spaced(words: str) -> str:
    """Chinese words as they are, Latin ones after a blank."""
    return f" {words}" if words[0].isascii() else words
