"""What the kinds that look at classes share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Message
from goaldsl.diff.change import Action, Change, Kind, State
from goaldsl.model.declaration import Indicator
from goaldsl.model.taxonomy import Category

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Comparison, Paired
    from goaldsl.diff.view import Row


def moved_within(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A row under another class of the same first level."""
    moved = _moved_class(paired)
    if moved is not None and moved[0].level1 == moved[1].level1:
        yield _class_change(kind, paired, *moved)


def moved_across(kind: Kind, paired: Paired) -> Iterator[Change]:
    """A row under another first level."""
    moved = _moved_class(paired)
    if moved is not None and moved[0].level1 != moved[1].level1:
        yield _class_change(kind, paired, *moved)


def _moved_class(paired: Paired) -> tuple[Category, Category] | None:
    """The old class, as the new tree names it, and the new one, where they differ."""
    if not paired.sure or paired.old is None or paired.new is None:
        return None
    old, new = paired.old.category, paired.new.indicator.category
    return None if old is None or new is None or old == new else (old, new)


def _class_change(kind: Kind, paired: Paired, old: Category, new: Category) -> Change:
    """A row that stands elsewhere."""
    before, after = f"{old.level1}—{old.level2}", f"{new.level1}—{new.level2}"
    return Change(
        kind,
        Message(f"{before} → {after}", f"{before} → {after}"),
        "class",
        State(before),
        State(after),
        (Action.MOVE,),
        span=paired.place("head"),
        previous=paired.former_place("head"),
        paired=paired,
    )


def is_output(row: Row) -> bool:
    """Whether a row is an output (产出); a row without class may be one."""
    return row.indicator.category is None or "产出" in row.indicator.category.level1


def lost_classes(forms: Comparison) -> Iterator[tuple[str, Indicator]]:
    """Required classes that had a row last year and have none now, each with its last row."""
    olds = [row for row in forms.old.rows if row.category is not None]
    news = [row.indicator.category for row in forms.new.rows if row.indicator.category is not None]
    required = forms.new.declaration.profile.required
    for need in required:
        gone = [row for row in olds if row.category and _fills(row.category, need.level1, need.level2)]
        if gone and news and not any(_fills(category, need.level1, need.level2) for category in news):
            yield need.level2 or need.level1, gone[-1].indicator


def _fills(category: Category, level1: str, level2: str | None) -> bool:
    return category.level1 == level1 and (level2 is None or category.level2 == level2)
