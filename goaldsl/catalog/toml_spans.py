"""Places in a TOML text, by the path of keys that leads there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from goaldsl.model.place import NOWHERE, Span

Path = tuple[str | int, ...]
"""The way to a value: keys of tables, positions in lists."""


class Entry(NamedTuple):
    """Where a key and its value stand. A table's value is its header, a list entry's key is the entry itself."""

    key: Span
    value: Span


class Spans:
    """The entries of a text, found when they are first asked for: most texts have no fault to place."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def entries(self) -> Mapping[Path, Entry]:
        """Every key and value by path."""
        from goaldsl.catalog.toml_scanner import entry_spans

        return entry_spans(self._text)

    def nearest(self, path: Path) -> Entry:
        """The entry of `path`, or of the closest table around it."""
        while path:
            if path in self.entries:
                return self.entries[path]
            path = path[:-1]
        return Entry(NOWHERE, NOWHERE)
