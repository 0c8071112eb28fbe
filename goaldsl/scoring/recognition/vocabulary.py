"""The words of official sentences by what they mean (`grammar/sentence.toml`)."""

from __future__ import annotations

from functools import cache

from goaldsl.catalog.data import packaged


@cache
def words(group: str, meaning: str) -> tuple[str, ...]:
    """The words of a meaning, such as the verbs of a step that tell lateness."""
    return tuple(packaged("sentence.toml")[group][meaning])
