"""The published form of a self-evaluation (`out/<year>/<name>.self-evaluation.json`), version 1.1: types and codec.

What is missing is null. What the declaration says of an indicator stands here to the letter, so that it can be held
against the one that was approved. 1.1 added `declared`; what 1.0 wrote is still read.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from goaldsl.published.declaration import Declaration
from goaldsl.published.scalars import Computed, Generator, Sha256, Share, json_schema, written

SCHEMA: Final = "goaldsl/self-evaluation/1"
FORMAT_VERSION = "1.1"


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
    score: Computed | None
    criterion: str
    actual: str
    answers: tuple[Given, ...]
    points: Computed | None
    exact: Share | None  # before rounding; a fraction (20/3) where no decimal number is exact
    by_hand: bool
    derivation: str
    reason: str
    explanation: str


class FundsLine(Struct, frozen=True):
    """A line of the funds block, in 万元."""

    label: str
    initial: Computed | None
    adjusted: Computed | None
    executed: Computed | None


class Execution(Struct, frozen=True):
    """预算执行."""

    total: FundsLine
    parts: tuple[FundsLine, ...]
    rate: Share | None  # executed / adjusted, a decimal number or a fraction
    score: Computed
    points: Computed | None
    derivation: str
    reason: str


class Totals(Struct, frozen=True):
    """Points in all, those that could be had, and those of each first-level class; the grade."""

    full: Computed
    points: Computed | None
    by_level1: dict[str, Computed]
    grade: str | None


class AcceptedReason(Struct, frozen=True):
    """A finding of the year's end that was accepted, and why; no `indicator` where it holds for more than one."""

    code: str
    indicator: str | None
    reason: str


class Document(Struct, frozen=True, omit_defaults=True):
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
    accepted: tuple[AcceptedReason, ...] = ()
    declared: Declaration | None = None  # all that was promised; 1.0 had it not


def encode(document: Document) -> bytes:
    """The bytes of the file."""
    return written(document)


def decode(data: bytes) -> Document:
    """The document in `data`; raises `msgspec.ValidationError` or `msgspec.DecodeError` with the place."""
    return msgspec.json.decode(data, type=Document)


def schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of the file."""
    return json_schema(
        Document,
        SCHEMA,
        "goaldsl self-evaluation",
        "预算绩效自评的数据交换格式，由 goaldsl score 写出。",
    )
