"""Whether less of a thing is better, by the words its name ends with (`lexicon/leanings.toml`).

差错率 and 安全事故发生起数 count something bad, 受理时限 is a time to be kept short; 事故处理率, 查处违法案件数 and 压缩办理时限 go
the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from goaldsl.catalog.data import packaged

_NOTE = re.compile(r"[（(【\[][^（()）]{0,60}[)）】\]]\s*$")

_NEAR = 8  # characters between 无 and what there is none of: 无重大安全事故


def less_is_better(name: str) -> bool:
    """Whether an indicator of this name counts something bad; a note in brackets behind the name does not count."""
    bare = _NOTE.sub("", name.rstrip()).rstrip()
    if saves(bare):
        return False
    match = _ending("adverse").search(bare)
    if match is not None:
        before = bare[max(0, match.start() - _NEAR) : match.start()]
        return not (_any("handled").search(bare) or _any("absent").search(before))
    return bool(_ending("times").search(bare))


def saves(name: str) -> bool:
    """An amount saved: the more the better, even among the costs."""
    return bool(_any("savings").search(name))


@cache
def _ending(key: str) -> re.Pattern[str]:
    """One of the words of a list, then at most words that say how it is measured."""
    return re.compile(f"(?:{_alternatives(key)})(?:{_alternatives('measures')})*+$")


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile(_alternatives(key))


def _alternatives(key: str) -> str:
    words: Iterable[str] = packaged("lexicon/leanings.toml")[key]
    return "|".join(sorted(words, key=len, reverse=True))
