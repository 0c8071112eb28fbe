"""The textX metamodel of official sentences (`grammar/sentence.tx`), built when the first sentence is met."""

from __future__ import annotations

from functools import cache
from typing import Any

from textx import TextXSyntaxError, metamodel_from_file

from goaldsl.catalog.data import data_directory


@cache
def metamodel() -> Any:
    """The metamodel; blanks never occur in a shadow, so none are skipped."""
    path = data_directory() / "sentence.tx"
    return metamodel_from_file(str(path), skipws=False, auto_init_attributes=False)


def parsed(text: str) -> Any | None:
    """The tree of a shadow; None where there is nothing to read."""
    if not text:
        return None
    try:
        return metamodel().model_from_str(text)
    except TextXSyntaxError:
        return None
