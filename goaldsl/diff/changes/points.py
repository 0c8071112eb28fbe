"""What the kinds that look at points share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Change, Kind, State, row_change
from goaldsl.diff.changes.targets import relation
from goaldsl.diff.direction import EASIER, HARDER, Relation
from goaldsl.diff.numbers import decimal
from goaldsl.diff.rules import Scoring

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Comparison, Paired
    from goaldsl.diff.view import View


def points_state(points: Decimal | None) -> State | None:
    """Points as published."""
    return None if points is None else State(f"{points:f} 分", f"{points:f}", "分", decimal(points))


def fewer(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A row that counts for less."""
    if paired.points_moved < 0:
        yield _points_change(kind, paired)


def more(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A row that counts for more."""
    if paired.points_moved > 0:
        yield _points_change(kind, paired)


def _points_change(kind: Kind, paired: Paired) -> Change:
    """The points of a row, as shares of the totals where those differ."""
    old, new = paired.points
    assert old is not None and new is not None
    shares = ""
    if paired.forms.as_shares:
        total = paired.forms.totals
        before, after = (
            decimal(Fraction(each) / Fraction(of) * 100, 1) for each, of in ((old, total[0]), (new, total[1]))
        )
        shares = f"（占总分 {before}% → {after}%）"
    reason = Message(f"{old:f} 分 → {new:f} 分{shares}", f"{old:f} → {new:f} points{shares}")
    moved = Fraction(new) / Fraction(old) - 1 if old else None
    return row_change(kind, reason, paired, "score", points_state(old), points_state(new), magnitude=moved)


def shifts(forms: Comparison) -> Iterator[tuple[Paired, list[Paired]]]:
    """Rows that became easier and count for more, each with the rows of its first level that count for less and did
    not become easier."""
    sure = [each for each in forms.rows if each.sure and each.new is not None]
    for paired in sure:
        if paired.points_moved <= 0 or not _easier(paired):
            continue
        losers = [
            other
            for other in sure
            if other.points_moved < 0 and _level1(other) == _level1(paired) and _not_easier(other)
        ]
        if losers:
            yield paired, losers


def _level1(paired: Paired) -> str | None:
    category = paired.new.category if paired.new else None
    return category.level1 if category else None


def _easier(paired: Paired) -> bool:
    return relation(paired) in EASIER or paired.ruling.relation is Scoring.LOOSENED


def _not_easier(paired: Paired) -> bool:
    kept = (*HARDER, Relation.SAME, Relation.NOTATION)
    return relation(paired) in kept and paired.ruling.relation is not Scoring.LOOSENED


def moved_totals(forms: Comparison) -> list[tuple[str, Decimal, Decimal]]:
    """The total and the first levels whose points changed: name, before, after."""
    before, after = forms.totals
    if not before or not after:
        return []
    old, new = (_by_level1(view) for view in (forms.old, forms.new))
    lines = [("总分", before, after)]
    if "" not in old and "" not in new:
        lines += [
            (name, old.get(name, Decimal(0)), new.get(name, Decimal(0)))
            for name in dict.fromkeys((*old, *new))
        ]
    if forms.as_shares:  # a level that keeps its share of another total did not move
        lines = [line for at, line in enumerate(lines) if at == 0 or line[1] * after != line[2] * before]
    return [line for line in lines if line[1] != line[2]]


def _by_level1(view: View) -> dict[str, Decimal]:
    points: dict[str, Decimal] = {}
    for row in view.rows:
        if row.indicator.score is not None:
            level = row.category.level1 if row.category else ""
            points[level] = points.get(level, Decimal(0)) + row.indicator.score.value
    return points
