"""What a check is: a code with its page, and a function from a declaration to findings.

One check, one file. The file's docstring is the check's page (作用 / 为什么 / 示例 / 改法 / 依据) after its first
line; `goaldsl explain`, the generated pages, SARIF and editors all show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goaldsl.checks.facts import Facts
from goaldsl.checks.scored import ScoredRow, place
from goaldsl.diagnostics import Code, Edit, Finding, Fix, Message, Severities
from goaldsl.model.place import Span
from goaldsl.review.places import Place, in_each_place

Checker = Callable[[Facts], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check. `counts`: it counts over the whole file (totals, missing or equal rows), so it stays silent on a
    file with a line that could not be read. `of_form`: what it asks for depends on the edition, so it waits until the
    edition that the file names is known; so do those that count."""

    code: Code
    check: Checker
    counts: bool = False
    of_form: bool = False


def documented(code: str, slug: str, title: Message, severities: Severities, docstring: str | None) -> Code:
    """The code of a check whose page is the docstring of its file, without the first line."""
    _, _, page = (docstring or "").partition("\n")
    return Code(code, slug, title, severities, page.strip() + "\n")


Mended = tuple[Span, Message, Edit | None]
"""A place of a finding, what to say of it, and what would mend it."""


def place_check(
    code: Code,
    places: Callable[[Facts], Iterator[Place]],
    *,
    several: Message,
    remedy: Message,
    notes: tuple[Message, ...] = (),
    counts: bool = False,
) -> Check:
    """A check of one place at a time: a single one speaks for itself, `several` are told by their {count}."""

    def check(facts: Facts) -> Iterator[Finding]:
        yield from in_each_place(code, places(facts), _counted(several), notes=notes, remedy=remedy)

    return Check(code, check, counts)


def mending_check(
    code: Code,
    places: Callable[[Facts], Iterator[Mended]],
    *,
    several: Message,
    remedy: Message,
    mend: Message,
    safe: bool = True,
    notes: tuple[Message, ...] = (),
) -> Check:
    """Like `place_check`, where a place may bring the edit that mends it; `mend` says what they do together."""

    def check(facts: Facts) -> Iterator[Finding]:
        found = list(places(facts))
        edits = tuple(edit for _, _, edit in found if edit is not None)
        fix = Fix(mend, edits, safe) if edits else None
        told = [(span, message) for span, message, _ in found]
        yield from in_each_place(code, told, _counted(several), notes=notes, remedy=remedy, fix=fix)

    return Check(code, check)


def rule_check(
    code: Code,
    told: Callable[[ScoredRow], Iterator[Message]],
    *,
    several: Message,
    remedy: Message,
    notes: tuple[Message, ...] = (),
) -> Check:
    """A check of the rules that can be computed: what is `told` of one row, and of `several` by their {count}."""

    def places(facts: Facts) -> Iterator[Place]:
        return ((place(row.indicator), said) for row in facts.score_functions for said in told(row))

    return place_check(code, places, several=several, remedy=remedy, notes=notes)


def _counted(several: Message) -> Callable[[int], Message]:
    return lambda count: Message(*(words.format(count=count) for words in several))
