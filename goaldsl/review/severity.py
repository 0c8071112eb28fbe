"""How bad a finding is: its code says it for each preset."""

from __future__ import annotations

from collections.abc import Iterable

from goaldsl.diagnostics import Diagnostic, Finding, Preset


def graded(path: str, findings: Iterable[Finding], preset: Preset) -> Iterable[Diagnostic]:
    """Findings with the severity they have under a preset; silent ones are left out."""
    for finding in findings:
        severity = finding.code.severities.under(preset)
        if severity is not None:
            yield Diagnostic(severity, path, finding)
