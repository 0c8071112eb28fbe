"""源文件：没有要求就绝不改动；--fix 只改有把握的，编码、BOM、换行、注释都留着，改一次就改完。"""

from __future__ import annotations

import codecs

import pytest

from tests.cli.running import BAD, GOOD, Project, digests

FIXABLE = """# 注释一
部门 某某局 # 注释二
年度 2026

数量指标 调研\u200b报告完成篇数 >= 3 篇   # 注释三
  解释 当年完成并印发的调研报告篇数 分值 10
  # 注释四
"""
FIXED = """# 注释一
部门 某某局 # 注释二
年度 2026

数量指标 调研报告完成篇数 >= 3 篇   # 注释三
  解释 当年完成并印发的调研报告篇数
  分值 10
  # 注释四
"""


def test_no_command_changes_a_source(filled: Project) -> None:
    filled.write("goals/2026/坏.goal", BAD)
    filled.write("goals/2026/可改.goal", FIXABLE)
    filled.write("goals/2026/旧.goal", GOOD.encode("gb18030"))
    before = digests(filled.root / "goals")
    for words in (("check",), ("check", "--strict", "--preset", "frozen"), ("build",), ("explain", "GS001")):
        filled.run(*words)
        assert digests(filled.root / "goals") == before


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
    ids=["UTF-8", "带BOM", "GB18030", "UTF-16LE", "UTF-16BE"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_fix(project: Project, mark: bytes, encoding: str, line_end: str) -> None:
    path = project.write("goals/2026/甲.goal", mark + FIXABLE.replace("\n", line_end).encode(encoding))
    assert project.run("check", "--fix").status == 0
    expected = mark + FIXED.replace("\n", line_end).encode(encoding)
    assert path.read_bytes() == expected
    assert project.run("check", "--fix").status == 0
    assert path.read_bytes() == expected


def test_fix_leaves_meaning_alone(project: Project) -> None:
    """猜的词、改数字的建议都不自动改。"""
    path = project.write("goals/2026/坏.goal", BAD + "质量指标 合格率 >= 120% 分值 10\n数目指标 甲 >= 3 编\n")
    before = path.read_bytes()
    assert project.run("check", "--fix").status == 1
    assert path.read_bytes() == before


def test_fix_where_nothing_can_be_written(project: Project) -> None:
    """改不了的文件（标准输入）只检查。"""
    result = project.run("check", "--fix", "-", typed=FIXABLE.encode())
    assert result.status == 1


def test_fix_follows_a_link(project: Project) -> None:
    """链接还是链接，改的是它指的文件。"""
    real = project.write("存放/甲.goal", FIXABLE)
    link = project.root / "goals/2026/甲.goal"
    link.parent.mkdir(parents=True)
    link.symlink_to(real)
    project.run("check", "--fix")
    assert link.is_symlink()
    assert real.read_text("utf-8") == FIXED


def test_fix_reports_how_many(project: Project) -> None:
    project.write("goals/2026/甲.goal", FIXABLE)
    assert "2 处" in project.run("check", "--fix").err


def test_interchange_file_built_in_its_own_place(filled: Project) -> None:
    """拿 out/ 里的交换文件再生成：它自己是源文件，不改动。"""
    filled.run("build")
    before = digests(filled.root / "out")
    assert filled.run("build", "out/2026/某某局.json").status == 0
    assert digests(filled.root / "out") == before
    assert filled.run("build", "out/2026/某某局.json", "--preset", "frozen").status == 1
    assert (filled.root / "out/2026/某某局.json").exists()


def test_interchange_file_in_another_encoding(filled: Project) -> None:
    """交换文件带 BOM、存成 GB18030，也读得懂。"""
    filled.run("build")
    text = (filled.root / "out/2026/某某局.json").read_text("utf-8")
    for name, data in (("甲", codecs.BOM_UTF8 + text.encode()), ("乙", text.encode("gb18030"))):
        assert filled.run("build", str(filled.write(f"收到/{name}.json", data)), "-o", "再").status == 0
