"""A form as read: what stands in which field and row, how sure that is, and what became of every cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What became of a cell."""

    PLACED = "照放"
    INFERRED = "推断"
    DOUBTED = "待核"
    NOTED = "没处放"


@dataclass(slots=True)
class Doubt:
    """What the import took a cell for without being certain. `row` is the row's number in the table, 0 for none."""

    original: str
    place: str
    reading: str


@dataclass(slots=True)
class IndicatorRead:
    """A row of the indicator table, cells to the letter."""

    level1: str = ""
    level2: str = ""
    name: str = ""
    operator: str = ""
    value: str = ""
    unit: str = ""
    score: str = ""
    actual: str = ""
    points: str = ""
    reason: str = ""
    explanation: str = ""
    criterion: str = ""
    remark: str = ""
    source: str = ""
    printed_target: str = ""  # the cell that held sign, value and unit together
    extra: dict[str, str] = field(default_factory=dict)  # heading: words that have no column of their own
    extra_cells: dict[str, int] = field(default_factory=dict)  # heading: the number of the cell
    doubts: list[Doubt] = field(default_factory=list)
    origin: str = ""
    certain: bool = True


@dataclass(slots=True)
class FieldRead:
    """A labelled field of the form."""

    label: str
    text: str
    origin: str = ""


@dataclass(slots=True)
class Leftover:
    """Words that have no place in a form."""

    text: str
    origin: str
    number: int = -1


@dataclass(slots=True)
class TaskRead:
    """A task: what its cells say, by name, content, budget, fiscal and other, and their numbers."""

    said: dict[str, str]
    origin: str
    cells: tuple[int, ...]


@dataclass(slots=True)
class FormRead:
    """One form. `fates` tells of each numbered piece of the document what became of it."""

    title: str = ""
    year: int | None = None
    self_evaluation: bool = False
    fields: dict[str, FieldRead] = field(default_factory=dict)
    funds: dict[str, dict[str, str]] = field(default_factory=dict)  # row label: column key: words
    money_unit: str = ""
    rows: list[IndicatorRead] = field(default_factory=list)
    empty_classes: list[tuple[str, str, int]] = field(default_factory=list)  # level1, level2, before row
    columns: list[tuple[str, str]] = field(default_factory=list)  # key, heading
    totals: dict[str, str] = field(default_factory=dict)
    class_points: dict[str, str] = field(default_factory=dict)
    tasks: list[TaskRead] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    fates: dict[int, tuple[Fate, str]] = field(default_factory=dict)
    pieces: range = range(0)
    unread_rows: int = 0
    page: str = ""

    @property
    def unit(self) -> str:
        """Who is bound by the form."""
        for key in ("implementer", "department", "filler_unit", "supervisor"):
            if key in self.fields and self.fields[key].text:
                return self.fields[key].text
        return ""

    @property
    def project(self) -> str:
        return self.fields["project"].text if "project" in self.fields else ""

    def mark(self, number: int, fate: Fate, became: str) -> None:
        """Say what became of a piece; the first word counts, a doubt outranks it."""
        if number >= 0 and (number not in self.fates or fate is Fate.DOUBTED):
            self.fates[number] = (fate, became)

    def count(self, fate: Fate) -> int:
        return sum(1 for each, _ in self.fates.values() if each is fate)
