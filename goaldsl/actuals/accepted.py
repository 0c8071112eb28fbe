"""Acceptances in a file of actual values: `"说明[GA110]" = "理由"`, as `说明[GC101]：理由` stands in a `.goal` file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from goaldsl.actuals.places import Places
from goaldsl.catalog.toml_spans import Path
from goaldsl.model.declaration import Acceptance
from goaldsl.model.place import Span, Text
from goaldsl.source import Source

_KEY = re.compile(r"(?:说明|accept)\s*[\[【]\s*(\w+)\s*([^\]】]*)[\]】]", re.IGNORECASE)


class Key(NamedTuple):
    """What the key of an acceptance names: a code, and the change it records, "" for a finding."""

    code: str
    what: str


def accepting(key: str) -> Key | None:
    """What a key accepts; None when it is no acceptance. Brackets of either width will do."""
    match = _KEY.fullmatch(unicodedata.normalize("NFKC", key).strip())
    return Key(match[1], match[2].strip()) if match else None


def kept(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The acceptances of a table as they were written, for a template to keep."""
    return ((key, value) for key, value in table.items() if accepting(key))


def acceptances(
    table: Mapping[str, Any], path: Path, places: Places, source: Source
) -> Iterator[tuple[Acceptance, tuple[Span, ...]]]:
    """Each acceptance of a table, and where it holds: in that table, or everywhere when it stands before all tables."""
    extents = (Span(0, len(source.text)),) if not path else tuple(_extents(table, path, places))
    for key, value in table.items():
        named = accepting(key)
        if named is None:
            continue
        entry = places.nearest((*path, key))
        at = source.text.find(named.code, *entry.key)
        code = Span(at, at + len(named.code)) if at >= 0 else entry.key
        reason = Text(value.strip() if isinstance(value, str) else "", entry.value)
        whole = Span(entry.key.start, entry.value.end)
        yield Acceptance(Text(named.code, code), named.what, reason, whole), extents


def _extents(table: Mapping[str, Any], path: Path, places: Places) -> Iterator[Span]:
    entry = places.nearest(path)
    yield from (entry.key, entry.value)
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _extents(value, (*path, key), places)
        else:
            inner = places.nearest((*path, key))
            yield Span(inner.key.start, inner.value.end)
