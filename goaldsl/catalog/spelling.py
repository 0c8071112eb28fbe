"""How two spellings are compared: full or half width, upper or lower case, with or without blanks."""

from __future__ import annotations

import unicodedata

from goaldsl.width import half_width


def folded(word: str) -> str:
    """The spelling under which `word` is looked up: `％` is `%`, `（单位）` is `(单位)`, `KM` is `km`."""
    if word.isascii():
        return "".join(word.casefold().split())
    return "".join(unicodedata.normalize("NFKC", half_width(word)).casefold().split())
