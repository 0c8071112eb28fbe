"""The published diagnostics format, version 1, as types; its JSON Schema is generated from them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Natural = Annotated[int, msgspec.Meta(ge=0)]
Counting = Annotated[int, msgspec.Meta(ge=1)]


class Position(msgspec.Struct, frozen=True):
    """A place in a file: line and column, both from 1; columns count code points."""

    line: Counting
    column: Counting


class Edit(msgspec.Struct, frozen=True):
    """Replace the characters from `start` up to, not including, `end` by `text`.

    `file` is there where it is not the file of the finding.
    """

    start: Position
    end: Position
    text: str
    file: str | msgspec.UnsetType = msgspec.UNSET


class Fix(msgspec.Struct, frozen=True):
    """A remedy that can be applied; `safe` when `--fix` applies it unasked."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Related(msgspec.Struct, frozen=True):
    """Another place that belongs to the finding; `file` is there where it is not the file of the finding."""

    message: str
    start: Position
    end: Position
    file: str | msgspec.UnsetType = msgspec.UNSET


class Diagnostic(msgspec.Struct, frozen=True):
    """One finding. `end` is the place after its last character; `notes` say more: why (说明), what to do (改法)."""

    code: Annotated[str, msgspec.Meta(pattern="^G[A-Z][0-9]{3}$")]
    slug: str
    severity: Literal["error", "warning", "hint"]
    message: str
    file: str
    start: Position
    end: Position
    notes: tuple[str, ...]
    fix: Fix | None
    related: tuple[Related, ...]
    url: str | None


class Summary(msgspec.Struct, frozen=True):
    """How many findings of each severity, in how many files."""

    error: Natural
    warning: Natural
    hint: Natural
    files: Natural


class Report(msgspec.Struct, frozen=True):
    """What `goaldsl check --output-format json` prints."""

    format_version: Annotated[str, msgspec.Meta(pattern=r"^1\.[0-9]+$")]
    column_unit: Literal["code point"]
    diagnostics: tuple[Diagnostic, ...]
    summary: Summary


def schema() -> str:
    """The JSON Schema of a `Report`, as committed in grammar/schema/diagnostics-1.json."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "goaldsl/diagnostics/1",
        "title": "goaldsl diagnostics",
    }
    return written({**head, **msgspec.json.schema(Report)})


def written(value: object) -> str:
    """JSON for people and programs: indented, Chinese unescaped, keys in the order of the types."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
