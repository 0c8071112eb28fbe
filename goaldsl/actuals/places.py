"""Where the entries of a filled-in file stand, be it a text or a sheet."""

from __future__ import annotations

from typing import Protocol

from goaldsl.catalog.toml_spans import Entry, Path


class Places(Protocol):
    """Entries by path."""

    def nearest(self, path: Path) -> Entry:
        """The entry of `path`, or of the closest table around it."""
        ...
