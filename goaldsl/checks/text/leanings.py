"""Which way a number should go, from the words of its name (`lexicon/leanings.toml`)."""

from __future__ import annotations

from goaldsl.catalog.data import packaged
from goaldsl.catalog.leanings import less_is_better


def is_floor(name: str) -> bool:
    """An amount fixed by a document, which must not be undercut: 补助标准."""
    return _says(name, "floors")


def is_adverse(name: str) -> bool:
    """Something bad: the less the better."""
    return less_is_better(name) or _says(name, "shorter")


def is_unitless(name: str) -> bool:
    """A number that has no unit: 指数."""
    return name.endswith(tuple(packaged("lexicon/leanings.toml")["unitless"]))


def _says(name: str, words: str) -> bool:
    return any(word in name for word in packaged("lexicon/leanings.toml")[words])
