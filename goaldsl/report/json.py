"""Findings for programs: the published diagnostics format, version 1 (grammar/schema/diagnostics-1.json)."""

from __future__ import annotations

from msgspec import UNSET

from goaldsl.diagnostics import Diagnostic, Fix
from goaldsl.model.place import Span
from goaldsl.report import Report, published
from goaldsl.report.visible import encodable
from goaldsl.report.words import remarks
from goaldsl.source import Position


def render(report: Report) -> str:
    counts = {severity.value: count for severity, count in report.counts().items()}
    summary = published.Summary(
        error=counts.get("error", 0),
        warning=counts.get("warning", 0),
        hint=counts.get("hint", 0),
        files=len(report.files),
    )
    found = tuple(_diagnostic(report, each) for each in report.ordered())
    return published.written(published.Report("1.0", "code point", found, summary))


def _diagnostic(report: Report, diagnostic: Diagnostic) -> published.Diagnostic:
    finding, file = diagnostic.finding, diagnostic.file
    start, end = _ends(report, file, finding.span)
    return published.Diagnostic(
        code=finding.code.code,
        slug=finding.code.slug,
        severity=diagnostic.severity.value,
        message=encodable(report.say(finding.message)),
        file=encodable(file),
        start=start,
        end=end,
        notes=tuple(encodable(remark) for remark in remarks(report, diagnostic)),
        fix=_fix(report, diagnostic, finding.fix) if finding.fix else None,
        related=tuple(
            published.Related(
                encodable(report.say(each.message)),
                *_ends(report, diagnostic.file_of(each), each.span),
                file=encodable(each.file) if each.file is not None else UNSET,
            )
            for each in finding.related
        ),
        url=report.url(finding.code.code),
    )


def _fix(report: Report, diagnostic: Diagnostic, fix: Fix) -> published.Fix:
    edits = tuple(
        published.Edit(
            *_ends(report, diagnostic.file_of(each), each.span),
            encodable(each.text),
            file=encodable(each.file) if each.file is not None else UNSET,
        )
        for each in fix.edits
    )
    return published.Fix(encodable(report.say(fix.title)), edits, fix.safe)


def _ends(report: Report, file: str, span: Span) -> tuple[published.Position, published.Position]:
    start, end = report.place(file, span)
    return _position(start), _position(end)


def _position(position: Position) -> published.Position:
    return published.Position(position.line, position.column)
