"""Second targets (中期, 半年, 地区) compared like the one of the year; 上年 and 前年 are no promises of this form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Change, Kind, State
from goaldsl.diff.direction import Relation, Verdict, compare
from goaldsl.diff.promise import Promise, promise
from goaldsl.diff.wording import plain
from goaldsl.model.declaration import FurtherTarget, Scope
from goaldsl.model.place import NOWHERE
from goaldsl.model.target import Direction, Operator, QuantityTarget, Target
from goaldsl.parse.keywords import CLAUSES, ClauseKind

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Paired
    from goaldsl.diff.view import Row, View

_SIDES = {
    Operator.AT_LEAST: Direction.ASCENDING,
    Operator.MORE: Direction.ASCENDING,
    Operator.AT_MOST: Direction.DESCENDING,
    Operator.LESS: Direction.DESCENDING,
    Operator.EXACTLY: Direction.BOTH,
}
_PAST = (Scope.LAST_YEAR, Scope.YEAR_BEFORE)


def further_changes(kind: Kind, paired: Paired, relation: Relation) -> Iterator[Change]:
    """The further targets of one indicator that stand to the old ones as `relation` says."""
    if not paired.sure or paired.several or paired.old is None or paired.new is None:
        return
    sides = [_said(row) for row in (paired.old, paired.new)]
    for key in dict.fromkeys((*sides[0], *sides[1])):
        old, new = (side.get(key) for side in sides)
        if not _compared(paired, key[0], old, new):
            continue
        promises = _promise(paired, paired.old, old), _promise(paired, paired.new, new)
        verdict = compare(*promises)
        if verdict.relation is relation:
            yield _change(kind, paired, (old, new), promises, verdict)


def _said(row: Row) -> dict[tuple[Scope, str], FurtherTarget]:
    return {(each.scope, plain(each.area.value) if each.area else ""): each for each in row.indicator.further}


def _compared(paired: Paired, scope: Scope, old: FurtherTarget | None, new: FurtherTarget | None) -> bool:
    """What one edition has no column for is not compared; the past moves with the year."""
    if scope in _PAST and paired.forms.across:
        return False
    if old is not None and new is not None:
        return True
    return all(_has(view, scope) for view in (paired.forms.old, paired.forms.new))


def _has(view: View, scope: Scope) -> bool:
    declared = view.declaration
    return any(column.key == scope for column in declared.form.columns) or any(
        row.at(scope) for row in declared.indicators
    )


def _promise(paired: Paired, row: Row, said: FurtherTarget | None) -> Promise:
    target = said.target if said else None
    return promise(row.name, target, _direction(target, row), paired.forms.catalog)


def _direction(target: Target | None, row: Row) -> Direction:
    """Its own sign says which way, else it is that of the row."""
    if isinstance(target, QuantityTarget) and target.sense in _SIDES:
        return _SIDES[target.sense]
    return row.indicator.direction


def _change(
    kind: Kind,
    paired: Paired,
    said: tuple[FurtherTarget | None, FurtherTarget | None],
    promises: tuple[Promise, Promise],
    verdict: Verdict,
) -> Change:
    old, new = said
    there = new or old
    assert there is not None
    keyword = CLAUSES[ClauseKind(there.scope.value)]
    word = Message(keyword.chinese, keyword.english)
    if there.area is not None:
        word = Message(there.area.value, there.area.value)
    before, after = (each.text or "（空）" for each in promises)
    why = f"（{verdict.reason.zh}）" if verdict.reason else ""
    return Change(
        kind,
        Message(f"{word.zh} {before} → {after}{why}", f"{word.en} {before} → {after}"),
        there.scope.value,
        State(promises[0].text),
        State(promises[1].text),
        magnitude=verdict.magnitude,
        span=new.span if new else paired.place("name"),
        previous=old.span if old else NOWHERE,
        paired=paired,
    )
