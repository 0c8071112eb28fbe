"""`goaldsl fmt`：统一的版式。"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from goaldsl.catalog import load
from goaldsl.cli.app import app
from goaldsl.fmt import formatted
from goaldsl.fmt.meaning import comments, plain
from goaldsl.parse import parse
from goaldsl.parse.syntax import SyntaxFile
from goaldsl.source import Source

PAGE = Path(__file__).parent / "排版.md"
CASES = re.findall(
    r"^## (.+)\n```goal\n(.*?)^```\n```goal\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
)
REAL = sorted((Path(__file__).parents[2] / "goals").rglob("*.goal"))


def read(text: str) -> SyntaxFile:
    return parse(Source("", text), load())


def fmt(text: str) -> str:
    done = formatted(read(text), read)
    assert done is not None
    return done


@pytest.mark.parametrize(("title", "typed", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_case(title: str, typed: str, wanted: str) -> None:
    """排成什么样；再排一遍不变；Windows 的换行也一样。"""
    assert fmt(typed) == wanted, title
    assert fmt(wanted) == wanted
    assert fmt(typed.replace("\n", "\r\n")) == wanted


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real(path: Path) -> None:
    """真的申报表：内容不变，再排一遍不变。"""
    text = path.read_text("utf-8")
    done = fmt(text)
    assert plain(read(done).statements) == plain(read(text).statements)
    assert fmt(done) == done


blank = st.sampled_from([" ", "  ", "　", "\t", " \u3000"])
comment = st.sampled_from(["", "", " # 注", "  #注 释  ", "\t# “引号” # 二"])
line = st.sampled_from(
    [
        "部门{0}某 局{1}", "年度：{0}2026{1}", "职责{1}", "年度目标{0}分段{1}", "产出指标{1}",
        "数量指标{0}甲乙≥３篇{0}分值10{1}", "质量指标{0}合格率{0}={0}95{0}%{0}赋分{0}按比例{1}", "时效指标{0}及时{0}截止{0}2026-12{1}",
        "社会效益指标{0}甲{0}定性{0}明显{0}提高{1}", "停用{0}数量指标{0}旧名{1}", "说明[GC101]：{0}理由{1}", "待核{0}甲{0}乙{1}",
    ]
)  # fmt: skip
below = st.sampled_from(
    [
        "解释{0}文　字{1}",
        "- [签]{0}一{1}",
        "分值{0}５分{1}",
        "备注：{0}＃一{1}",
        "1、一{0}二{1}",
        "对应目标{0}甲,乙{1}",
    ]
)
alone = st.sampled_from(["", "", "# 注", "#注　", "  # 深", "\t\t# 更深"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    margin = draw(st.sampled_from(["", "", "  ", "\t", "　"]))
    rows = []
    for _ in range(draw(st.integers(0, 6))):
        rows.append(margin + draw(line))
        for _ in range(draw(st.integers(0, 3))):
            rows.append(margin + draw(st.sampled_from(["  ", "\t", "    "])) + draw(below))
            rows += draw(st.lists(alone, max_size=1))
        rows += draw(st.lists(alone, max_size=2))
    return "".join(
        row.format(draw(blank), draw(comment)) + draw(st.sampled_from(["\n", "\r\n"])) for row in rows
    )


@given(texts())
@settings(max_examples=120, deadline=None)
def test_laws(text: str) -> None:
    """每条注释都在；语句一样；两遍等于一遍；行首只有零、二、四格；没有连着的空行。"""
    syntax = read(text)
    done = formatted(syntax, read)
    assert done is not None
    again = read(done)
    assert plain(again.statements) == plain(syntax.statements)
    assert comments(again) == comments(syntax)
    assert fmt(done) == done
    for each in done.splitlines():
        assert re.match(r"(?:  ){0,2}\S|$", each), each
    assert "\n\n\n" not in done and not done.startswith("\n")


def test_command(tmp_path: Path) -> None:
    """--check、--diff 不写；写的时候变成 UTF-8；读不懂的原样留着并指出来；标准输入原样回显。"""
    good, bad, binary = tmp_path / "甲.goal", tmp_path / "乙.goal", tmp_path / "丙.goal"
    typed = "部门　某局\r\n年度 2026\r\n"
    good.write_bytes(typed.encode("gb18030"))
    bad.write_bytes("部门　某局\n年度 2026\n数量指标 甲 >= 3 篇 分直 10\n".encode())
    binary.write_bytes(bytes(range(256)))
    before = {path: path.read_bytes() for path in (good, bad, binary)}
    run = CliRunner()
    for option in ("--check", "--diff"):
        result = run.invoke(app, ["fmt", str(good), option])
        assert result.exit_code == 1 and "甲.goal" in result.output
        assert {path: path.read_bytes() for path in before} == before
    result = run.invoke(app, ["fmt", str(tmp_path)])
    assert result.exit_code == 1 and "乙.goal:3" in result.output and "分直" in result.output
    assert good.read_bytes() == "部门 某局\n年度 2026\n".encode()
    assert (bad.read_bytes(), binary.read_bytes()) == (before[bad], before[binary])
    assert run.invoke(app, ["fmt", str(good), "--check"]).exit_code == 0
    result = run.invoke(app, ["fmt", "-"], input=before[bad])
    assert result.exit_code == 1 and result.stdout_bytes.startswith(before[bad])
    result = run.invoke(app, ["fmt", "-"], input="部门　某局\n年度  2026")
    assert result.exit_code == 0 and result.stdout == "部门 某局\n年度 2026\n"
