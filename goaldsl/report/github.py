"""Annotations on a pull request: GitHub's workflow commands.

GitHub shows ten of a kind for each step, so the worst come first and the totals keep a place of their own.
"""

from __future__ import annotations

from goaldsl.diagnostics import Diagnostic, Severity
from goaldsl.report import Report
from goaldsl.report.concise import line
from goaldsl.report.visible import message_text, one_line
from goaldsl.report.words import SEVERITY, summary, whole_message

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_MOST_SHOWN = 10


def render(report: Report) -> str:
    ordered = report.ordered()
    lines = [_command(report, each) for kind in _COMMANDS for each in ordered if each.severity is kind]
    hints = [each for each in ordered if each.severity is Severity.HINT]
    spare = _MOST_SHOWN - 1  # the last notice is the summary
    if len(hints) > spare:
        lines[-(len(hints) - spare) :] = [line(report, each) for each in hints[spare:]]
    lines.append(f"::notice title=goaldsl::{_data(summary(report))}")
    return "\n".join(lines) + "\n"


def _command(report: Report, diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    start, end = report.place(diagnostic.file, finding.span)
    properties = {"file": one_line(diagnostic.file), "line": str(start.line)}
    if start.line == end.line:  # GitHub refuses columns over several lines
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    else:
        properties["endLine"] = str(end.line)
    properties["title"] = f"{report.say(SEVERITY[diagnostic.severity])} {finding.code.code}"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = message_text(whole_message(report, diagnostic))
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
