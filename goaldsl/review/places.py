"""One cause, one message: a finding that lists all its places, and is told again when some are accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from goaldsl.diagnostics import Code, Finding, Fix, Message, Related
from goaldsl.model.place import Span

Place = tuple[Span, Message]
"""A place of a finding, and what to say of it."""


class ListedFinding(Finding, frozen=True, eq=False):
    """A finding with a list of places. When some are accepted (说明), it is told again for the others."""

    places: tuple[Place, ...] = ()
    tell: Callable[[Sequence[Place]], Finding] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ListedFinding) and self._said() == other._said()

    def __ne__(self, other: object) -> bool:  # Struct has one of its own, which asks no __eq__
        return not self == other

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name != "tell")

    def without(self, accepted: Callable[[Span], bool]) -> Finding | None:
        """What is left of the finding; None when nothing is."""
        left = [place for place in self.places if not accepted(place[0])]
        if len(left) == len(self.places) or self.tell is None:
            return self
        if not left:
            return None
        told, fix = self.tell(left), self.fix
        if fix is not None:
            edits = tuple(edit for edit in fix.edits if not accepted(edit.span))
            fix = replace(fix, edits=edits) if edits else None
        return replace(told, fix=fix)


def one_finding(
    code: Code,
    places: Iterable[Place],
    message: Callable[[int], Message],
    *,
    notes: tuple[Message, ...] = (),
    remedy: Message | None = None,
    fix: Fix | None = None,
) -> Iterator[Finding]:
    """One cause, one message: nothing for no place, else one finding at the first place that lists the others.

    `message` is given the number of places; each place brings what to say of it.
    """

    def tell(found: Sequence[Place]) -> Finding:
        (span, label), *others = found
        related = tuple(Related(place, text) for place, text in others)
        about = (message(len(found)), label, notes, remedy, fix, related)
        return ListedFinding(code, span, *about, tuple(found), tell)

    found = tuple(places)
    if found:
        yield tell(found)


def in_each_place(
    code: Code,
    places: Iterable[Place],
    several: Callable[[int], Message],
    *,
    notes: tuple[Message, ...] = (),
    remedy: Message | None = None,
    fix: Fix | None = None,
) -> Iterator[Finding]:
    """Like `one_finding`, but a single place speaks for itself: `several` is asked for two and more."""

    def tell(found: Sequence[Place]) -> Finding:
        (span, text), *others = found
        related = tuple(Related(place, words) for place, words in others)
        message, label = (several(len(found)), text) if others else (text, None)
        return ListedFinding(code, span, message, label, notes, remedy, fix, related, tuple(found), tell)

    found = tuple(places)
    if found:
        yield tell(found)
