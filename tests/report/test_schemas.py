"""给别的系统看的报告，用公布的格式定义检验；无论源文里有什么文字都要合格。"""

from __future__ import annotations

import importlib
import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.diagnostics import Diagnostic, Edit, Finding, Fix, Message, Related, Severity
from goaldsl.model.place import Span
from goaldsl.report import Format, Report, published, render
from goaldsl.source import Source
from tests.conftest import Snapshot
from tests.report import example

etree: Any = importlib.import_module("lxml.etree")  # it has no types

SCHEMAS = Path(__file__).parent / "schemas"
PUBLISHED = Path(__file__).parents[2] / "grammar" / "schema" / "diagnostics-1.json"


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


SARIF = jsonschema.Draft4Validator(load(SCHEMAS / "sarif-2.1.0-rtm.5.json"))
GITLAB = jsonschema.Draft202012Validator(load(SCHEMAS / "gitlab-code-quality.json"))
OURS = jsonschema.Draft202012Validator(json.loads(published.schema()))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def test_published_schema_is_fresh(snapshot: Snapshot) -> None:
    """公布的诊断格式与代码一致。"""
    snapshot(PUBLISHED, published.schema())


def test_json() -> None:
    """JSON 符合公布的格式，键的次序不变。"""
    report = json.loads(render(example.report(), Format.JSON))
    OURS.validate(report)
    assert list(report) == ["format_version", "column_unit", "diagnostics", "summary"]
    assert report["summary"] == {"error": 4, "warning": 2, "hint": 1, "files": 4}
    for diagnostic in report["diagnostics"]:
        assert diagnostic["url"] == f"grammar/checks/{diagnostic['code']}.md"
    without_pages = json.loads(render(replace(example.report(), pages=None), Format.JSON))
    assert without_pages["diagnostics"][0]["url"] is None


def test_sarif() -> None:
    """SARIF 符合标准；规则的说明页是网址时才写。"""
    SARIF.validate(json.loads(render(example.report(), Format.SARIF)))
    log = json.loads(render(replace(example.report(), pages="https://example.org/checks/"), Format.SARIF))
    SARIF.validate(log)
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.org/checks/GB104.md"


def test_gitlab() -> None:
    """GitLab 的代码质量报告符合文档。"""
    GITLAB.validate(json.loads(render(example.report(), Format.GITLAB)))


def test_junit() -> None:
    """JUnit 报告符合 Jenkins 的定义。"""
    JUNIT.assertValid(etree.fromstring(render(example.report(), Format.JUNIT).encode()))


WORDS = st.text(st.characters(), max_size=12)  # any character at all: controls, lone surrogates, every script


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
    span = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(*sorted(ends)))
    message = st.builds(Message, WORDS, WORDS)
    edit = st.builds(Edit, span, WORDS)
    related = st.lists(st.builds(Related, span, message), max_size=7).map(tuple)
    finding = st.builds(
        Finding,
        st.sampled_from([example.SHARE_UNIT, example.SAME_NAME]),
        span,
        message,
        label=st.none() | message,
        notes=st.lists(message, max_size=2).map(tuple),
        remedy=st.none() | message,
        fix=st.none() | st.builds(Fix, message, st.lists(edit, min_size=1, max_size=2).map(tuple)),
        related=related,
    )
    file = draw(WORDS.filter(lambda name: not name.startswith(("/", "."))).map(lambda name: name + ".goal"))
    found = draw(
        st.lists(st.builds(Diagnostic, st.sampled_from(Severity), st.just(file), finding), max_size=4)
    )
    sources = {file: Source(file, text)} if draw(st.booleans()) else {}
    return Report(tuple(found), (file,), sources)


@given(any_report())
def test_any_words_make_a_valid_report(report: Report) -> None:
    """无论什么文字都是合格的报告。"""
    SARIF.validate(json.loads(render(report, Format.SARIF)))
    GITLAB.validate(json.loads(render(report, Format.GITLAB)))
    OURS.validate(json.loads(render(report, Format.JSON)))
    JUNIT.assertValid(etree.fromstring(render(report, Format.JUNIT).encode()))


@given(any_report())
def test_no_control_reaches_the_terminal(report: Report) -> None:
    """控制字符不会送到终端。"""
    for form in (Format.FULL, Format.CONCISE, Format.GITHUB):
        text = render(report, form)
        assert not {unicodedata.category(each) for each in text if each != "\n"} & {"Cc", "Cf", "Cs"}
        text.encode()  # and every output can be written
    assert len(render(report, Format.CONCISE).splitlines()) == len(report.ordered())
