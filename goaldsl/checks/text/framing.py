"""What an explanation says beyond its indicator's name: 考核X情况 says nothing. Words: `explanations.toml`."""

from __future__ import annotations

import re
from functools import cache

from goaldsl.checks.text.lexicon import alternatives

_MARKS = re.compile(r"[^\w%％]")
_LONGEST = 200  # characters; a longer explanation has something to say
_QUANTITY = re.compile(
    r"(?:不低于|不少于|不超过|不高于|大于等于|小于等于|控制在|达到|[≥≤=><])?\d[\d.,]*(?:[%％]|[万亿]?[^\W\d_a-zA-Z]{1,2})?(?:及?以[上下内])?"
)


def adds_nothing(explanation: str, name: str) -> bool:
    """Whether the explanation holds no character, in order, that the name does not hold: frame words
    (考核…情况) and the repeated target (不低于10次) do not count."""
    if len(explanation) > _LONGEST:
        return False
    said = _core(explanation)
    characters = iter(_MARKS.sub("", name))
    return bool(said) and all(character in characters for character in said)


def _core(explanation: str) -> str:
    words = _MARKS.sub("", _QUANTITY.sub("", explanation))
    words = _openings().sub("", words, count=1)
    return _endings().sub("", words, count=1)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(f"^{alternatives('explanations', 'openings')}+")


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(f"{alternatives('explanations', 'endings')}+$")
