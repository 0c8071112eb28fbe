"""各地的真实表格：照样录入，没有一处误报为错。

每份文件开头的注释写明地方、表名、年份和来源；“仿”字开头的按各省版式编写。原件的毛病（丢了符号、模板残留、只有分类的
空行、分值合计不符）都照录：检查可以提醒，但不能说读不懂。
"""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Preset, Severity
from goaldsl.forms import lay_out

FILES = sorted(Path(__file__).parent.glob("*.goal"))
EACH = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])


def compiled(path: Path, preset: Preset) -> Compiled:
    return Compiler(load(), Defaults(preset=preset), frozenset()).compile(path.name, path.read_bytes())


def errors(result: Compiled) -> list[str]:
    return [
        f"{each.finding.code.code} {each.finding.message.zh}"
        for each in result.diagnostics
        if each.severity is Severity.ERROR
    ]


def test_corpus_is_there() -> None:
    """至少十二份真实表格，八份仿写。"""
    composed = [path for path in FILES if path.stem.startswith("仿")]
    assert len(FILES) - len(composed) >= 12 and len(composed) >= 8
    for path in FILES:
        marked = "不是真实表格" in path.read_text("utf-8").splitlines()[0]
        assert marked == (path in composed), path.name


@EACH
def test_no_false_error(path: Path) -> None:
    """草案阶段没有强制性问题。"""
    assert errors(compiled(path, Preset.DRAFT)) == []


@EACH
def test_every_word_is_understood(path: Path) -> None:
    """从严检查时，也没有读不懂的行、不认识的栏目和分类。"""
    assert [error for error in errors(compiled(path, Preset.FROZEN)) if error.startswith(("GS", "GB"))] == []


@EACH
def test_every_row_is_printed(path: Path) -> None:
    """每个指标都印在表上，名称一字不差。"""
    declaration = compiled(path, Preset.DRAFT).declaration
    assert declaration is not None
    assert declaration.indicators
    printed = {cell.text for row in lay_out(declaration).rows for cell in row.cells}
    assert {row.name.value for row in declaration.indicators} <= printed
