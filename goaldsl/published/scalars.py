"""What every published file is made of: exact numbers, days, digests, who wrote it; and how a file is written."""

from __future__ import annotations

from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Struct

DecimalText = Annotated[str, Meta(pattern=r"^-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,12})?$")]
"""A number as the language allows it: 30 digits, 12 places."""
Computed = Annotated[str, Meta(pattern=r"^-?(0|[1-9][0-9]{0,63})(\.[0-9]{1,64})?$")]
"""A number that was worked out of such numbers."""
Share = Annotated[str, Meta(pattern=r"^-?(0|[1-9][0-9]{0,63})(\.[0-9]{1,64}|/[1-9][0-9]{0,63})?$")]
"""A worked-out number, as a fraction where no decimal number is exact."""
DateText = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Natural = Annotated[int, Meta(ge=1)]
Year = Annotated[int, Meta(ge=1990, le=2100)]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class Generator(Struct, frozen=True):
    """The program that wrote the file."""

    name: str
    version: str


def written(document: Struct, order: tuple[str, ...] = ()) -> bytes:
    """UTF-8 text with two blanks of indentation and a final newline; the same document gives the same bytes."""
    plain: dict[str, Any] = msgspec.to_builtins(document)
    ordered = {key: plain[key] for key in (order or plain) if key in plain}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"


def json_schema(document: type[Struct], identity: str, title: str, description: str) -> dict[str, Any]:
    """The JSON Schema 2020-12 of a file."""
    generated = msgspec.json.schema(document, ref_template="#/$defs/{name}")
    about = {"$schema": _DIALECT, "$id": identity, "title": title, "description": description}
    return about | generated
