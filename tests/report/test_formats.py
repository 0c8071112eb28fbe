"""各种格式的报告：与 `expected/` 里的逐字核对。"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from goaldsl.report import Format, Report, render
from tests.conftest import Snapshot
from tests.report import example

EXTENSIONS = {Format.JSON: "json", Format.GITLAB: "json", Format.JUNIT: "xml", Format.SARIF: "json"}


@pytest.mark.parametrize("form", Format)
def test_every_format_to_the_letter(form: Format, snapshot: Snapshot) -> None:
    """每种格式逐字不变。"""
    snapshot(f"expected/{form}.{EXTENSIONS.get(form, 'txt')}", render(example.report(), form))


def test_english(snapshot: Snapshot) -> None:
    """英文报告。"""
    snapshot("expected/full.en.txt", render(replace(example.report(), language="en"), Format.FULL))


def test_colour_adds_no_meaning() -> None:
    """彩色只添颜色不添内容。"""
    plain = render(example.report(), Format.FULL)
    coloured = render(replace(example.report(), colour=True), Format.FULL)
    assert "\x1b[1;31m强制性 GC501\x1b[0m" in coloured
    assert "\x1b" not in plain
    for code in ("1;31", "1;33", "1;36", "1;34", "1", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_nothing_found() -> None:
    """没有问题时只有一句话。"""
    clean = Report((), ("a.goal", "b.goal"))
    assert render(clean, Format.FULL) == "共检查 2 个文件，没有发现问题。\n"
    assert render(replace(clean, language="en"), Format.FULL) == "Checked 2 files: all clear.\n"
    assert render(clean, Format.CONCISE) == ""
    assert json.loads(render(clean, Format.GITLAB)) == []


def test_order_of_findings_is_ours() -> None:
    """发现的先后不影响报告。"""
    report = example.report()
    backwards = replace(report, diagnostics=tuple(reversed(report.diagnostics)))
    for form in Format:
        assert render(report, form) == render(backwards, form)


def test_naming_a_format_loads_nothing() -> None:
    """只叫出格式的名字不载入打印用的库；msgspec 是模型本身用的，不算。"""
    program = "import sys, goaldsl.report; print(sorted({'rich', 'json', 'xml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
