"""Word lists of the checks (`grammar/lexicon`), as words and as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from goaldsl.catalog.data import packaged


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The words of the lists `keys` in the file `name`, long ones first, so that a pattern takes the longest."""
    listed = (word for key in keys for word in packaged(f"lexicon/{name}.toml")[key])
    return tuple(sorted(dict.fromkeys(listed), key=len, reverse=True))


@cache
def alternatives(name: str, *keys: str) -> str:
    """One of the words of these lists, as a regular expression."""
    return "(?:" + "|".join(map(re.escape, words(name, *keys))) + ")"


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """Finds the words of these lists."""
    return re.compile(alternatives(name, *keys))


@cache
def expression(name: str, *keys: str) -> re.Pattern[str]:
    """Finds what lists of regular expressions describe."""
    return re.compile("|".join(words(name, *keys)))


def table(name: str, key: str) -> Any:
    """A table of the file `name`."""
    return packaged(f"lexicon/{name}.toml")[key]
