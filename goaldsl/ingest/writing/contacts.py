"""Words that an import could not place, in a comment: telephone and identity numbers masked unless somebody keeps them."""

from __future__ import annotations

import re

from goaldsl.published.personal import mask

_CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def commented(text: str, keep: bool) -> str:
    """Words that may stand in a comment: one line, no control characters."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return line if keep else mask(line)
