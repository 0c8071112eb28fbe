"""The forms of a report: their heads, their budgets, and what a reader must know of the comparison as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from goaldsl.diff import published
from goaldsl.diff.acceptances import stale_of
from goaldsl.diff.budget import share
from goaldsl.diff.change import Change
from goaldsl.diff.changes.texts import STAGE
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.counterparts import department, form_name
from goaldsl.diff.numbers import decimal
from goaldsl.diff.view import Side


def budget_states(compared: Comparison) -> published.Budget | None:
    old, new = compared.old.budget, compared.new.budget
    if old is None and new is None:
        return None
    moved = share(old, new) if old and new else None
    states = [
        None if each is None else published.State(each.text, bound=decimal(each.yuan)) for each in (old, new)
    ]
    return published.Budget(states[0], states[1], decimal(moved, 4) if moved is not None else None)


def notes_of(compared: Comparison, found: Sequence[Change]) -> list[str]:
    """What a reader must know of the comparison as a whole."""
    told = []
    if compared.uncompared:
        told.append(f"只有一边的表样有的栏目不比较：{'、'.join(compared.uncompared)}")
    if compared.old.side.origin == "自评表":
        told.append("去年的目标取自自评表，不是批复的申报表")
    if compared.across and compared.old.side.achieved and not compared.earlier:
        told.append("只有两年的数据，三年未变（GD172）不判断")
    by_row: dict[int, list[Change]] = {}
    for change in found:
        by_row.setdefault(id(change.paired), []).append(change)
    for paired in compared.rows:
        stale = stale_of(paired, by_row.get(id(paired), []))
        if stale is not None:
            told.append(f"“{paired.name}”的说明[{stale.code.value} {stale.what}]已过时：现在改的不是这个")
    return told


def form_side(side: Side) -> published.FormSide:
    """A form as the report names it."""
    declaration = side.declaration

    def text(key: str) -> str:
        found = declaration.field(key)
        return found.text.value if found else ""

    total = sum((row.score.value for row in declaration.indicators if row.score), Decimal(0))
    return published.FormSide(
        name=form_name(side),
        department=department(declaration),
        year=declaration.year.value if declaration.year else None,
        stage=STAGE[declaration.preset],
        edition=declaration.form.name,
        title=declaration.title.value if declaration.title else declaration.form.title,
        file=side.name or side.source.path,
        sha256=side.source.sha256,
        kind=side.origin,
        rows=len(declaration.indicators),
        total=f"{total:f}",
        approval_number=text("approval_number"),
        approval_date=text("approval_date"),
        adjustment_number=text("adjustment_number"),
        complete=declaration.complete,
    )
