"""JUnit XML, which every CI server shows: a suite for each file, a case for each code found in it.

A 强制性 finding fails its case; a 提示性 one is shown as skipped, so that it is seen and stops nothing; a 建议
passes and is in the case's output. A file without findings is one passed case. No name holds a line number,
so that the server's history of a case goes on when lines move.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

from goaldsl.diagnostics import Diagnostic, Message, Severity
from goaldsl.report import Report
from goaldsl.report.concise import line
from goaldsl.report.visible import message_text, one_line, visible_text
from goaldsl.report.words import SEVERITY, elsewhere, remarks

_CLEAN = Message("没有发现问题", "all clear")
_BY_GRAVITY = tuple(SEVERITY)


def render(report: Report) -> str:
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.ordered():
        by_file.setdefault(diagnostic.file, []).append(diagnostic)
    others = [file for file in by_file if file not in report.files]
    suites = [_suite(report, file, by_file.get(file, [])) for file in (*others, *report.files)]
    totals = {name: str(sum(int(suite.attrib[name]) for suite in suites)) for name in ("tests", "failures")}
    root = ElementTree.Element("testsuites", {"name": "goaldsl", **totals, "errors": "0"})
    root.extend(suites)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(report: Report, file: str, found: list[Diagnostic]) -> ElementTree.Element:
    name = one_line(file)
    group = name.removesuffix(".goal").replace("/", ".")  # servers fold names at the dots
    by_code = groupby(sorted(found, key=lambda each: each.finding.code.code), lambda each: each.finding.code)
    cases = [_case(report, group, list(each)) for _, each in by_code]
    if not cases:
        cases.append(ElementTree.Element("testcase", {"name": report.say(_CLEAN), "classname": group}))
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suite = ElementTree.Element("testsuite", {"name": name, **counts, "file": name})
    suite.extend(cases)
    return suite


def _case(report: Report, group: str, found: list[Diagnostic]) -> ElementTree.Element:
    """All findings of one code in one file; the gravest decides the result."""
    code = found[0].finding.code
    name = f"{code.code} {visible_text(report.say(code.title))}"
    case = ElementTree.Element("testcase", {"name": name, "classname": group})
    worst = min((each.severity for each in found), key=_BY_GRAVITY.index)
    text = "\n".join(_told(report, each) for each in found)
    if worst is Severity.HINT:
        ElementTree.SubElement(case, "system-out").text = text
    else:
        tag = "failure" if worst is Severity.ERROR else "skipped"
        result = ElementTree.SubElement(case, tag)
        result.set("message", one_line(report.say(found[0].finding.message)))
        result.set("type", report.say(SEVERITY[worst]))
        result.text = text
    return case


def _told(report: Report, diagnostic: Diagnostic) -> str:
    indented = [
        f"  {message_text(each)}" for each in (*remarks(report, diagnostic), *elsewhere(report, diagnostic))
    ]
    return "\n".join([line(report, diagnostic), *indented])
