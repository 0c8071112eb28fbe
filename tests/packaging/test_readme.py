"""README 里写的，就是运行出来的。"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EDITIONS = ("README.md", "README.zh.md")


def blocks(name: str, kind: str) -> list[str]:
    """The code blocks of a kind in one edition."""
    return re.findall(rf"```{kind}\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)


def goaldsl(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line."""
    return subprocess.run(
        [sys.executable, "-m", "goaldsl", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_shown_finding_is_real(name: str) -> None:
    """展示的诊断原样出现在真实申报表的检查结果里。"""
    (shown,) = blocks(name, "text")
    assert shown in goaldsl("check", "goals/2025").stdout


@pytest.mark.parametrize("name", EDITIONS)
def test_shown_declaration_builds(name: str, tmp_path: Path) -> None:
    """展示的申报表没有强制性问题，能生成表格。"""
    (shown,) = blocks(name, "goal")
    (tmp_path / "示例.goal").write_text(shown, "utf-8")
    done = goaldsl("build", "示例.goal", "--format", "html,json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "2026" / "示例.html").exists()


@pytest.mark.parametrize("name", EDITIONS)
def test_named_scripts_and_pages_exist(name: str) -> None:
    """提到的脚本、目录和图片都在。"""
    text = (ROOT / name).read_text("utf-8")
    wanted = re.findall(r"bash (\S+)", text) + re.findall(r"\]\(([^)]+)\)", text)
    assert len(wanted) > 6
    assert [path for path in wanted if not (ROOT / path).exists()] == []
