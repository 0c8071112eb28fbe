"""The published form of a self-evaluation (`out/<year>/<name>.self-evaluation.json`), version 1: types and codec.

Numbers that carry meaning are decimal strings; what is missing is null. What the declaration says of an indicator
stands here to the letter, so that it can be held against the one that was approved.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

SCHEMA: Final = "goaldsl/self-evaluation/1"
FORMAT_VERSION = "1.0"

DecimalText = Annotated[str, Meta(pattern=r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Generator(Struct, frozen=True):
    """The program that wrote the file."""

    name: str
    version: str


class SourceFile(Struct, frozen=True):
    """A text it was made from: its name and the digest of its content."""

    path: str
    sha256: Sha256


class Reference(Struct, frozen=True):
    """Packaged or project data: which one, and the digest of its content."""

    id: str
    sha256: Sha256


class Identity(Struct, frozen=True):
    """The declaration that is evaluated."""

    source: SourceFile
    form: Reference
    profile: Reference
    year: int | None
    unit: str | None
    objectives: tuple[str, ...]


class Given(Struct, frozen=True):
    """An answer: `key` is what was asked, `value` exactly, `text` as the table prints it."""

    key: str
    value: str | tuple[str, ...]
    text: str


class Row(Struct, frozen=True):
    """One indicator: what was promised, what was reached, what it earned and why."""

    id: str | None
    level1: str | None
    level2: str | None
    name: str
    type: str
    value: str
    unit: str
    score: DecimalText | None
    criterion: str
    actual: str
    answers: tuple[Given, ...]
    points: DecimalText | None
    exact: str | None  # before rounding; a fraction (20/3) where no decimal number is exact
    by_hand: bool
    derivation: str
    reason: str
    explanation: str


class FundsLine(Struct, frozen=True):
    """A line of the funds block, in 万元."""

    label: str
    initial: DecimalText | None
    adjusted: DecimalText | None
    executed: DecimalText | None


class Execution(Struct, frozen=True):
    """预算执行."""

    total: FundsLine
    parts: tuple[FundsLine, ...]
    rate: str | None  # executed / adjusted, a decimal number or a fraction
    score: DecimalText
    points: DecimalText | None
    derivation: str
    reason: str


class Totals(Struct, frozen=True):
    """Points in all, those that could be had, and those of each first-level class; the grade."""

    full: DecimalText
    points: DecimalText | None
    by_level1: dict[str, DecimalText]
    grade: str | None


class Document(Struct, frozen=True):
    """The whole file."""

    schema: Literal["goaldsl/self-evaluation/1"]
    format_version: str
    generator: Generator
    declaration: Identity
    actuals: SourceFile
    note: str
    achieved: str
    execution: Execution
    indicators: tuple[Row, ...]
    totals: Totals
    sign_off: dict[str, str]


def encode(document: Document) -> bytes:
    """UTF-8 text with two blanks of indentation and a final newline; the same document gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def decode(data: bytes) -> Document:
    """The document in `data`; raises `msgspec.ValidationError` or `msgspec.DecodeError` with the place."""
    return msgspec.json.decode(data, type=Document)


def schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of the file."""
    generated = msgspec.json.schema(Document, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "goaldsl self-evaluation",
        "description": "预算绩效自评的数据交换格式，由 goaldsl score 写出。",
        **generated,
    }
