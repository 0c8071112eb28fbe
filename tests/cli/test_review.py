"""审核页：每个指标配评分曲线和查出的问题；官方表格里没有曲线。"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from lxml import html

DECLARATION = """\
部门 某局
年度 2026
表样 芷江
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
  解释 当年印发的调研报告
社会效益指标 服务水平 定性 明显提高 分值 10 赋分 分档 明显提高 10, 有所提高 5
服务对象满意度指标 群众满意度 >= 95 % 分值 10 赋分 按比例 以 90% 为基数
填表人 <b>某某</b>
"""


def test_review_page(tmp_path: Path) -> None:
    """曲线、规则、句子和诊断都在该在的指标下面；页面不引用外部文件，原文不会变成标记。"""
    (tmp_path / "某局.goal").write_text(DECLARATION, "utf-8")
    command = [sys.executable, "-m", "goaldsl", "build", "某局.goal", "--format", "html,review"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = html.fromstring((tmp_path / "out/2026/某局.review.html").read_text("utf-8"))
    ratio, grades, based = page.xpath("//article")
    assert [len(row.xpath(".//svg")) for row in (ratio, grades, based)] == [1, 0, 1]
    assert "按比例" in ratio.text_content()
    assert "GR101" in based.text_content()
    assert "GR101" not in ratio.text_content()
    assert "GC152" in "".join(page.xpath("/html/body/ul//text()"))  # 签署栏不属于任何指标
    assert not page.xpath("//@src | //@href | //b[text()='某某']")
    official = (tmp_path / "out/2026/某局.html").read_text("utf-8")
    assert not re.search("<svg", official)


def test_review_speaks_english(tmp_path: Path) -> None:
    """--lang en 时，规则和诊断用英文。"""
    (tmp_path / "a.goal").write_text(DECLARATION, "utf-8")
    command = [sys.executable, "-m", "goaldsl", "build", "a.goal", "--format", "review", "--lang", "en"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    text = (tmp_path / "out/2026/a.review.html").read_text("utf-8")
    assert "ratio of 90%" in text
    assert "warning" in text


def test_rows_of_a_file_indented_as_a_whole(tmp_path: Path) -> None:
    """整份表都缩进时，问题也落在自己的指标下面。"""
    shifted = "".join("    " + line for line in DECLARATION.splitlines(keepends=True))
    (tmp_path / "某局.goal").write_text(shifted, "utf-8")
    command = [sys.executable, "-m", "goaldsl", "build", "某局.goal", "--format", "review"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = html.fromstring((tmp_path / "out/2026/某局.review.html").read_text("utf-8"))
    ratio, _, based = page.xpath("//article")
    assert "GR101" in based.text_content() and "GR101" not in ratio.text_content()
    assert "GC152" in "".join(page.xpath("/html/body/ul//text()"))
