"""从外面来的文件有界限；输出只写在该写的地方，名称照用户写的说。"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from goaldsl.project.bounded import LIMIT
from tests.cli.running import GOOD, Project
from tests.cli.test_sources import FIXABLE

posix = pytest.mark.skipif(os.name != "posix", reason="这台机器没有管道文件")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path / "本县", monkeypatch)
    made.write("goaldsl.toml", "")
    made.write("goals/2026/某局.goal", GOOD)
    return made


@posix
@pytest.mark.parametrize("words", [("check", "goals"), ("build", "goals/2026/管道.goal"), ("score", "goals")])
def test_pipes_are_refused(project: Project, words: tuple[str, ...]) -> None:
    """文件夹里混进管道：不等它，说不是普通文件。"""
    os.mkfifo(project.root / "goals/2026/管道.goal")
    done = project.run(*words)
    assert done.status == 1
    assert "打不开“goals/2026/管道.goal”：不是普通文件" in done.out + done.err


@posix
def test_devices_are_refused(project: Project) -> None:
    """设备没有尽头，不读；作为实际值文件也一样。"""
    assert "打不开" in project.run("check", "/dev/zero").out
    refused = project.run("score", "goals/2026/某局.goal", "--actuals", "/dev/zero")
    assert refused.status == 1 and "不是普通文件" in refused.err


@posix
def test_settings_that_cannot_be_read_are_told(project: Project) -> None:
    """goaldsl.toml 读不了要说，不能当作没有。"""
    (project.root / "goaldsl.toml").unlink()
    os.mkfifo(project.root / "goaldsl.toml")
    done = project.run("check")
    assert done.status == 1 and "打不开“goaldsl.toml”：不是普通文件" in done.out


def test_large_files_are_refused(project: Project) -> None:
    """超过 20 MB 的不读，从标准输入来的也一样；正好 20 MB 的读。"""
    large = project.root / "goals/2026/大.goal"
    with large.open("wb") as file:
        file.truncate(LIMIT + 1)
    done = project.run("check", "goals/2026/大.goal")
    assert done.status == 1 and "打不开“goals/2026/大.goal”：超过 20 MB" in done.out
    typed = project.run("check", "-", typed=b"#" * (LIMIT + 1))
    assert typed.status == 1 and "超过 20 MB" in typed.out
    rest = GOOD.encode() + b"# "
    whole = project.run("check", "-", typed=rest + b"x" * (LIMIT - len(rest)))
    assert "超过" not in whole.out


@posix
def test_names_that_are_not_utf8(project: Project) -> None:
    """从旧系统拷来的文件名是 GBK：照样检查、修改、生成，名称里不认识的字节写出来。"""
    path = os.fsencode(project.root) + b"/goals/2026/\xb0\xec.goal"
    try:
        Path(os.fsdecode(path)).write_text(FIXABLE, "utf-8")
    except OSError:
        pytest.skip("这台机器的文件名只能是 UTF-8")
    for form in ("full", "json", "sarif", "junit", "gitlab", "github", "concise"):
        done = project.run("check", "--output-format", form)
        assert done.status in (0, 1), form
    assert json.loads(project.run("check", "--output-format", "json").out)["summary"]["files"] == 2
    assert "已自动修改" in project.run("check", "--fix").err
    assert Path(os.fsdecode(path)).read_text("utf-8") != FIXABLE
    made = project.run("build", "--format", "html,json,review")
    assert made.status == 0, made.err
    assert "2026/\\xb0\\xec.json" in project.outputs()


@posix
def test_outputs_replace_links(project: Project) -> None:
    """输出的位置上是链接：换掉链接，不写链接指向的文件。"""
    other = project.write("别处.html", "别人的")
    (project.root / "out/2026").mkdir(parents=True)
    link = project.root / "out/2026/某局.html"
    link.symlink_to(other)
    assert project.run("build", "--format", "html").status == 0
    assert other.read_text("utf-8") == "别人的"
    assert not link.is_symlink() and "调研报告" in link.read_text("utf-8")


def test_long_names_and_leftovers(project: Project) -> None:
    """名称长到系统的上限也写得出；被中断的一次留下的临时文件，下一次生成时清掉，正在写的不动。"""
    name = "局" * 80
    project.write(f"goals/2026/{name}.goal", GOOD)
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    left = project.write(f"out/2026/.goaldsl-{int(ended.stdout)}-abc.tmp", "一半")
    writing = project.write(f"out/2026/.goaldsl-{os.getpid()}-abc.tmp", "正在写")
    assert project.run("build", "--format", "html").status == 0
    assert f"2026/{name}.html" in project.outputs()
    assert not left.exists() and writing.exists()


def test_two_projects_in_one_call(project: Project, tmp_path: Path) -> None:
    """一次给两个项目的文件：交换文件里写的是各自项目里的路径。"""
    other = project.write(str(tmp_path / "邻县/goals/2026/乙局.goal"), GOOD)
    project.write(str(tmp_path / "邻县/goaldsl.toml"), "")
    assert project.run("build", "goals", str(other), "--format", "json", "-o", "表").status == 0
    paths = [
        json.loads(each.read_bytes())["source"]["path"]
        for each in sorted((project.root / "表").rglob("*.json"))
    ]
    assert paths == ["goals/2026/乙局.goal", "goals/2026/某局.goal"]
    report = project.run("check", "goals", str(other), "--output-format", "json").out
    assert str(tmp_path) not in report


@posix
def test_links_are_named_as_typed(project: Project) -> None:
    """断掉的链接照命令里写的说，绕成圈的也是；没有断的也不换名称。"""
    link = project.root / "goals/2026/旧.goal"
    link.symlink_to(project.root / "没有/去年.goal")
    assert (
        "打不开“goals/2026/旧.goal”：链接指向的文件不存在" in project.run("check", "goals/2026/旧.goal").out
    )
    circle = project.root / "goals/2026/圈.goal"
    circle.symlink_to(circle)
    assert "打不开“goals/2026/圈.goal”：链接绕成了圈" in project.run("check", "goals/2026/圈.goal").out


def test_names_too_long_are_told(project: Project) -> None:
    """名称长到系统不认，不是程序出错。"""
    for words in (("check",), ("build",), ("score",), ("actuals",)):
        done = project.run(*words, "长" * 300 + ".goal")
        assert done.status == 1 and "名称太长" in done.out + done.err, words
