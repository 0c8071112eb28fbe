"""Two forms of one department or project, matched row by row: what the kinds of changes look at, worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from goaldsl.catalog import Catalog
from goaldsl.diff.budget import Budget, ceiling
from goaldsl.diff.direction import Relation, Verdict, compare
from goaldsl.diff.matching import Match, Matching, match
from goaldsl.diff.promise import Promise, Sort
from goaldsl.diff.rules import Ruling, Scoring, compare_rules
from goaldsl.diff.view import Achieved, Row, Side, View
from goaldsl.model.declaration import Indicator
from goaldsl.model.form import PointsPlace
from goaldsl.model.place import NOWHERE, Span
from goaldsl.scoring.function.interval import closed

_SAME = Verdict(Relation.SAME)
_INCOMPARABLE = frozenset(
    (Relation.LOST, Relation.GAINED, Relation.GIVEN, Relation.MISSING, Relation.UNIT, Relation.WORD)
)


class Comparison:
    """An old form and a new one."""

    def __init__(self, old: Side, new: Side, catalog: Catalog, earlier: tuple[Side, ...] = ()) -> None:
        self.catalog = catalog
        self.old = View(old, new, catalog, mapped=True)
        self.new = View(new, old, catalog)
        self.earlier = earlier

    @cached_property
    def matching(self) -> Matching:
        return match(self.old, self.new)

    @cached_property
    def rows(self) -> tuple[Paired, ...]:
        return tuple(Paired(self, each) for each in self.matching.matches)

    @property
    def across(self) -> bool:
        """Whether the two forms are of different years."""
        return self.new.across

    @cached_property
    def budgets(self) -> tuple[Budget, Budget] | None:
        """The two budgets; None unless both forms state one."""
        old, new = self.old.budget, self.new.budget
        return None if old is None or new is None else (old, new)

    @cached_property
    def totals(self) -> tuple[Decimal, Decimal]:
        """The points of all rows, before and after."""
        old, new = (_total(view.declaration.indicators) for view in (self.old, self.new))
        return old, new

    @cached_property
    def as_shares(self) -> bool:
        """Whether points are compared as shares of their totals: another scheme distributes 100 where 90 were. Rows that
        keep their points while one of them went are no such case."""
        old, new = self.totals
        if not old or not new or old == new:
            return False
        pairs = [each.points for each in self.rows if each.sure]
        known = [
            (Fraction(one), Fraction(other)) for one, other in pairs if one is not None and other is not None
        ]
        kept = sum(one == other for one, other in known)
        shared = sum(one * Fraction(new) == other * Fraction(old) for one, other in known)
        schemes = [view.declaration.profile.total for view in (self.old, self.new)]
        return shared > kept or (schemes[0] != schemes[1] and 2 * kept < len(known))

    def compared(self, column: str) -> bool:
        """Whether both editions have a column; what one lacks is not compared."""
        if self.old.declaration.form.id == self.new.declaration.form.id:
            return True
        return _has(self.old, column) and _has(self.new, column)

    @cached_property
    def uncompared(self) -> tuple[str, ...]:
        """The columns that only one of the editions has, by their labels."""
        labels = {key: label for view in (self.old, self.new) for key, label in _labels(view).items()}
        return tuple(label for key, label in labels.items() if key in _COMPARED and not self.compared(key))


_COMPARED = ("score", "explanation", "criterion", "remark", "source")


def _labels(view: View) -> dict[str, str]:
    return {column.key: column.label for column in view.declaration.form.columns}


def _has(view: View, column: str) -> bool:
    """Whether a form has a column, or its rows fill it all the same."""
    if column in _labels(view):
        return True
    rows = view.declaration.indicators
    if column == "score":
        return view.declaration.form.points is not PointsPlace.NOWHERE or any(row.score for row in rows)
    if column == "criterion":
        return any(row.rule or row.criterion for row in rows)
    return any(getattr(row, column) for row in rows)


def _total(rows: tuple[Indicator, ...]) -> Decimal:
    return sum((row.score.value for row in rows if row.score), Decimal(0))


class Paired:
    """The rows of one match, and how they compare."""

    def __init__(self, forms: Comparison, found: Match) -> None:
        self.forms = forms
        self.match = found

    @property
    def old(self) -> Row | None:
        return self.match.old

    @property
    def new(self) -> Row | None:
        return self.match.new

    @property
    def sure(self) -> bool:
        return self.match.sure

    @cached_property
    def both(self) -> tuple[Indicator, Indicator] | None:
        """The old and the new row, when they are one indicator."""
        return None if not self.sure else (self.match.olds[0].indicator, self.match.news[0].indicator)

    @property
    def several(self) -> bool:
        """Whether rows were split or merged."""
        return len(self.match.olds) + len(self.match.news) > 2

    @property
    def name(self) -> str:
        row = self.new or self.old
        return row.name if row else ""

    @cached_property
    def verdict(self) -> Verdict:
        """How the targets compare, of suspected pairs too; of several rows their sum."""
        if self.old is None or self.new is None:
            return _SAME
        old, new = (_together(rows) for rows in (self.match.olds, self.match.news))
        if old is None or new is None:
            return compare(self.old.promise, self.new.promise)
        return compare(old, new)

    @cached_property
    def follows_budget(self) -> bool:
        """Whether the row only repeats the budget on both sides."""
        budgets = self.forms.budgets
        if budgets is None or self.old is None or self.new is None:
            return False
        rows = (
            ceiling(self.forms.old.declaration, self.old.at),
            ceiling(self.forms.new.declaration, self.new.at),
        )
        return all(
            row is not None and row.yuan == budget.yuan for row, budget in zip(rows, budgets, strict=True)
        )

    @cached_property
    def points(self) -> tuple[Decimal | None, Decimal | None]:
        """The points before and after, of several rows together."""
        old, new = (
            None
            if not rows or any(row.indicator.score is None for row in rows)
            else sum((row.indicator.score.value for row in rows if row.indicator.score), Decimal(0))
            for rows in (self.match.olds, self.match.news)
        )
        return old, new

    @cached_property
    def points_moved(self) -> Fraction:
        """By how much the points rose, as shares of the totals where those differ."""
        old, new = self.points
        if old is None or new is None or not self.sure:
            return Fraction(0)
        if self.forms.as_shares:
            totals = self.forms.totals
            return Fraction(new) / Fraction(totals[1]) - Fraction(old) / Fraction(totals[0])
        return Fraction(new) - Fraction(old)

    @cached_property
    def ruling(self) -> Ruling:
        """How the scoring rules compare; nothing where another kind of target needs another rule."""
        if not self.sure or self.old is None or self.new is None or self.several:
            return Ruling(Scoring.SAME)
        if self.verdict.relation in _INCOMPARABLE or not self.forms.compared("criterion"):
            return Ruling(Scoring.SAME)
        published = tuple(
            view.side.source.path.endswith(".json") for view in (self.forms.old, self.forms.new)
        )
        return compare_rules(self.old, self.new, self.forms.catalog, (published[0], published[1]))

    @cached_property
    def achieved(self) -> Achieved | None:
        """What was reached of the old row in its year."""
        return self.forms.old.side.achieved.get(self.old.at) if self.old else None

    @cached_property
    def fixed(self) -> frozenset[str]:
        """The parts of the row of which a finding of the old side is gone: what was asked for."""
        if not self.sure or self.old is None or self.new is None:
            return frozenset()
        left = {code for code, _ in _findings(self.forms.new, self.new)}
        found = _findings(self.forms.old, self.old)
        return frozenset(part for code, parts in found if code not in left for part in parts)

    def place(self, part: str) -> Span:
        """Where a part of the new row stands, else where the row does."""
        return part_span(self.new.indicator, part) if self.new else NOWHERE

    def former_place(self, part: str) -> Span:
        return part_span(self.old.indicator, part) if self.old else NOWHERE


def _together(rows: tuple[Row, ...]) -> Promise | None:
    """The sum of what several rows promise; None where sums mean nothing."""
    first = rows[0].promise
    if len(rows) == 1:
        return first
    bounds = [row.promise.bound for row in rows]
    units = {row.promise.unit.symbol if row.promise.unit else "" for row in rows}
    alike = all(row.promise.sort is Sort.NUMBER and row.promise.ray == first.ray for row in rows)
    if not alike or None in bounds or len(units) > 1 or (first.unit and first.unit.dimension == "rate"):
        return None
    total = sum((bound for bound in bounds if bound is not None), Fraction(0))
    low, high = (total if first.ray >= 0 else None), (total if first.ray <= 0 else None)
    text = "＋".join(row.promise.text for row in rows)
    return Promise(Sort.NUMBER, text, closed(low, high), first.domain, first.ray, total, first.unit)


PARTS = ("target", "name", "score", "criterion", "rule", "explanation", "remark", "source", "head")


def part_span(row: Indicator, part: str) -> Span:
    """Where a part of a row stands."""
    written = row.rule or row.criterion if part == "rule" else getattr(row, part, None)
    span: Span = getattr(written, "span", NOWHERE) or NOWHERE
    return row.span if span == NOWHERE else span


def _findings(view: View, row: Row) -> Iterator[tuple[str, frozenset[str]]]:
    """The findings that touch a row, each with the parts of the row that it speaks of."""
    indicator = row.indicator
    spans = {part: part_span(indicator, part) for part in PARTS}
    whole = indicator.extent
    published = view.side.source.path.endswith(".json")
    for code, span in view.findings_in(whole):
        parts = {
            part
            for part, place in spans.items()
            if place != indicator.span and place.start <= span.start < place.end
        }
        yield code, frozenset(PARTS if published else parts or ("target", "name", "score", "head"))
