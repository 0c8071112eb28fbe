"""What several checks want to know of a declaration, worked out once and only when asked for."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache, cached_property

from goaldsl.catalog import Catalog, RateDomain
from goaldsl.checks.carriers import Carriers
from goaldsl.checks.excel_day import excel_day
from goaldsl.checks.scored import ScoredRow, scored
from goaldsl.checks.stated_targets import Statement, statements
from goaldsl.checks.text.promises import Promise, promises
from goaldsl.checks.text.templates import is_unfilled
from goaldsl.checks.text.written import Written, within, written
from goaldsl.checks.whole_budget import whole_budget
from goaldsl.checks.year_claims import Claim, other_year, project_period, signed_years, year_claims
from goaldsl.model.declaration import Declaration, Field, Indicator, Item
from goaldsl.model.form import FieldSpec, Place, PointsPlace
from goaldsl.model.place import NOWHERE, Span, Text
from goaldsl.model.profile import RequiredClass
from goaldsl.model.scoring import Disagreement, Remark, Stated, Unread, reading_in
from goaldsl.model.target import QuantityTarget, RangeTarget

_ECONOMIC_COSTS = frozenset({"经济成本指标", "成本指标"})  # the second is the class of the 2015 tree


class Facts:
    """A declaration and what follows from it."""

    def __init__(self, declaration: Declaration, catalog: Catalog) -> None:
        self.declaration = declaration
        self.catalog = catalog

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.declaration.indicators

    @cached_property
    def quantities(self) -> tuple[tuple[Indicator, QuantityTarget], ...]:
        """The indicators with a readable number for a target, and that target; days that Excel made numbers are none."""
        return tuple(
            (indicator, indicator.target)
            for indicator in self.indicators
            if isinstance(indicator.target, QuantityTarget) and excel_day(indicator) is None
        )

    @cached_property
    def shares(self) -> tuple[tuple[Indicator, QuantityTarget | RangeTarget], ...]:
        """The indicators whose name says a part of a whole (合格率, 满意度), with a number for a target."""
        return tuple(
            (indicator, indicator.target)
            for indicator in self.indicators
            if isinstance(indicator.target, (QuantityTarget, RangeTarget))
            and self.catalog.rate_domain(indicator.name.value) is RateDomain.SHARE
        )

    @cached_property
    def economic_costs(self) -> tuple[Indicator, ...]:
        """The indicators under 经济成本指标, or under 成本指标 of the 2015 tree."""
        return tuple(
            indicator
            for indicator in self.indicators
            if indicator.category is not None and indicator.category.level2 in _ECONOMIC_COSTS
        )

    @cached_property
    def columns(self) -> dict[str, str]:
        """The columns that the form prints, and their labels."""
        return {column.key: column.label for column in self.declaration.form.columns}

    @cached_property
    def execution_row(self) -> Indicator | None:
        """预算执行率 as a row of its own outside the tree: its points are the profile's `execution`."""
        rows = (row for row in self.indicators if row.category is None)
        return next((row for row in rows if row.name.value.strip() == "预算执行率"), None)

    @cached_property
    def without_points(self) -> tuple[Indicator, ...]:
        """The indicators that still need points; none where neither the form nor anybody gives points."""
        missing = tuple(
            row
            for row in self.indicators
            if row.score is None
            and not row.is_part
            and row is not self.execution_row
            and not is_unfilled(row.name.value)
        )
        unscored = self.declaration.form.points is PointsPlace.NOWHERE
        return () if unscored and all(row.score is None for row in self.indicators) else missing

    @cached_property
    def missing_classes(self) -> tuple[RequiredClass, ...]:
        """What the profile requires and no row has; nothing where no row has a class. A missing first level
        stands for its second levels."""
        present = {row.category for row in self.indicators if row.category is not None}
        levels = {category.level1 for category in present}
        known = {level.name for level in self.declaration.taxonomy.levels}
        seconds = {category.level2 for category in present}
        return tuple(
            need
            for need in (self.declaration.profile.required if present else ())
            if need.level1 in known
            and (need.level1 not in levels if need.level2 is None else need.level1 in levels)
            and need.level2 not in seconds
        )

    @cached_property
    def points_by_level1(self) -> dict[str, Decimal]:
        """Points per first-level class, in the order of the taxonomy; rows without class under ""."""
        points = {level.name: Decimal(0) for level in self.declaration.taxonomy.levels}
        for indicator in self.indicators:
            if indicator.score is not None:
                level1 = indicator.category.level1 if indicator.category else ""
                points[level1] = points.get(level1, Decimal(0)) + indicator.score.value
        return points

    @cached_property
    def goals(self) -> tuple[Item, ...]:
        """The paragraphs of 年度目标 that say something."""
        return tuple(item for item in self.declaration.items("goals") if item.text.value.strip())

    @cached_property
    def promises(self) -> tuple[tuple[Item, Promise], ...]:
        """The quantities that 年度目标 promises, each with its paragraph."""
        return tuple(
            (item, promise)
            for item in self.goals
            for promise in promises(item.text.value, self.catalog.unit)
            if promise.firm
        )

    @cached_property
    def carriers(self) -> Carriers:
        """Which indicators carry a promise."""
        return Carriers(self.indicators)

    @cached_property
    def budget_ceilings(self) -> tuple[tuple[Indicator, QuantityTarget], ...]:
        """The cost indicators that repeat the whole budget as a ceiling."""
        form = self.declaration.form
        of_department = any(spec.key == "department" and spec.required for spec in form.fields)
        pairs = ((row, whole_budget(row, of_department=of_department)) for row in self.economic_costs)
        return tuple((row, target) for row, target in pairs if target is not None)

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Everything the author wrote in words, each with the part of the form it stands in."""
        return tuple(written(self.declaration))

    @cached_property
    def project_period(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day of the project."""
        return project_period(self.declaration)

    @cached_property
    def year_claims(self) -> tuple[Claim, ...]:
        """The places that name a year; those within a project of several years say nothing of the form's."""
        claims = year_claims(self.declaration, self.texts)
        if self.project_period is None:
            return tuple(claims)
        first, last = self.project_period
        return tuple(
            claim
            for claim in claims
            if (self.declaration.year and claim.year == self.declaration.year.value)
            or not first.year <= claim.year <= last.year
        )

    @cached_property
    def other_year(self) -> int | None:
        """The year on which everything else agrees when the form's own is at fault."""
        year = self.declaration.year
        return other_year(year.value, self.year_claims, signed_years(self.declaration)) if year else None

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The targets as explanations and scoring sentences state them again."""
        return tuple(statements(self.quantities, cache(self.catalog.unit)))

    @cached_property
    def asks_meaning(self) -> bool:
        """Whether the form has a column for what an indicator means; 指标值说明 only explains a number."""
        label = self.columns.get("explanation")
        return label is not None and not label.endswith("值说明")

    @cached_property
    def score_functions(self) -> tuple[ScoredRow, ...]:
        """The indicators whose scoring rule can be computed, each with its function."""
        return tuple(scored(self.indicators, self.catalog))

    @cached_property
    def disagreements(self) -> tuple[tuple[Indicator, tuple[Remark, ...]], ...]:
        """The indicators whose verbatim sentence names another target or other points.

        Of a sentence that was not understood only the target: its points are looked for among its words (GC523).
        """
        found = ((row, self._remarks(reading_in(row.scoring))) for row in self.indicators)
        return tuple((row, remarks) for row, remarks in found if remarks)

    def _remarks(self, read: Stated | Unread | None) -> tuple[Remark, ...]:
        if not isinstance(read, Unread):
            return read.remarks if read is not None else ()
        return tuple(remark for remark in read.remarks if remark.about is Disagreement.TARGET)

    @cached_property
    def contradicted(self) -> frozenset[Span]:
        """The sentences of `disagreements`; checks of words leave their numbers alone."""
        return frozenset(row.criterion.span for row, _ in self.disagreements if row.criterion)

    @cached_property
    def computable(self) -> frozenset[Span]:
        """The lines of the indicators whose rule is examined as a function; checks of words leave them alone."""
        return frozenset(row.span for row, _ in self.score_functions)

    @cached_property
    def prose(self) -> str:
        """Every different text once, a line each: one look tells whether a word occurs at all."""
        return "\n".join(dict.fromkeys(each.text.value for each in self.texts))

    def within(self, text: Text, start: int, end: int) -> Span:
        """Where the words `start` to `end` of a text stand in the source."""
        return within(self.declaration.source, text, start, end)

    @cached_property
    def unfilled(self) -> tuple[tuple[FieldSpec, Field | None], ...]:
        """What the form prints, asks of the department and has not got; None for a field left out."""
        asked = (
            (spec, self.declaration.field(spec.key))
            for spec in self.declaration.form.fields
            if spec.required and not spec.bureau and spec.place is not Place.NOWHERE
        )
        return tuple((spec, field) for spec, field in asked if field is None or is_empty(field))

    @cached_property
    def form_place(self) -> Span:
        """Where to point when something is missing: the first field, or the beginning of the file."""
        places = [field.label.span for field in self.declaration.fields]
        return min(places, default=NOWHERE)


def is_empty(field: Field) -> bool:
    """Whether nothing but the label stands there."""
    if field.items:
        return not any(item.text.value.strip() for item in field.items)
    return not field.text.value.strip()
