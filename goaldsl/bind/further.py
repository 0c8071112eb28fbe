"""Second targets of a row (中期, 半年, 上年, 前年, 地区): the clauses that say them, read like the first one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from goaldsl.bind.printed import target_cells
from goaldsl.catalog import folded
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.declaration import FurtherTarget, Scope
from goaldsl.model.form import Form
from goaldsl.model.place import Text
from goaldsl.model.target import Target
from goaldsl.parse.codes import REPEATED
from goaldsl.parse.keywords import FURTHER, ClauseKind
from goaldsl.parse.syntax import AreaTarget, Clause

_YEARS_BACK = {Scope.LAST_YEAR: 1, Scope.YEAR_BEFORE: 2}


def years_back(scope: Scope) -> int:
    """How many years before the form's the days of a target are meant."""
    return _YEARS_BACK.get(scope, 0)


def further_targets(
    clauses: Iterable[Clause], form: Form, understood: Callable[[Target, Scope], Target | None]
) -> tuple[FurtherTarget, ...]:
    """The further targets of a row: in the order of time, the areas as written, each area once."""
    found = [each for clause in clauses for each in _said(clause)]
    found.sort(key=lambda each: list(Scope).index(each[0]))
    targets = []
    seen: set[str] = set()
    for scope, target, area in found:
        if area is not None and folded(area.value) in seen:
            continue
        if area is not None:
            seen.add(folded(area.value))
        read = understood(target, scope)
        if read is not None:
            targets.append(FurtherTarget(scope, read, *target_cells(read, form), area, target.span))
    return tuple(targets)


def _said(clause: Clause) -> Iterator[tuple[Scope, Target, Text | None]]:
    value = clause.value
    if clause.kind is ClauseKind.AREA and isinstance(value, tuple):
        for each in value:
            if isinstance(each, AreaTarget):
                yield Scope.AREA, each.target, each.area
    elif clause.kind in FURTHER and isinstance(value, Target):
        yield Scope(clause.kind.value), value, None


def repeated_areas(clauses: Iterable[Clause]) -> Iterator[Finding]:
    """An area that a row names twice; the first one counts."""
    first: dict[str, Text] = {}
    for clause in clauses:
        for each in clause.value if isinstance(clause.value, tuple) else ():
            if not isinstance(each, AreaTarget):
                continue
            known = first.setdefault(folded(each.area.value), each.area)
            if known is not each.area:
                yield _twice(each.area, known)


def _twice(area: Text, first: Text) -> Finding:
    return Finding(
        REPEATED,
        area.span,
        Message(f"地区“{area.value}”写了两次", f"the area {area.value} stands twice"),
        notes=(Message("只采用第一处。", "Only the first one counts."),),
        remedy=Message("只留一个，其余删去。", "Keep one of them."),
        related=(Related(first.span, Message("第一次写在这里", "first written here")),),
    )
