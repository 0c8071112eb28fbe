"""每项检查都有案例、有说明，对真实的申报表不说错话。"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from goaldsl.checks.registry import CHECKS, CODES
from goaldsl.diagnostics import Code, Diagnostic, Finding, Message, Preset, Severity
from goaldsl.model.place import Span
from goaldsl.source import Source
from tests.checks.cases import FOLDER, Case, Expected, cases, compiled, repaired
from tests.conftest import Snapshot

ROOT = FOLDER.parent.parent
FILES = sorted(FOLDER.glob("G*.md"))
CASES = [case for file in FILES for case in cases(file)]
REAL = [*sorted((ROOT / "goals").rglob("*.goal")), *sorted((ROOT / "tests/forms").glob("*.goal"))]
SECTIONS = ("作用", "为什么", "示例", "改法", "依据")
SHOWN = {Severity.ERROR: "强制性", Severity.WARNING: "提示性", Severity.HINT: "建议", None: "不报"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.name}:{case.line}")
def test_case(case: Case) -> None:
    """报的正是该报的，一条不多，一条不少；改过的地方不再报。"""
    found = _of_code(case.code, case.text, case.preset)
    source = Source("", case.text)
    reported = [_reported(diagnostic, source) for diagnostic in found]
    for expected in case.expected:
        hits = [entry for entry in reported if _fits(entry, expected)]
        assert hits, f"没有报出 {expected}，报的是 {reported}"
        reported.remove(hits[0])
    assert not reported, f"多报了 {reported}"
    if case.fixed is not None:
        text = repaired(case.text, [fix for diagnostic in found if (fix := diagnostic.finding.fix)])
        assert text == case.fixed
        assert len(_of_code(case.code, text, case.preset)) < len(found)


def _of_code(code: str, text: str, preset: Preset) -> list[Diagnostic]:
    return [found for found in compiled(text, preset).diagnostics if found.finding.code.code == code]


def _reported(diagnostic: Diagnostic, source: Source) -> Expected:
    finding = diagnostic.finding
    others = tuple(_place(each.span, None, each.message, source) for each in finding.related)
    return replace(_place(finding.span, diagnostic.severity, finding.message, source), others=others)


def _place(span: Span, severity: Severity | None, message: Message, source: Source) -> Expected:
    line, column = source.position(span.start)
    return Expected(line, column, severity, source.slice(span), message.zh)


def _fits(reported: Expected, expected: Expected) -> bool:
    place = (reported.line, reported.column, reported.words)
    if place != (expected.line, expected.column, expected.words) or expected.part not in reported.part:
        return False
    if expected.severity not in (None, reported.severity):
        return False
    return not expected.others or (
        len(expected.others) == len(reported.others) and all(map(_fits, reported.others, expected.others))
    )


def test_a_list_that_nobody_can_read_fails_alone(tmp_path: Path) -> None:
    """写错的一条、忘了写的（不报），只让那个案例不过；写成一条的“- （不报）”就是不报。"""
    file = tmp_path / "GC105-points-missing.md"
    block = "```goal\n数量指标 甲 >= 2 期 分值 10\n```\n\n"
    file.write_text(f"{block}- （不报）\n\n{block}（不报）\n\n{block}- 第一行报\n\n{block}忘了写\n", "utf-8")
    listed, said, wrong, forgotten = cases(file)
    test_case(listed)
    test_case(said)
    for case, told in ((wrong, "读不懂的一条：- 第一行报"), (forgotten, "既没有列表")):
        with pytest.raises(AssertionError, match=told):
            test_case(case)


def test_codes_are_unique() -> None:
    """代码和短名各不重复，登记按代码排列。"""
    codes = [code.code for code in CODES]
    assert len(set(codes)) == len(codes)
    assert len({code.slug for code in CODES}) == len(codes)
    registered = [check.code.code for check in CHECKS]
    assert registered == sorted(registered)


@pytest.mark.parametrize("code", CODES, ids=lambda code: f"{code.code}-{code.slug}")
def test_every_check_has_cases(code: Code) -> None:
    """每项检查有一个案例文件，该报的、不该报的都有。"""
    file = FOLDER / f"{code.code}-{code.slug}.md"
    assert file.exists(), f"缺 {file.name}"
    assert any(case.expected for case in cases(file)), "缺一个该报的案例"
    assert any(not case.expected for case in cases(file)), "缺一个（不报）的案例"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_has_a_check(file: Path) -> None:
    """没有多余的案例文件。"""
    assert file.stem in {f"{code.code}-{code.slug}" for code in CODES}


@pytest.mark.parametrize("code", CODES, ids=lambda code: f"{code.code}-{code.slug}")
def test_page(code: Code) -> None:
    """说明页五节齐全，用中文写，示例确实会报这一条。"""
    sections = dict(re.findall(r"^## (\S+)\n+(.*?)(?=^## |\Z)", code.page, re.DOTALL | re.MULTILINE))
    assert tuple(sections) == SECTIONS
    assert all(re.search(r"[一-鿿]", text) for text in sections.values())
    assert re.search(r"[一-鿿]", code.title.zh) and code.title.en
    examples = re.findall(r"```goal(?:-error)?\n(.*?)```", sections["示例"], re.DOTALL)
    for example in examples:
        found = compiled(example, Preset.REVIEW).diagnostics
        assert code.code in {diagnostic.finding.code.code for diagnostic in found}, example


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_real_declaration(file: Path, snapshot: Snapshot) -> None:
    """真实的申报表报什么，都有人看过。"""
    text = file.read_text(encoding="utf-8")
    source = Source(file.name, text)
    found = sorted((each.finding for each in compiled(text).diagnostics), key=_place_and_code)
    lines = [_listed(finding, source) for finding in found]
    snapshot(f"expected/{file.stem}.txt", "".join(lines))


def _place_and_code(finding: Finding) -> tuple[int, str]:
    return finding.span.start, finding.code.code


def _listed(finding: Finding, source: Source) -> str:
    """A finding under 草案 and 送审, with its list of places and its fix."""
    severities = finding.code.severities
    draft, review = (SHOWN[severities.under(preset)] for preset in (Preset.DRAFT, Preset.REVIEW))
    severity = draft if draft == review else f"{draft}，送审时{review}"
    line, column = source.position(finding.span.start)
    lines = [f"{line}:{column} {finding.code.code}（{severity}）{finding.message.zh}"]
    if finding.label and finding.label != finding.message:
        lines.append(f"    {line} {finding.label.zh}")
    lines += (f"    {source.position(place.span.start).line} {place.message.zh}" for place in finding.related)
    if finding.fix:
        doing = "可自动改" if finding.fix.safe else "建议改"
        lines.append(f"    {doing}：{finding.fix.title.zh}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_fixes_can_be_read_again(file: Path) -> None:
    """照建议改过的文件，没有新的读不懂的行。"""
    text = file.read_text(encoding="utf-8")
    found = compiled(text).diagnostics
    for diagnostic in found:
        if diagnostic.finding.fix:
            again = compiled(repaired(text, [diagnostic.finding.fix])).diagnostics
            assert _unreadable(again) <= _unreadable(found), diagnostic


def _unreadable(found: Iterable[Diagnostic]) -> int:
    return sum(diagnostic.finding.code.code.startswith("GS") for diagnostic in found)
