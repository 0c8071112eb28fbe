"""Whether two texts say the same: statement for statement and comment for comment, wherever they stand."""

from __future__ import annotations

import dataclasses
from typing import Any

from msgspec import Struct

from goaldsl.model.place import Span
from goaldsl.parse.syntax import SyntaxFile


def same(one: SyntaxFile, other: SyntaxFile) -> bool:
    """Whether both say the same, and are equally complete."""
    return (
        one.complete == other.complete
        and plain(one.statements) == plain(other.statements)
        and comments(one) == comments(other)
    )


def comments(syntax: SyntaxFile) -> list[str]:
    """The comments in order, without the blanks behind them."""
    return [syntax.source.slice(line.comment).rstrip() for line in syntax.lines if line.comment]


def plain(value: Any) -> Any:
    """A value without its places."""
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple | list):
        return tuple(plain(each) for each in value)
    if isinstance(value, Struct):
        return (type(value), *(plain(getattr(value, name)) for name in value.__struct_fields__))
    if dataclasses.is_dataclass(value):
        return (type(value), *(plain(getattr(value, field.name)) for field in dataclasses.fields(value)))
    return value
