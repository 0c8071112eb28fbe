"""重写基准文件时，说清哪些文件可能重写、重写了哪些、各代码的诊断有什么变化，审核的人才知道看什么。"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.snapshots import Snapshots, differences

ROOT = Path(__file__).parent.parent.parent
OLD = """3:1 GC105（提示性）没有写分值
    3 甲
    4 乙
5:1 GC301（建议）没有意义的指标值
7:1 GC303（强制性）比率超过 100%
"""
NEW = """3:1 GC105（提示性）没有写分值
    3 甲
    5 丙
7:1 GC303（强制性）比率超过 100%
9:1 GC303（强制性）比率超过 100%
9:8 GC501（强制性）定性的不写单位
"""
TEST = """
import pytest
TEXTS = {texts!r}
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_listed(name, snapshot):
    snapshot("expected/" + name, TEXTS[name])
"""


def test_difference_per_code() -> None:
    """多了、少了、改了说法的诊断，各代码分开数；列出的地方变了，也是改了说法；没有变的不数。"""
    found = differences(OLD, NEW)
    assert {code: str(each) for code, each in found.items()} == {
        "GC105": "多 0，少 0，改 1",
        "GC301": "多 0，少 1，改 0",
        "GC303": "多 1，少 0，改 0",
        "GC501": "多 1，少 0，改 0",
    }
    assert list(found["GC105"].examples()) == [
        "- 3:1 GC105（提示性）没有写分值 ⏎ 3 甲 ⏎ 4 乙",
        "+ 3:1 GC105（提示性）没有写分值 ⏎ 3 甲 ⏎ 5 丙",
    ]
    assert differences(OLD, OLD) == {}


def test_no_file_outside_the_project(tmp_path: Path) -> None:
    """项目以外的文件不重写；不重写时什么都不写。"""
    (tmp_path / "项目").mkdir()
    outside = tmp_path / "别处.txt"
    with pytest.raises(AssertionError, match="不在项目里"):
        Snapshots(tmp_path / "项目", updating=True).compare(outside, OLD)
    with pytest.raises(AssertionError, match="还没有"):
        Snapshots(tmp_path, updating=False).compare(outside, OLD)
    assert not outside.exists()
    outside.write_text(NEW, "utf-8")
    with pytest.raises(AssertionError, match="与输出不同"):
        Snapshots(tmp_path, updating=False).compare(outside, OLD)
    assert outside.read_text("utf-8") == NEW


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with our fixture and three expected outputs, one of them of a form that is gone."""
    (tmp_path / "tests" / "检查" / "expected").mkdir(parents=True)
    for name in ("__init__.py", "conftest.py", "snapshots.py"):
        (tmp_path / "tests" / name).write_bytes((ROOT / "tests" / name).read_bytes())
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    for name in ("甲局.txt", "乙局.txt", "撤销局.txt"):
        (tmp_path / "tests" / "检查" / "expected" / name).write_text(OLD, "utf-8")
    return tmp_path


def run(project: Path, texts: dict[str, str], *words: str) -> tuple[int, str]:
    (project / "tests" / "检查" / "test_listed.py").write_text(TEST.format(texts=texts), "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words]
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_what_is_rewritten_is_told(project: Path) -> None:
    """逐份写明重写、新写、删去，和各代码的变化；再来一次，就没有要重写的了。"""
    texts = {"甲局.txt": NEW, "乙局.txt": OLD, "丙局.txt": "9:1 GC303（强制性）比率超过 100%\n"}
    status, output = run(project, texts, "--update-snapshots")
    expected = project / "tests" / "检查" / "expected"
    assert status == 0, output
    assert {path.name: path.read_text("utf-8") for path in expected.iterdir()} == texts
    for line in (
        "可以重写的只有这些：",
        "tests/检查/expected/：丙局.txt、乙局.txt、甲局.txt",
        "重写、新写、删去 3 份",
        "新写 tests/检查/expected/丙局.txt：GC303 多 1，少 0，改 0",
        "删去 tests/检查/expected/撤销局.txt：GC105 多 0，少 1，改 0；GC301 多 0，少 1，改 0；GC303 多 0，少 1，改 0",
        "重写 tests/检查/expected/甲局.txt：GC105 多 0，少 0，改 1；GC301 多 0，少 1，改 0；GC303 多 1，少 0，改 0",
        "GC301　多 0，少 2，改 0",
        "GC303　多 2，少 1，改 0",
        "- 5:1 GC301（建议）没有意义的指标值",
    ):
        assert line in output, output
    assert "重写 tests/检查/expected/乙局.txt" not in output
    assert "没有要重写的" in run(project, texts, "--update-snapshots")[1]
    status, output = run(project, texts)
    assert status == 0 and "基准文件" not in output


def test_a_part_of_the_tests_removes_nothing(project: Path) -> None:
    """只跑一部分，没有比对的不能当作没有用的删去；几个进程一起跑，不重写。"""
    texts = {"甲局.txt": NEW, "乙局.txt": NEW}
    gone = project / "tests" / "检查" / "expected" / "撤销局.txt"
    for words in (("-k", "u7532"), ("tests/检查/test_listed.py",)):
        assert run(project, texts, "--update-snapshots", *words)[0] == 0
        assert gone.exists()
    status, output = run(project, texts, "--update-snapshots", "-n", "2")
    assert status == 4 and "不能和 -n 一起用" in output
