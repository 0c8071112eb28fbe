"""The changes as findings at their lines, for the printers of github, gitlab, sarif and junit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goaldsl.diagnostics import Diagnostic, Finding, Message, Related, Severity
from goaldsl.diff.changes.registry import KINDS
from goaldsl.diff.published import Change, Place, Report
from goaldsl.model.place import NOWHERE, Span
from goaldsl.source import Source


def diagnostics(report: Report, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """One finding a change that is not silent and not accepted, in the file under review."""
    for change in report.changes:
        if change.severity is None or (change.acknowledged and not change.acknowledged.stale):
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
        yield Diagnostic(Severity(change.severity), file, finding)


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
