"""Which finding is the same as in the last run: a name that survives lines moving up and down."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from goaldsl.diagnostics import Diagnostic
from goaldsl.report import Report


def fingerprints(report: Report, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """One for each finding, unique: made of file, code, and the words of the line and of the span.

    Neither line number nor message, which may count things; equal ones are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for diagnostic in diagnostics:
        key = (diagnostic.file, diagnostic.finding.code.code, *_words(report, diagnostic))
        names.append(_digest((*key, str(seen[key]))))
        seen[key] += 1
    return names


def _words(report: Report, diagnostic: Diagnostic) -> tuple[str, ...]:
    source = report.sources.get(diagnostic.file)
    if source is None:
        return ()
    span = diagnostic.finding.span
    line = source.line(report.place(diagnostic.file, span).start.line)
    return " ".join(line.split()), " ".join(source.slice(span).split())


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
