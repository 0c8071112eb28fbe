"""项目配置：`config.md` 的案例逐个核对；什么文字都读得过去。"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.catalog.config import read_config
from goaldsl.catalog.default_config import default_config_text
from goaldsl.diagnostics import Finding, Preset
from goaldsl.source import Source

CASES = Path(__file__).with_name("config.md")
_CASE = re.compile(
    r"^```toml\n((?:(?!```)[^\n]*\n)*)```\n\n((?:- [^\n]*\n)+)(?:(?<=修改后：\n)\n```toml\n(.*?)^```)?",
    re.MULTILINE | re.DOTALL,
)
_LINE = re.compile(r"- (\d+:\d+) “(.*)” (GK\d+) (.*)")


class Case(NamedTuple):
    """One block of settings and what must be said of it."""

    text: str
    expected: list[str]
    fixed: str | None


def cases() -> list[Case]:
    found = []
    for text, listed, fixed in _CASE.findall(CASES.read_text(encoding="utf-8")):
        lines = [line for line in listed.splitlines() if line not in ("- （不报）", "- 修改后：")]
        found.append(Case(text, lines, fixed if "修改后" in listed else None))
    return found


def place(finding: Finding, text: str) -> str:
    position = Source("goaldsl.toml", text).position(finding.span.start)
    return f"{position.line}:{position.column}"


def corrected(text: str, findings: tuple[Finding, ...]) -> str:
    edits = [edit for finding in findings if finding.fix and finding.fix.safe for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("case", cases(), ids=lambda case: (case.text.splitlines() or ["空"])[0])
def test_case(case: Case) -> None:
    """每处错误各报一次，指到字词。"""
    findings = list(read_config(case.text).findings)
    for line in case.expected:
        match = _LINE.fullmatch(line)
        assert match is not None, line
        where, word, code, message = match.groups()
        hits = [
            finding
            for finding in findings
            if place(finding, case.text) == where
            and case.text[finding.span.start : finding.span.end] == word
            and finding.code.code == code
            and message in finding.message.zh
        ]
        assert hits, f"{line}\n实际：" + "\n".join(said(findings, case.text))
        findings.remove(hits[0])
    assert said(findings, case.text) == []
    if case.fixed is not None:
        assert corrected(case.text, read_config(case.text).findings) == case.fixed


def said(findings: list[Finding], text: str) -> list[str]:
    return [
        f"{place(f, text)} “{text[f.span.start : f.span.end]}” {f.code.code} {f.message.zh}" for f in findings
    ]


def test_cases_are_found() -> None:
    """案例一个不漏。"""
    assert len(cases()) == CASES.read_text(encoding="utf-8").count("\n```toml\n") - sum(
        case.fixed is not None for case in cases()
    )


def test_settings_take_effect() -> None:
    """写对的设置生效；写错的只影响它自己。"""
    config = read_config(
        'form = "衡阳"\nyear = 2026\nstage = "批复"\nstrict = true\nlanguage = "fr"\n'
    ).config
    assert (config.form, config.year, config.stage, config.strict) == ("衡阳", 2026, Preset.FROZEN, True)
    assert config.language == "zh"
    assert config.extension is None and config.catalog() is load()


def test_own_data_joins_the_packaged() -> None:
    """本项目的表样、分值方案、指标体系和单位与内置的一同可用。"""
    text = """
form = "本县"
[[unit]]
names = ["桌"]
dimension = "count"
[taxonomies.tree]
name = "本县指标体系"
extends = "2021"
[[taxonomies.tree.level]]
name = "产出指标"
[[taxonomies.tree.level.class]]
name = "进度指标"
names = ["progress"]
[profiles.points]
name = "本县分值"
extends = "芷江"
row_limit = 22.5
[forms."本县"]
name = "本县整体表"
extends = "芷江"
profile = "points"
taxonomy = "tree"
[[forms."本县".field]]
key = "goals"
label = "年度工作目标"
"""
    reading = read_config(text)
    assert reading.findings == ()
    catalog = reading.config.catalog()
    form = catalog.form("本县")
    assert form is not None
    labels = [field.label for field in form.fields[:3]]
    assert labels == ["部门（单位）名称", "部门（单位）职责", "年度工作目标"]
    profile, taxonomy = catalog.profile(form.profile), catalog.taxonomy(form.taxonomy)
    assert profile is not None and taxonomy is not None
    assert str(profile.row_limit) == "22.5" and profile.total == 90
    category = catalog.category(taxonomy, "progress")
    assert category is not None and category.level1 == "产出指标"
    assert "progress" in catalog.class_words()
    assert catalog.unit("万桌").scale == 10_000 and not load().unit("桌").known
    packaged = load().form("芷江")
    assert packaged is not None and packaged.sha256 != form.sha256


def test_default_settings_are_sound() -> None:
    """`goaldsl init` 写出的配置没有问题，读出来就是所写的。"""
    for name in load().ids("form"):
        reading = read_config(default_config_text(name, 2026))
        assert reading.findings == ()
        assert (reading.config.form, reading.config.year) == (name, 2026)


@given(st.text(alphabet="[]{}=\"'#\n.,ab=1 芷＝“”\\", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """乱写的配置也只报问题，不出异常；每处问题都在文字之内。"""
    for finding in read_config(text).findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


KEYS = ["form", "year", "formats", "strict", "wording", "unit", "forms", "profiles", "taxonomies", "names"]
VALUES = st.recursive(
    st.booleans() | st.integers(-3, 3000) | st.sampled_from(["芷江", "tree", "ratio", "{n}", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*KEYS, "extends", "name", "level", "class", "field", "key", "weight"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
def test_any_tables_are_read(tables: dict[str, object]) -> None:
    """合 TOML 而内容胡乱的配置也一样；剩下的设置能用。"""
    reading = read_config(tomli_w.dumps(tables))
    catalog = reading.config.catalog()
    for name in catalog.form_names():
        assert catalog.form(name) is not None
    assert catalog.class_words()
