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
_MOST_MEASURES = 6


def less_is_better(name: str) -> bool:
    """Whether an indicator of this name counts something bad; a note in brackets behind the name does not count."""
    bare = _NOTE.sub("", name.rstrip()).rstrip()
    if saves(bare):
        return False
    before = _before("adverse", bare)
    if before is not None:
        before = before[-_NEAR:]
        return not (_any("handled").search(bare) or _any("absent").search(before))
    return _before("times", bare) is not None


def saves(name: str) -> bool:
    """An amount saved: the more the better, even among the costs."""
    return bool(_any("savings").search(name))


def _before(key: str, bare: str) -> str | None:
    """What stands before the word of a list that a name ends with, but for words that say how it is measured:
    事故|发生|起数; None where it ends with none."""
    lexicon = packaged("lexicon/leanings.toml")
    words, measures = tuple(lexicon[key]), tuple(lexicon["measures"])
    rests = {bare}
    for _ in range(_MOST_MEASURES):
        found = [rest.removesuffix(word) for rest in rests for word in words if rest.endswith(word)]
        if found:
            return min(found, key=len)
        rests = {rest.removesuffix(word) for rest in rests for word in measures if rest.endswith(word)}
    return None


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile(_alternatives(key))


def _alternatives(key: str) -> str:
    words: Iterable[str] = packaged("lexicon/leanings.toml")[key]
    return "|".join(sorted(words, key=len, reverse=True))
