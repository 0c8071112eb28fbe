"""A change: what kind, of which row or field, from what to what, and where it stands in both files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from goaldsl.diagnostics import Code, Fix, Message, Severities, Severity
from goaldsl.model.place import NOWHERE, Span

if TYPE_CHECKING:
    from goaldsl.diff.comparison import Comparison, Paired


class Category(StrEnum):
    """What a change concerns; people select these, not single codes."""

    PROMISE = "promise"
    SCORING = "scoring"
    STRUCTURE = "structure"
    WORDING = "wording"
    DATA = "data"  # consumers of the published file


class Action(StrEnum):
    """What happened to a row or field, for programs that look for `delete`."""

    KEEP = "keep"
    UPDATE = "update"
    MOVE = "move"
    CREATE = "create"
    DELETE = "delete"


GRADES = {"·": None, "n": Severity.HINT, "w": Severity.WARNING, "e": Severity.ERROR}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. `word`: what a reviewer calls it."""

    code: Code
    categories: tuple[Category, ...]
    word: Message


def documented(
    code: str,
    slug: str,
    title: Message,
    word: Message,
    categories: tuple[Category, ...],
    grades: str,
    docstring: str | None,
) -> Kind:
    """The kind whose page is the docstring of its file, without the first line. `grades`: under draft, review and
    frozen, `nwe` is a hint, a warning and an error, `·` is silent."""
    _, _, page = (docstring or "").partition("\n")
    severities = Severities(*(GRADES[grade] for grade in grades))
    return Kind(Code(code, slug, title, severities, page.strip() + "\n"), categories, word)


@dataclass(frozen=True, slots=True)
class State:
    """What stood there: the words, and of a number its value in its unit and in base units."""

    text: str
    value: str | None = None
    unit: str | None = None
    bound: str | None = None


NOTHING = State("")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a row (`paired`) or of the form. `span` is in the new file, `previous` in the old one.

    `remark` is what a reviewer reads beside from and to. `strength`: how much weaker the promise became, for the
    order; `if_same`: what would hold if a suspected pair were one; `corrects`: the code that a correction stands for.
    """

    kind: Kind
    reason: Message
    field: str
    before: State | None = None
    after: State | None = None
    actions: tuple[Action, ...] = (Action.UPDATE,)
    magnitude: Fraction | None = None
    confidence: Fraction | None = None
    span: Span = NOWHERE
    previous: Span = NOWHERE
    paired: Paired | None = attribute(default=None, repr=False, compare=False)
    suggestion: Fix | None = None
    if_same: tuple[str, ...] = ()
    corrects: str | None = None

    @property
    def code(self) -> str:
        return self.kind.code.code


def row_change(
    kind: Kind,
    reason: Message,
    paired: Paired,
    part: str,
    before: State | None = None,
    after: State | None = None,
    *,
    actions: tuple[Action, ...] = (Action.UPDATE,),
    magnitude: Fraction | None = None,
) -> Change:
    """A change of one part of a row, shown where that part stands in both files."""
    places = (paired.place(part), paired.former_place(part))
    return Change(kind, reason, part, before, after, actions, magnitude, None, *places, paired)


RowFinder = Callable[[Kind, "Paired"], Iterator[Change]]
FormFinder = Callable[[Kind, "Comparison"], Iterator[Change]]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A kind that is looked for in each matched row."""

    kind: Kind
    find: RowFinder


@dataclass(frozen=True, slots=True)
class FormChange:
    """A kind that is looked for in the forms as a whole."""

    kind: Kind
    find: FormFinder
