"""What a project adds to the packaged data, and how a table that `extends` another is made whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from goaldsl.catalog.data import Tables

IDENTITY = {"field": "key", "level": "name", "class": "name"}
"""Lists whose entries are merged one by one, and the key that tells which is which; other lists are replaced."""


@dataclass(frozen=True, slots=True)
class Extension:
    """Tables of the shape of the packaged files: `[[unit]]`, `[form.ID]`, `[profile.ID]`, `[taxonomy.ID]`."""

    units: tuple[Tables, ...] = ()
    named: Mapping[str, Mapping[str, Tables]] = field(default_factory=dict)  # by kind and id


def merged(base: Tables, change: Tables) -> dict[str, Any]:
    """`base` with the entries of `change` put over it."""
    whole = dict(base)
    for key, value in change.items():
        old = base.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            whole[key] = merged(old, value)
        elif isinstance(old, list) and isinstance(value, list) and key in IDENTITY:
            whole[key] = _merged_entries(old, value, IDENTITY[key])
        else:
            whole[key] = value
    return whole


def _merged_entries(base: Sequence[Tables], change: Sequence[Tables], identity: str) -> list[dict[str, Any]]:
    """The entries by identity; those that lack theirs come last, to be told of as incomplete."""
    entries = {entry[identity]: dict(entry) for entry in base if identity in entry}
    incomplete = [dict(entry) for entry in (*base, *change) if identity not in entry]
    for entry in change:
        if identity in entry:
            entries[entry[identity]] = merged(entries.get(entry[identity], {}), entry)
    return [*entries.values(), *incomplete]
