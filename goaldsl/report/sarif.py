"""SARIF 2.1.0, the exchange format of analysis tools: code scanning on GitHub, viewers in editors."""

from __future__ import annotations

import json
from urllib.parse import quote

from goaldsl.diagnostics import Code, Diagnostic, Fix, Related, Severity
from goaldsl.model.place import Span
from goaldsl.report import Report
from goaldsl.report.fingerprint import fingerprints
from goaldsl.report.visible import encodable
from goaldsl.report.words import whole_message

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(report: Report) -> str:
    ordered = report.ordered()
    codes = sorted({each.finding.code for each in ordered}, key=lambda code: code.code)
    turns = {code.code: number for number, code in enumerate(codes)}
    names = fingerprints(report, ordered)
    driver: dict[str, object] = {"name": "goaldsl"}
    if report.version:
        driver["version"] = report.version
    driver["rules"] = [_rule(report, code) for code in codes]
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if report.language == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, each, turns[each.finding.code.code], name)
            for each, name in zip(ordered, names, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(report: Report, code: Code) -> dict[str, object]:
    rule: dict[str, object] = {
        "id": code.code,
        "name": code.slug,
        "shortDescription": {"text": report.say(code.title)},
    }
    if code.page:
        rule["help"] = {"text": code.page, "markdown": code.page}
    address = report.url(code.code)
    if address and "://" in address:  # SARIF allows only absolute addresses here
        rule["helpUri"] = address
    return rule


def _result(report: Report, diagnostic: Diagnostic, turn: int, fingerprint: str) -> dict[str, object]:
    finding, file = diagnostic.finding, diagnostic.file
    result: dict[str, object] = {
        "ruleId": finding.code.code,
        "ruleIndex": turn,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": encodable(whole_message(report, diagnostic))},
        "locations": [_location(report, file, finding.span)],
    }
    if finding.related:
        result["relatedLocations"] = [
            _related(report, diagnostic.file_of(each), number, each)
            for number, each in enumerate(finding.related, 1)
        ]
    result["partialFingerprints"] = {"goaldsl/v1": fingerprint}
    if finding.fix:
        result["fixes"] = [_fix(report, diagnostic, finding.fix)]
    return result


def _location(report: Report, file: str, span: Span) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(file)}}
    if file in report.sources:
        physical["region"] = _region(report, file, span)
    return {"physicalLocation": physical}


def _related(report: Report, file: str, number: int, related: Related) -> dict[str, object]:
    message = {"text": encodable(report.say(related.message))}
    return {"id": number, **_location(report, file, related.span), "message": message}


def _region(report: Report, file: str, span: Span) -> dict[str, object]:
    start, end = report.place(file, span)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(report: Report, diagnostic: Diagnostic, fix: Fix) -> dict[str, object]:
    by_file: dict[str, list[object]] = {}
    for edit in fix.edits:
        file = diagnostic.file_of(edit)
        region = _region(report, file, edit.span)
        replaced = {"deletedRegion": region, "insertedContent": {"text": encodable(edit.text)}}
        by_file.setdefault(file, []).append(replaced)
    changes = [
        {"artifactLocation": {"uri": _uri(file)}, "replacements": replacements}
        for file, replacements in by_file.items()
    ]
    return {"description": {"text": encodable(report.say(fix.title))}, "artifactChanges": changes}


def _uri(file: str) -> str:
    """A relative address; bytes of a file name that are no text are kept as they are."""
    return quote(file, safe="/", errors="surrogateescape")
