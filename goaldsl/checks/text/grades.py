"""Grade words (等级词) that say how good and not what of. The words: `grammar/lexicon/grades.toml`."""

from __future__ import annotations

import re
from functools import cache

from goaldsl.catalog.data import packaged

_LONGEST = 12  # characters: more is a description


def is_vague_grade(word: str) -> bool:
    """效果明显, 有效提升: made of grades and general words only."""
    if len(word) > _LONGEST or not _grades().search(word):
        return False
    return not _words().sub("", word)


@cache
def _grades() -> re.Pattern[str]:
    return _any_of(packaged("lexicon/grades.toml")["grades"])


@cache
def _words() -> re.Pattern[str]:
    table = packaged("lexicon/grades.toml")
    return _any_of([*table["grades"], *table["around"]])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
