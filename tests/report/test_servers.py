"""送给代码托管平台的报告：指纹不随行号变，先说要紧的，名称稳定。"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from msgspec import structs

from goaldsl.diagnostics import Diagnostic, Edit, Finding, Fix, Message, Related, Severity
from goaldsl.model.place import NOWHERE, Span
from goaldsl.report import Format, Report, render
from goaldsl.source import Source
from tests.report import example

FILE = "goals/2026/a.goal"
ROW = "质量指标 合格率 = 100 篇\n"


def found(severity: Severity, span: Span, words: str = "计量单位应为 %") -> Diagnostic:
    return Diagnostic(severity, FILE, Finding(example.SHARE_UNIT, span, Message(words, words)))


def report(text: str, *diagnostics: Diagnostic) -> Report:
    return Report(diagnostics, (FILE,), {FILE: Source(FILE, text)})


def units(text: str) -> Report:
    """Every 篇 in the text is a finding whose message counts lines, as messages may."""
    places = [at for at, character in enumerate(text) if character == "篇"]
    words = "第 {} 行的计量单位应为 %"
    return report(
        text,
        *(
            found(Severity.ERROR, Span(at, at + 1), words.format(text.count("\n", 0, at) + 1))
            for at in places
        ),
    )


def gitlab_names(given: Report) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(render(given, Format.GITLAB))]


def sarif_names(given: Report) -> list[str]:
    results = json.loads(render(given, Format.SARIF))["runs"][0]["results"]
    return [result["partialFingerprints"]["goaldsl/v1"] for result in results]


@pytest.mark.parametrize("names", [gitlab_names, sarif_names])
def test_fingerprints_survive_moving_lines(names: Callable[[Report], list[str]]) -> None:
    """指纹各不相同且不随行号和语言变。"""
    rows = ROW + "质量指标 达标率 = 100 篇\n" + ROW  # the third is as the first, to the letter
    before = names(units(rows))
    after = names(units("# 新加的一行\n\n" + rows.replace("= 100", "=  100")))
    assert len(set(before)) == 3
    assert after == before
    assert names(replace(units(rows), language="en")) == before
    assert names(units(rows.replace("达标率", "覆盖率")))[1] not in before


def test_github_worst_first_total_last() -> None:
    """github 先强制性后提示性最后合计。"""
    lines = render(example.report(), Format.GITHUB).splitlines()
    kinds = [line.split()[0] for line in lines]
    assert kinds == ["::error"] * 4 + ["::warning"] * 2 + ["::notice"] * 2
    assert lines[-1] == "::notice title=goaldsl::共检查 4 个文件：强制性 4 条，提示性 2 条，建议 1 条。"


def test_github_keeps_room_for_the_total() -> None:
    """github 建议再多也给合计留一个位置。"""
    text = ROW * 30
    given = report(text, *(found(Severity.HINT, Span(at, at + 1)) for at in range(0, len(text), len(ROW))))
    lines = render(given, Format.GITHUB).splitlines()
    assert len(lines) == 31
    assert sum(line.startswith("::notice") for line in lines) == 10
    assert lines[-1].startswith("::notice title=goaldsl::共检查 1 个文件")
    assert lines[9] == f"{FILE}:10:1: 建议 GC501 计量单位应为 %"


def test_github_escapes() -> None:
    """github的分隔符要转写。"""
    diagnostic = structs.replace(
        found(Severity.ERROR, Span(0, 0), "超过100%\n::error::假的"), file="goals/a:b,c%.goal"
    )
    first = render(Report((diagnostic,), ()), Format.GITHUB).splitlines()[0]
    assert first == (
        "::error file=goals/a%3Ab%2Cc%25.goal,line=1,col=1,endColumn=1,title=强制性 GC501"
        "::超过100%25%0A::error::假的"
    )


def test_github_no_columns_over_lines() -> None:
    """github 跨行的位置不写列。"""
    first = render(report(ROW * 3, found(Severity.ERROR, Span(2, 40))), Format.GITHUB).splitlines()[0]
    assert first.startswith(f"::error file={FILE},line=1,endLine=3,title=")


def test_junit_gravest_decides() -> None:
    """junit 最重的一条决定通过与否。"""
    given = report(
        ROW * 2, found(Severity.HINT, Span(0, 4)), found(Severity.WARNING, Span(len(ROW), len(ROW) + 4))
    )
    (case,) = ElementTree.fromstring(render(given, Format.JUNIT)).iter("testcase")
    skipped = case.find("skipped")
    assert skipped is not None
    assert skipped.text is not None
    assert [line.split()[0] for line in skipped.text.splitlines()] == [f"{FILE}:1:1:", f"{FILE}:2:1:"]
    assert case.find("failure") is None


def test_junit_clean_file_passes() -> None:
    """junit 没有问题的文件算通过 项目配置的问题另列。"""
    config = structs.replace(found(Severity.ERROR, NOWHERE), file="goaldsl.toml")
    root = ElementTree.fromstring(render(report(ROW, config), Format.JUNIT))
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [
        ("goaldsl.toml", "1"),
        (FILE, "0"),
    ]


def test_sarif_addresses_and_columns() -> None:
    """sarif的地址按规定编码 列按字计。"""
    log = json.loads(render(example.report(), Format.SARIF))
    result = next(each for each in log["runs"][0]["results"] if each["ruleId"] == "GC501")
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == (
        "goals/2026/%E5%8E%BF%E5%A7%94%E5%8A%9E%E5%85%AC%E5%AE%A4.goal"
    )
    assert location["region"] == {"startLine": 5, "startColumn": 20, "endLine": 5, "endColumn": 21}
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": location["region"], "insertedContent": {"text": "%"}}


def test_odd_file_names() -> None:
    """文件名不是合法文字也能输出。"""
    odd = b"\xb2\xe2\xca\xd4.goal".decode("utf-8", "surrogateescape")  # 测试.goal as GBK writes it
    diagnostic = structs.replace(found(Severity.ERROR, NOWHERE), file=odd)
    for form in Format:
        assert render(Report((diagnostic,), (odd,)), form).encode()
    log = json.loads(render(Report((diagnostic,), (odd,)), Format.SARIF))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "%B2%E2%CA%D4.goal"


def test_many_related_places() -> None:
    """相关的地方太多时列出行号。"""
    text = ROW * 8
    related = tuple(
        Related(Span(at, at + 4), Message("同样", "the same")) for at in range(len(ROW), len(text), len(ROW))
    )
    given = report(
        text,
        Diagnostic(
            Severity.ERROR, FILE, structs.replace(found(Severity.ERROR, Span(0, 4)).finding, related=related)
        ),
    )
    full = render(given, Format.FULL)
    assert full.count("同样") == 5
    assert "……另有 2 处：第 7、8 行" in full


def test_remedy_said_once() -> None:
    """改法与自动修改相同时只说一遍。"""
    words = Message("把“篇”改为“%”", "replace “篇” by “%”")
    finding = found(Severity.ERROR, Span(0, 2)).finding
    given = structs.replace(finding, remedy=words, fix=Fix(words, (Edit(Span(0, 2), "%"),)))
    assert render(report(ROW, Diagnostic(Severity.ERROR, FILE, given)), Format.FULL).count(words.zh) == 1
