"""One line per finding, for editors and for grep: `a.goal:14:5: 强制性 GC501 …`."""

from __future__ import annotations

from goaldsl.diagnostics import Diagnostic
from goaldsl.report import Report
from goaldsl.report.visible import one_line
from goaldsl.report.words import SEVERITY


def render(report: Report) -> str:
    return "".join(f"{line(report, each)}\n" for each in report.ordered())


def line(report: Report, diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    start = report.place(diagnostic.file, finding.span).start
    word = report.say(SEVERITY[diagnostic.severity])
    where = f"{one_line(diagnostic.file)}:{start.line}:{start.column}"
    return f"{where}: {word} {finding.code.code} {one_line(report.say(finding.message))}"
