"""The published form of a comparison, version 1: every other output is made from this and nothing else.

Numbers that carry meaning are decimal strings; readers ignore keys they do not know within a major version.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

SCHEMA: Final = "goaldsl/changes/1"
FORMAT_VERSION = "1.0"


class Position(Struct, frozen=True):
    """Line and column, both from 1, in code points."""

    line: int
    column: int


class Place(Struct, frozen=True):
    """A stretch of a file."""

    file: str
    start: Position
    end: Position


class State(Struct, frozen=True):
    """What stood there: the words; of a number its value in its unit, and `bound` in base units."""

    text: str
    value: str | None = None
    unit: str | None = None
    bound: str | None = None


class Names(Struct, frozen=True):
    """A name before and after; null where there was or is none."""

    before: str | None
    after: str | None


class Edit(Struct, frozen=True):
    """Replace the stretch by `text`."""

    place: Place
    text: str


class Suggestion(Struct, frozen=True):
    """An edit that a person may make."""

    title: str
    edits: tuple[Edit, ...]


class Acknowledged(Struct, frozen=True):
    """The acceptance of a change. `new`: the old file does not have it; `document`: the number it names; `record`: the
    change it records. `stale`: it records another change of the same field, so it does not hold."""

    reason: str
    location: Place
    document: str | None = None
    record: str | None = None
    new: bool = True
    stale: bool = False


class Change(Struct, frozen=True):
    """One change. `verdict`: the relation of the two states; `word`: what a reviewer calls it; `form`, `row`: places in
    `forms`; `if_same`: codes that hold if a suspected pair is one; `corrects`: the code a correction stands for."""

    code: str
    slug: str
    word: str
    categories: tuple[str, ...]
    severity: str | None
    verdict: str
    actions: tuple[str, ...]
    reason: str
    confidence: str | None
    path: tuple[str, ...]
    name: Names
    id: str | None
    field: str
    before: State | None
    after: State | None
    magnitude: str | None
    location: Place | None
    previous_location: Place | None
    acknowledged: Acknowledged | None
    suggestion: Suggestion | None
    form: int
    row: int | None
    gated: bool
    if_same: tuple[str, ...] = ()
    corrects: str | None = None


class Reached(Struct, frozen=True):
    """What was reached of last year's row; `met`: whether the target was."""

    text: str
    points: str
    met: bool | None


class Row(Struct, frozen=True):
    """Rows that belong together. `link`: how that is known; `marked`: the name with what was put in and left out;
    `left_behind`: last year's numbers that a text still states; `weight`: points times strength, for the order;
    `former`: class and targets of rows merged into this one are joined."""

    link: str
    path: tuple[str, ...]
    name: Names
    marked: str
    before: State | None
    after: State | None
    points: Names
    reached: Reached | None
    unit_note: str
    left_behind: tuple[str, ...]
    changes: tuple[int, ...]
    weight: str
    strongest: str | None


class FormSide(Struct, frozen=True):
    """One side of a pair of forms."""

    name: str
    department: str
    year: int | None
    stage: str
    edition: str
    title: str
    file: str
    sha256: str
    kind: str
    rows: int
    total: str
    approval_number: str
    approval_date: str
    adjustment_number: str
    complete: bool


class Budget(Struct, frozen=True):
    """The budgets of two forms, in the words of the forms and in 元."""

    before: State | None
    after: State | None
    moved: str | None


class Form(Struct, frozen=True):
    """A pair of forms, or one that has no counterpart. `matched_by`: code, name, former, roster, folded or given."""

    before: FormSide | None
    after: FormSide | None
    matched_by: str | None
    across: bool
    office: str
    budget: Budget | None
    goals_unchanged: bool
    totals: str
    uncompared: tuple[str, ...]
    notes: tuple[str, ...]
    unchanged: int
    rows: tuple[Row, ...]
    changes: tuple[int, ...]


class Tool(Struct, frozen=True):
    """What made the file: the program, the digest of the data it judges by, the options that matter."""

    name: str
    version: str
    catalog: str
    options: dict[str, str]


class File(Struct, frozen=True):
    """A file that was read."""

    path: str
    sha256: str
    kind: str
    rows: int


class Input(Struct, frozen=True):
    """One side of the comparison. `why`: how the argument was understood."""

    label: str
    ref: str | None
    kind: str
    why: str
    files: tuple[File, ...]


class Summary(Struct, frozen=True):
    """Counts. `unchanged`: rows without any change; `points`: those of rows that must be looked at."""

    by_code: dict[str, int]
    by_category: dict[str, int]
    unchanged: int
    to_ask: int
    points: str
    accepted: int
    new_acceptances: int
    stale_acceptances: int
    without_document: int


class Gate(Struct, frozen=True):
    """`preset` null: nothing is gated. `failing`: places in `changes`."""

    preset: str | None
    passed: bool
    failing: tuple[int, ...]
    broken: tuple[str, ...] = ()


class Roster(Struct, frozen=True):
    """How many departments should have handed in a form, and which have not."""

    expected: int
    reported: int
    comparable: int
    missing: tuple[str, ...]


class Report(Struct, frozen=True):
    """The whole file."""

    schema: Literal["goaldsl/changes/1"]
    format_version: str
    tool: Tool
    baseline: Input
    candidate: Input
    summary: Summary
    gate: Gate
    forms: tuple[Form, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()
    roster: Roster | None = None


def encode(report: Report) -> bytes:
    """UTF-8 with two blanks of indentation; the same report gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def decode(data: bytes) -> Report:
    """The report in `data`; raises `msgspec.DecodeError`."""
    return msgspec.json.decode(data, type=Report)


def schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of the file."""
    generated = msgspec.json.schema(Report, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "goaldsl changes",
        "description": "两份（或两批）绩效目标的变化，由 goaldsl diff 写出。",
        **generated,
    }
