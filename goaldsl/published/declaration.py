"""The published form of a declaration (`out/<year>/<name>.json`), version 1.1: types, codec and JSON Schema.

Absent optional keys are left out. 1.1 added `scoring`, `wording`, `headings`, `midterm`, `tasks`,
`origin`, targets without sign and quarters and halves of a year; what 1.0 wrote is still read.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

from goaldsl.diagnostics import Preset
from goaldsl.model.declaration import Origin
from goaldsl.model.target import Direction
from goaldsl.published.rule import Rule, Sentence
from goaldsl.published.scalars import (
    Computed,
    DecimalText,
    Generator,
    Sha256,
    Year,
    json_schema,
    written,
)
from goaldsl.published.target import Target

SCHEMA: Final = "goaldsl/declaration/1"
FORMAT_VERSION = "1.1"

Place = Annotated[int, Meta(ge=1, le=20 * 1024 * 1024)]
ItemNumber = Annotated[str, Meta(pattern="[0-9０-９一二三四五六七八九十①-⑳㉑-㉟㊱-㊿]", max_length=64)]


class SourceFile(Struct, frozen=True):
    """The text it was made from: a path relative to the project."""

    path: str
    sha256: str


class Reference(Struct, frozen=True, omit_defaults=True):
    """Packaged or project data: which one, and the digest of its content. `title`: the form's own 表名."""

    id: str
    name: str
    sha256: Sha256
    title: str | None = None


class Item(Struct, frozen=True, omit_defaults=True):
    """A paragraph of a block. `number` as printed; `generated`: the compiler counted it."""

    text: str
    number: ItemNumber | None
    label: str | None
    generated: bool = False


class Amount(Struct, frozen=True):
    """Money as written, and exactly in 元."""

    text: str
    amount: DecimalText
    unit: str
    yuan: Computed


class Unit(Struct, frozen=True):
    """The department or unit that files the form."""

    name: str | None
    code: str | None
    region_code: str | None
    duties: tuple[Item, ...]
    budget: Amount | None


class Location(Struct, frozen=True):
    """Where the head line stands in the source: line and column in code points, from 1; no text is longer than 20 MB."""

    line: Place
    column: Place


class Acceptance(Struct, frozen=True):
    """An accepted finding or change."""

    code: str
    what: str
    reason: str


class Area(Struct, frozen=True):
    """What is promised of one of the areas that share the funds."""

    area: str
    target: Target


class Indicator(Struct, frozen=True, omit_defaults=True):
    """One row. type, value, unit, score … remark are what the official table prints, to the letter."""

    id: str | None
    level1: str | None
    level2: str | None
    name: str
    type: str
    value: str
    unit: str
    score: DecimalText | None
    explanation: str
    criterion: str
    remark: str
    direction: Direction
    target: Target | None
    rule: Rule | Sentence | None  # null where a sentence was not understood
    generated: tuple[str, ...]
    supports: tuple[str, ...]
    scoring: Literal["declared", "stated", "unread"] | None = None  # how the rule is said, where anything is
    midterm: Target | None = None  # further targets, beside the one of the form's year
    half_year: Target | None = None
    last_year: Target | None = None
    year_before: Target | None = None
    areas: tuple[Area, ...] = ()
    was: tuple[str, ...] = ()
    source: str | None = None
    accepted: tuple[Acceptance, ...] = ()
    unsure: tuple[str, ...] = ()  # 待核: doubts of an import
    location: Location | None = None


class Retired(Struct, frozen=True):
    """An indicator of an earlier year that is gone on purpose."""

    level1: str | None
    level2: str | None
    name: str
    reason: str | None


class EmptyRow(Struct, frozen=True):
    """A class printed without an indicator, before the indicator with index `before` (from 0)."""

    level1: str
    level2: str
    before: Annotated[int, Meta(ge=0)]


class Heading(Struct, frozen=True):
    """A first-level class written above its indicators: `text` as the author spelled it."""

    level1: str
    text: str


class Task(Struct, frozen=True, omit_defaults=True):
    """A task that the funds serve (年度主要任务). `unread`: amounts that are none, as typed, by key."""

    name: str
    content: str = ""
    amount: Amount | None = None
    fiscal: Amount | None = None
    other: Amount | None = None
    unread: dict[Literal["amount", "fiscal", "other"], str] = {}


class Totals(Struct, frozen=True):
    """Points in all and by first-level class; rows without class under ""."""

    score: Computed
    by_level1: dict[str, Computed]


class Declaration(Struct, frozen=True, omit_defaults=True):
    """What the form says."""

    form: Reference
    year: Year | None
    profile: Reference
    taxonomy: Reference
    unit: Unit
    objectives: tuple[Item, ...]
    indicators: tuple[Indicator, ...]
    totals: Totals
    fields: dict[str, str]
    sign_off: dict[str, str]
    stage: Preset = Preset.DRAFT
    blocks: dict[str, tuple[Item, ...]] = {}  # paragraphs of other blocks, by label
    paragraphs: dict[str, Literal["joined", "separate"]] = {}  # where a block departs from its form
    as_printed: dict[str, str] = {}  # dates and amounts as typed
    retired: tuple[Retired, ...] = ()
    empty_rows: tuple[EmptyRow, ...] = ()
    wording: dict[str, str] = {}  # 句式 of the file, by kind of rule
    headings: tuple[Heading, ...] = ()
    tasks: tuple[Task, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    unsure: tuple[str, ...] = ()  # 待核: doubts of an import


class Document(Struct, frozen=True, omit_defaults=True):
    """The whole file."""

    schema: Literal["goaldsl/declaration/1"]
    format_version: str
    generator: Generator
    declaration: Declaration
    source: SourceFile | None = None
    origin: Origin = Origin.DECLARATION


_ORDER = ("schema", "format_version", "generator", "source", "origin", "declaration")


def encode(document: Document) -> bytes:
    """The bytes of the file."""
    return written(document, _ORDER)


def decode(data: bytes) -> Document:
    """The document in `data`; raises `msgspec.ValidationError` or `msgspec.DecodeError` with the place."""
    return msgspec.json.decode(data, type=Document)


def schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of the file."""
    return json_schema(
        Document,
        SCHEMA,
        "goaldsl declaration",
        "预算绩效目标申报表的数据交换格式，由 goaldsl build 写出。",
    )
