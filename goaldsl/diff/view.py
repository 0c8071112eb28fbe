"""One of the two forms as the comparison sees it: its rows with their promises, its budget, its time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from goaldsl.catalog import Catalog
from goaldsl.diff.budget import Budget, budget_of
from goaldsl.diff.likeness import Traits
from goaldsl.diff.promise import Promise, When, promise
from goaldsl.diff.wording import bare
from goaldsl.model.declaration import Declaration, Indicator, Period
from goaldsl.model.place import Span
from goaldsl.model.target import CalendarDate
from goaldsl.model.taxonomy import Category
from goaldsl.source import Source


@dataclass(frozen=True, slots=True)
class Achieved:
    """What was reached of a row at the end of its year: the value as printed, the points, whether the target was met
    (None: not known)."""

    text: str
    points: str = ""
    value: Promise | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A declaration as handed in: its findings as codes and places, what was achieved by row, what kind of paper it is
    (申报表, 自评表, 公开件), what a reviewer calls it."""

    declaration: Declaration
    findings: tuple[tuple[str, Span], ...] = ()
    achieved: Mapping[int, Achieved] = field(default_factory=dict)
    origin: str = "申报表"
    name: str = ""

    @property
    def source(self) -> Source:
        return self.declaration.source


@dataclass(frozen=True, eq=False)
class Row:
    """A row of a form: its place in the order, what it says, what is compared of it."""

    at: int
    indicator: Indicator
    traits: Traits
    category: Category | None  # as the other form's tree has it

    @property
    def name(self) -> str:
        return self.indicator.name.value

    @property
    def promise(self) -> Promise:
        return self.traits.promise

    @cached_property
    def key(self) -> str:
        """The name as two years share it."""
        return bare(self.traits.name, self.traits.year)


class View:
    """One side of a comparison; the old one (`mapped`) names its classes as the tree of the new one does."""

    def __init__(self, side: Side, other: Side, catalog: Catalog, *, mapped: bool = False) -> None:
        self.side = side
        self.declaration = declaration = side.declaration
        self.catalog = catalog
        years = [each.declaration.year.value if each.declaration.year else None for each in (side, other)]
        self.year = years[0]
        self.across = None not in years and years[0] != years[1]
        self.when = When(self.year, self.across, _project_years(declaration))
        self.tree = other.declaration.taxonomy if mapped else declaration.taxonomy

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._row(at, each) for at, each in enumerate(self.declaration.indicators))

    def _row(self, at: int, indicator: Indicator) -> Row:
        promised = promise(
            indicator.name.value, indicator.target, indicator.direction, self.catalog, self.when
        )
        category = self.mapped(indicator.category)
        return Row(at, indicator, Traits(indicator.name.value, self.year, category, promised), category)

    @cached_property
    def _findings(self) -> tuple[list[int], list[tuple[str, Span]]]:
        found = sorted(self.side.findings, key=lambda each: each[1].start)
        return [span.start for _, span in found], found

    def findings_in(self, extent: Span) -> list[tuple[str, Span]]:
        """The findings that begin within a stretch of the text."""
        starts, found = self._findings
        return found[
            bisect_left(starts, extent.start) : bisect_left(starts, max(extent.end, extent.start + 1))
        ]

    def mapped(self, category: Category | None) -> Category | None:
        """A class as the tree of the other form names it."""
        own, other = self.declaration.taxonomy, self.tree
        if category is None or own.id == other.id:
            return category
        known = {Category(level.name, child.name) for level in other.levels for child in level.children}
        if category in known:
            return category
        said = self.catalog.second_level(own, category).same_as
        if said in known:
            return said
        backwards = (
            Category(level.name, child.name)
            for level in other.levels
            for child in level.children
            if child.same_as == category
        )
        return next(backwards, category)

    @cached_property
    def budget(self) -> Budget | None:
        return budget_of(self.declaration)


def _project_years(declaration: Declaration) -> tuple[int, int] | None:
    """The years a project runs, when the form says so."""
    period = declaration.field("project_period")
    if period is not None and isinstance(period.value, Period):
        return period.value.start.last.year, period.value.end.last.year
    start, end = declaration.field("starts_on"), declaration.field("ends_on")
    if start and end and isinstance(start.value, CalendarDate) and isinstance(end.value, CalendarDate):
        return start.value.last.year, end.value.last.year
    return None
