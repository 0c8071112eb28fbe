"""Mid-year progress as published (`goaldsl score … --at … --format json`), version 1: types, codec, schema.

Shares and points are decimal strings, or fractions where no decimal says them; what is missing is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, Literal

import msgspec
from msgspec import Struct

from goaldsl.evaluation.progress import Progress, RowProgress
from goaldsl.scoring.points import plain

SCHEMA: Final = "goaldsl/progress/1"
FORMAT_VERSION = "1.0"


class Mark(Struct, frozen=True):
    """From the end of `month` on at least `at_least` percent of the budget should be spent."""

    month: int
    at_least: str


class Row(Struct, frozen=True):
    """One indicator so far. `share` of the target where it adds up; `reachable`: the most points still possible."""

    name: str
    actual: str
    share: str | None
    filled: bool
    behind: bool
    ahead: bool
    score: str | None
    reachable: str | None
    lost: bool


class Declared(Struct, frozen=True):
    """One declaration so far. `apart`: goals and execution differ by more than ten points."""

    file: str
    elapsed: str
    execution: str | None
    execution_mark: Mark | None
    execution_behind: bool
    goals: str | None
    apart: bool
    indicators: tuple[Row, ...]


class Report(Struct, frozen=True):
    """All declarations of one run, in the order of their files; those with errors are missing."""

    schema: Literal["goaldsl/progress/1"]
    format_version: str
    at: str
    declarations: tuple[Declared, ...]


def encode(at: str, declarations: Iterable[tuple[str, Progress]]) -> str:
    """One JSON document for the progress of some files on a day."""
    told = tuple(_declared(file, progress) for file, progress in declarations)
    report = Report(SCHEMA, FORMAT_VERSION, at, told)
    return _written(report)


def schema() -> str:
    """The JSON Schema of a `Report`, as committed in grammar/schema/progress-1.json."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "goaldsl progress",
    }
    return _written({**head, **msgspec.json.schema(Report)})


def _written(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _declared(file: str, progress: Progress) -> Declared:
    mark = progress.mark
    return Declared(
        file,
        plain(progress.elapsed),
        _exact(progress.execution),
        None if mark is None else Mark(mark.month, plain(mark.at_least)),
        progress.execution_behind,
        _exact(progress.goals),
        progress.apart,
        tuple(map(_row, progress.rows)),
    )


def _row(row: RowProgress) -> Row:
    return Row(
        row.indicator.name.value,
        row.text,
        _exact(row.share),
        row.filled,
        row.behind,
        row.ahead,
        None if row.score is None else plain(row.score),
        _exact(row.reachable),
        row.lost,
    )


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
