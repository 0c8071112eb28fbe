"""The changes as findings at their lines, for the printers of github, gitlab, sarif and junit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goaldsl.diagnostics import Diagnostic, Finding, Message, Related, Severity
from goaldsl.diff.changes.registry import KINDS
from goaldsl.diff.published import Change, Place, Report
from goaldsl.model.place import NOWHERE, Span
from goaldsl.source import Source

_ASKED = "GD124"  # the same one?
_CONSEQUENCES = ("GD120", "GD122")  # if it is not: one removed, one added
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def diagnostics(report: Report, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """One finding a change that is not silent and not accepted, in the file under review.

    Of a suspected rename only the question is told, as badly as the removal it would be.
    """
    told = [each for each in report.changes if _is_open(each)]
    asked = {(each.form, each.row) for each in told if each.code == _ASKED}
    worst: dict[tuple[int, int | None], Severity] = {}
    for change in told:
        row = (change.form, change.row)
        worst[row] = min(worst.get(row, Severity.HINT), Severity(change.severity or "hint"), key=_ORDER.index)
    for change in told:
        row = (change.form, change.row)
        if row in asked and change.code in _CONSEQUENCES:
            continue
        file = change.location.file if change.location else report.candidate.label
        name = change.name.after or change.name.before or "".join(change.path[:1])
        text = f"{change.word}｜{name}：{change.reason}" if name else f"{change.word}：{change.reason}"
        previous = change.previous_location
        related: tuple[Related, ...] = ()
        if previous is not None and previous.file in sources:
            span = _span(previous, sources)
            related = (Related(span, Message("去年在这里", "here last year"), previous.file),)
        finding = Finding(
            KINDS[change.code].code, _span(change.location, sources), Message(text, text), related=related
        )
        severity = worst[row] if change.code == _ASKED else Severity(change.severity or "hint")
        yield Diagnostic(severity, file, finding)


def _is_open(change: Change) -> bool:
    return change.severity is not None and not (change.acknowledged and not change.acknowledged.stale)


def _span(place: Place | None, sources: Mapping[str, Source]) -> Span:
    source = sources.get(place.file) if place else None
    if place is None or source is None or not source.text:
        return NOWHERE
    starts = source.line_starts
    start, end = (
        starts[min(each.line, len(starts)) - 1] + each.column - 1 for each in (place.start, place.end)
    )
    return Span(start, end)


def changed(report: Report) -> tuple[Change, ...]:
    """The changes that are told."""
    return tuple(change for change in report.changes if change.severity is not None)
