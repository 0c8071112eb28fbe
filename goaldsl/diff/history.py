"""An indicator's line through the years or the revisions of a form: targets, results, points, rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from goaldsl.catalog import Catalog
from goaldsl.diff.acceptances import accepted
from goaldsl.diff.change import Change
from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.counterparts import Entry, counterparts, form_name
from goaldsl.diff.matching import Link
from goaldsl.diff.numbers import decimal
from goaldsl.diff.promise import Sort
from goaldsl.diff.view import Row, Side, View
from goaldsl.diff.wording import plain

SCHEMA: Final = "goaldsl/history/1"
FORMAT_VERSION = "1.0"
_QUIET = frozenset(("GD180", "GD181", "GD182", "GD131", "GD130"))


class Point(Struct, frozen=True):
    """One year or revision. `missing`: the row is not there; `joined`: it is surely the row of the point before, else the
    line is drawn broken; `codes`: what changed since; `value`, `reached_value`: in base units."""

    label: str
    missing: bool
    joined: bool
    name: str = ""
    target: str = ""
    value: str | None = None
    reached: str = ""
    reached_value: str | None = None
    points: str = ""
    earned: str = ""
    rule: str = ""
    codes: tuple[str, ...] = ()


class Line(Struct, frozen=True):
    """An indicator. `changes`: how often it changed, `without_document` how often without a document number."""

    form: str
    path: tuple[str, ...]
    name: str
    points: tuple[Point, ...]
    changes: int
    without_document: int


class History(Struct, frozen=True):
    """The whole file."""

    schema: Literal["goaldsl/history/1"]
    format_version: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def encode(history: History) -> bytes:
    """UTF-8 with two blanks of indentation."""
    return msgspec.json.format(msgspec.json.encode(history), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of the file."""
    generated = msgspec.json.schema(History, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "goaldsl history",
        "description": "一个指标历年（或历次修改）的目标与实际，由 goaldsl history 写出。",
        **generated,
    }


@dataclass(frozen=True, slots=True)
class Step:
    """The forms of one year or revision, oldest first; none where the year has no folder."""

    label: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    step: int
    side: Side
    row: Row
    joined: bool
    found: tuple[Change, ...]
    documents: int


def history(
    steps: Sequence[Step], catalog: Catalog, name: str | None = None, roster: Sequence[Entry] = ()
) -> History:
    """The lines of all rows, or of those called `name` at some time; newest names first."""
    walker = _Walker(steps, catalog, roster)
    lines = [line for line in walker.lines() if name is None or _called(line, name)]
    return History(SCHEMA, FORMAT_VERSION, tuple(step.label for step in steps), tuple(lines))


def _called(line: Line, name: str) -> bool:
    asked = plain(name)
    return any(asked in plain(point.name) for point in line.points if not point.missing)


class _Walker:
    def __init__(self, steps: Sequence[Step], catalog: Catalog, roster: Sequence[Entry]) -> None:
        self.steps = steps
        self.catalog = catalog
        self.roster = roster
        self.seen: set[tuple[int, int, int]] = set()
        self.compared: dict[tuple[int, int], Comparison] = {}
        self.found: dict[tuple[int, int], tuple[Change, ...]] = {}

    def lines(self) -> list[Line]:
        found: list[Line] = []
        for step in range(len(self.steps) - 1, -1, -1):
            for side in self.steps[step].sides:
                rows = View(side, side, self.catalog).rows
                found.extend(
                    self._line(step, side, row) for row in rows if (step, id(side), row.at) not in self.seen
                )
        return found

    def _line(self, step: int, side: Side, row: Row) -> Line:
        places = {step: _Place(step, side, row, True, (), 0)}
        self.seen.add((step, id(side), row.at))
        at, here, current = step, side, row
        while (before := self._before(at, here, current)) is not None:
            place, found, documents, joined = before
            places[at] = _Place(at, here, current, joined, found, documents)
            at, here, current = place
            self.seen.add((at, id(here), current.at))
            places[at] = _Place(at, here, current, True, (), 0)
        first = min(places)
        points = tuple(self._point(places.get(each), each) for each in range(first, len(self.steps)))
        changed = [place for place in places.values() if place.found]
        category = row.indicator.category
        return Line(
            form=form_name(side),
            path=(category.level1, category.level2) if category else (),
            name=row.name,
            points=points,
            changes=len(changed),
            without_document=sum(place.documents == 0 for place in changed),
        )

    def _before(
        self, step: int, side: Side, row: Row
    ) -> tuple[tuple[int, Side, Row], tuple[Change, ...], int, bool] | None:
        """The row's place in the nearest earlier step that has it, what changed since, and whether it is surely it."""
        for earlier in range(step - 1, -1, -1):
            compared = self._comparison(earlier, step, side)
            if compared is None:
                continue
            paired = next(
                (
                    each
                    for each in compared.rows
                    if each.new is not None and each.new.at == row.at and each.old
                ),
                None,
            )
            if paired is None or paired.old is None or paired.match.link is Link.APART:
                continue
            key = (earlier, id(side))
            told = self.found.setdefault(key, changes(compared))
            own = tuple(change for change in told if change.paired is paired and change.code not in _QUIET)
            documents = sum(bool((said := accepted(change, compared)) and said.document) for change in own)
            return (earlier, compared.old.side, paired.old), own, documents, paired.sure
        return None

    def _comparison(self, earlier: int, step: int, side: Side) -> Comparison | None:
        key = (earlier, id(side))
        if key not in self.compared:
            pairs = counterparts(self.steps[earlier].sides, [side], self.roster).pairs
            if not pairs:
                return None
            self.compared[key] = Comparison(pairs[0][0][0], side, self.catalog)
        return self.compared[key]

    def _point(self, place: _Place | None, step: int) -> Point:
        label = self.steps[step].label
        if place is None:
            return Point(label, missing=True, joined=False)
        promised, indicator = place.row.promise, place.row.indicator
        reached = place.side.achieved.get(place.row.at)
        number = promised.sort is Sort.NUMBER and promised.bound is not None
        return Point(
            label=label,
            missing=False,
            joined=place.joined,
            name=place.row.name,
            target=promised.text,
            value=decimal(promised.bound) if number and promised.bound is not None else None,
            reached=reached.text if reached else "",
            reached_value=decimal(reached.value.bound)
            if reached and reached.value and reached.value.bound is not None
            else None,
            points=f"{indicator.score.value:f}" if indicator.score else "",
            earned=reached.points if reached else "",
            rule=indicator.printed.criterion,
            codes=tuple(sorted({change.code for change in place.found})),
        )
