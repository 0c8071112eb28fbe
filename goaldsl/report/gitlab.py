"""GitLab's Code Quality report, the widget of a merge request."""

from __future__ import annotations

import json

from goaldsl.diagnostics import Diagnostic, Severity
from goaldsl.report import Report
from goaldsl.report.fingerprint import fingerprints
from goaldsl.report.visible import encodable, one_line
from goaldsl.report.words import whole_message

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}


def render(report: Report) -> str:
    ordered = report.ordered()
    issues = [
        _issue(report, diagnostic, name)
        for diagnostic, name in zip(ordered, fingerprints(report, ordered), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(report: Report, diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    code = diagnostic.finding.code.code
    start, end = report.place(diagnostic.file, diagnostic.finding.span)
    return {
        "description": f"{code} {one_line(whole_message(report, diagnostic))}",
        "check_name": code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": encodable(diagnostic.file),
            "lines": {"begin": start.line, "end": end.line},
        },
    }
