"""What the kinds that look at targets share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Change, Kind, RowFinder, State, row_change
from goaldsl.diff.changes.further import further_changes
from goaldsl.diff.direction import Relation
from goaldsl.diff.numbers import decimal
from goaldsl.diff.promise import Sort
from goaldsl.diff.wording import masked, plain
from goaldsl.model.target import QuantityTarget, RangeTarget

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired
    from goaldsl.diff.view import Row


def relation(paired: Paired) -> Relation | None:
    """The relation of the targets of one indicator; None for a guess, and where the target is the budget."""
    return None if not paired.sure or paired.follows_budget else paired.verdict.relation


def shown(row: Row) -> State:
    """A target as published."""
    target = row.indicator.target
    promised = row.promise
    value = None
    if isinstance(target, QuantityTarget):
        value = f"{target.amount:f}"
    elif isinstance(target, RangeTarget):
        value = f"{target.low:f}..{target.high:f}"
    elif promised.day is not None:
        value = promised.day.isoformat()
    unit = getattr(target, "unit_text", None) or None
    bound = decimal(promised.bound) if promised.sort is Sort.NUMBER and promised.bound is not None else None
    return State(promised.text, value, unit, bound)


def target_change(kind: Kind, paired: Paired, *, magnitude: bool = True) -> Change:
    """A change of the target, from the old words to the new ones."""
    assert paired.old is not None and paired.new is not None
    verdict = paired.verdict
    before, after = written(paired, 0), written(paired, 1)
    why = verdict.reason or Message("", "")
    zh = f"{before} → {after}" + (f"（{why.zh}）" if why.zh else "")
    en = f"{before} → {after}" + (f" ({why.en})" if why.en else "")
    moved = verdict.magnitude if magnitude else None
    return row_change(
        kind, Message(zh, en), paired, "target", shown(paired.old), shown(paired.new), magnitude=moved
    )


def related(wanted: Relation) -> RowFinder:
    """Finds the rows of which the target, or a further one, stands to that of last year as wanted."""

    def find(kind: Kind, paired: Paired) -> Iterator[Change]:
        if relation(paired) is wanted:
            yield target_change(kind, paired)
        yield from further_changes(kind, paired, wanted)

    return find


def written(paired: Paired, side: int) -> str:
    """The target of a side as people read it; of several rows their sum."""
    rows = paired.match.news if side else paired.match.olds
    return "＋".join(row.promise.text or "（空）" for row in rows) or "（空）"


def rescaled(paired: Paired) -> bool:
    """Whether the unit has another size."""
    old, new = (row.promise.unit if row else None for row in (paired.old, paired.new))
    return old is not None and new is not None and old.scale != new.scale


def notations(kind: Kind, paired: Paired) -> Iterator[Change]:
    """Another way of writing the same target or name."""
    if not paired.sure or paired.old is None or paired.new is None:
        return
    old, new = paired.old, paired.new
    said = (
        not paired.several
        and (relation(paired) in (Relation.SAME, Relation.NOTATION))
        and not rescaled(paired)
    )
    if said and plain(old.promise.text) != plain(new.promise.text) and _kept(paired):
        yield target_change(kind, paired, magnitude=False)
    if old.name != new.name and old.key == new.key and plain(old.name) == plain(new.name):
        message = Message(f"名称写法“{old.name}”→“{new.name}”", f"name {old.name} → {new.name}")
        yield row_change(kind, message, paired, "name", State(old.name), State(new.name))


def _kept(paired: Paired) -> bool:
    """A deadline moved with its year reads differently and is the same."""
    assert paired.old is not None and paired.new is not None
    old, new = paired.old.promise, paired.new.promise
    if old.day is None or new.day is None or not paired.forms.across:
        return True
    years = (paired.forms.old.year, paired.forms.new.year)
    return plain(masked(old.text, years[0])) != plain(masked(new.text, years[1]))
