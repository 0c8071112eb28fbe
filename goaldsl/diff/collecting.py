"""All changes between two forms: every kind asked in turn, what was asked for told as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Change, FormChange, RowChange
from goaldsl.diff.changes import corrected
from goaldsl.diff.changes.registry import CHANGES, LAST
from goaldsl.diff.comparison import Comparison

_EASIER = frozenset(("GD101", "GD105", "GD107", "GD115", "GD130", "GD140"))
_CORRECTABLE = frozenset(
    ("GD102", "GD103", "GD104", "GD106", "GD108", "GD109", "GD110", "GD111", "GD113", "GD114", "GD123", "GD141",
     "GD142", "GD150", "GD151", "GD160", "GD199")
)  # fmt: skip
_PARTS = {"class": "head", "rule": "criterion", "supports": "name"}


def changes(forms: Comparison) -> tuple[Change, ...]:
    """Every change, in the order of the new form; those of the form as a whole first."""
    found = [change for each in CHANGES if each.kind.code.code not in LAST for change in _found(each, forms)]
    found = list(_corrections(found))
    if not found:
        found = [change for each in CHANGES if each.kind.code.code in LAST for change in _found(each, forms)]
    places = {id(paired): at for at, paired in enumerate(forms.rows)}
    return tuple(sorted(found, key=lambda change: (places.get(id(change.paired), -1), change.code)))


def _found(each: RowChange | FormChange, forms: Comparison) -> Iterator[Change]:
    if isinstance(each, RowChange):
        for paired in forms.rows:
            yield from each.find(each.kind, paired)
    else:
        yield from each.find(each.kind, forms)


def _corrections(found: Iterable[Change]) -> Iterator[Change]:
    """A change that removes a finding of the old side is a correction; what also became easier stands beside it."""
    told: set[tuple[int, str]] = set()
    for change in found:
        paired = change.paired
        part = _PARTS.get(change.field, change.field)
        if (
            paired is None
            or part not in paired.fixed
            and not (part == "criterion" and "rule" in paired.fixed)
        ):
            yield change
            continue
        easier = change.code in _EASIER or _smaller(change)
        if easier or change.code not in _CORRECTABLE:
            yield change
        if change.code not in _CORRECTABLE and change.code not in _EASIER:
            continue
        if (id(paired), part) not in told:
            told.add((id(paired), part))
            zh, en = change.reason
            reason = Message(f"照要求改正：{zh}", f"corrected as asked: {en}")
            yield replace(change, kind=corrected.KIND, reason=reason, magnitude=None, corrects=change.code)


def _smaller(change: Change) -> bool:
    """Another unit, and a smaller number besides: the correction does not cover that."""
    paired = change.paired
    if change.code != "GD110" or paired is None or paired.old is None or paired.new is None:
        return False
    old, new = paired.old.promise, paired.new.promise
    return old.bound is not None and new.bound is not None and (new.bound - old.bound) * new.ray < 0
