"""退出码：0 没有问题，1 文件有强制性问题，2 机器做不到或命令写错了。"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from goaldsl.diagnostics import Finding, Message
from goaldsl.emit import codes, engine
from goaldsl.emit.engine import EngineUnavailable
from goaldsl.model.place import NOWHERE
from tests.cli.running import BAD, GOOD, ROOT, Project, digests


def test_clean(filled: Project) -> None:
    assert filled.run("check").status == 0
    assert filled.run("build").status == 0
    assert filled.outputs() == ["2026/某某局.html", "2026/某某局.json"]


def test_errors(project: Project) -> None:
    project.write("goals/2026/坏.goal", BAD)
    result = project.run("check")
    assert result.status == 1
    assert "GS001" in result.out
    assert project.run("build").status == 1
    assert project.outputs() == []


def test_warnings_and_strict(project: Project) -> None:
    """提示性问题不影响退出码，除非 --strict。"""
    project.write("goals/2026/甲.goal", GOOD.encode("gb18030"))
    assert project.run("check").status == 0
    assert project.run("check", "--strict").status == 1


def test_stage(filled: Project) -> None:
    """没写完的，草案放行，送审不放行。"""
    assert filled.run("check", "--preset", "draft").status == 0
    assert filled.run("check", "--preset", "review").status == 1
    assert filled.run("build", "--preset", "frozen").status == 1


def test_one_bad_file_does_not_stop_the_others(filled: Project) -> None:
    filled.write("goals/2026/坏.goal", BAD)
    filled.write("goals/2026/图.goal", b"\x89PNG\r\n\x1a\n\x00\x00")
    result = filled.run("build")
    assert result.status == 1
    assert filled.outputs() == ["2026/某某局.html", "2026/某某局.json"]
    assert "坏.goal" in result.err
    assert "图.goal" in result.err


@pytest.mark.parametrize("command", ["check", "build"])
def test_missing_file(filled: Project, command: str) -> None:
    result = filled.run(command, "goals/2026/没有.goal", "goals/2026/某某局.goal")
    assert result.status == 1
    assert "没有这个文件" in result.out + result.err


@pytest.mark.parametrize("command", ["check", "build"])
def test_broken_link(filled: Project, command: str) -> None:
    (filled.root / "goals/2026/断.goal").symlink_to("不在.goal")
    result = filled.run(command)
    assert result.status == 1
    assert "链接指向的文件不存在" in result.out + result.err


def test_link_to_itself(filled: Project) -> None:
    (filled.root / "goals/2026/环.goal").symlink_to("环.goal")
    assert filled.run("check").status == 1


def test_folder_without_declarations(project: Project) -> None:
    (project.root / "goals").mkdir()
    result = project.run("check")
    assert result.status == 1
    assert "GX104" in result.out


def test_folder_named_like_a_declaration(filled: Project) -> None:
    (filled.root / "goals/2026/夹.goal").mkdir()
    assert filled.run("build").status == 0


def test_file_in_the_way_of_the_folder(filled: Project) -> None:
    """同名的文件挡住了输出文件夹。"""
    filled.write("挡路", "我是文件")
    result = filled.run("build", "-o", "挡路")
    assert result.status == 2
    assert "GX102" in result.err
    assert (filled.root / "挡路").read_text("utf-8") == "我是文件"


def test_place_that_cannot_be_written(filled: Project) -> None:
    result = filled.run("build", "-o", "/proc/不能写")
    assert result.status == 2
    assert "写不进" in result.err


def test_folder_in_the_way_of_an_output(filled: Project) -> None:
    (filled.root / "out/2026/某某局.html").mkdir(parents=True)
    assert filled.run("build").status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--format", "docx"),
        ("build", "--format", ""),
        ("build", "--format", "htm,json"),
        ("check", "--output-format", "xml"),
        ("check", "--preset", "strict"),
        ("check", "--lang", "fr"),
        ("explain", "GC999"),
        ("没有的命令",),
        ("check", "--没有的选项"),
    ],
    ids=" ".join,
)
def test_mistakes_on_the_command_line(filled: Project, words: tuple[str, ...]) -> None:
    result = filled.run(*words)
    assert result.status == 2
    assert result.out == ""
    assert result.err


def test_near_format_is_suggested(filled: Project) -> None:
    assert "html" in filled.run("build", "--format", "htm").err


def test_standard_input(project: Project) -> None:
    """- 读标准输入；建出的文件叫 stdin。"""
    assert project.run("check", "-", typed=GOOD.encode()).status == 0
    result = project.run("check", "-", "--output-format", "json", typed=BAD.encode())
    assert result.status == 1
    assert json.loads(result.out)["diagnostics"][0]["file"] == "-"
    assert project.run("build", "-", typed=GOOD.encode()).status == 0
    assert project.outputs() == ["2026/stdin.html", "2026/stdin.json"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\x00", GOOD.encode("utf-16"), b"\x89PNG\r\n", b"# x"])
def test_odd_input(project: Project, data: bytes) -> None:
    assert project.run("check", "-", typed=data).status in (0, 1)
    assert project.run("build", "-", typed=data).status in (0, 1)


def test_wrong_settings(filled: Project) -> None:
    """goaldsl.toml 写错：指到行列，退出码 1。"""
    filled.write("goaldsl.toml", 'form = "芷江线"\n')
    result = filled.run("check", "--output-format", "concise")
    assert result.status == 1
    assert "goaldsl.toml:1:" in result.out


def test_two_sources_for_one_output(filled: Project) -> None:
    assert filled.run("build", "--format", "json").status == 0
    filled.write("goals/2026/某某局.json", (filled.root / "out/2026/某某局.json").read_bytes())
    result = filled.run("build", "goals/2026/某某局.goal", "goals/2026/某某局.json")
    assert result.status == 1
    assert "GX103" in result.err


def test_all_formats_go_to_standard_output(project: Project) -> None:
    """给程序看的写标准输出，别的写标准错误。"""
    project.write("goals/2026/坏.goal", BAD)
    for form in ("json", "sarif", "gitlab"):
        result = project.run("check", "--output-format", form)
        assert result.status == 1
        json.loads(result.out)
    assert project.run("build").out == ""


def test_english(project: Project) -> None:
    project.write("goals/2026/坏.goal", BAD)
    assert "did you mean" in project.run("check", "--lang", "en").out


def test_old_outputs_of_a_failing_file_disappear(filled: Project) -> None:
    """一份表坏了，上次生成的就不再留着装作是新的；别人的不动。"""
    filled.write("goals/2026/别的局.goal", GOOD)
    assert filled.run("build").status == 0
    filled.write("goals/2026/某某局.goal", BAD)
    assert filled.run("build").status == 1
    assert filled.outputs() == ["2026/别的局.html", "2026/别的局.json"]


def test_nothing_half_written(filled: Project) -> None:
    """没有临时文件留下。"""
    filled.run("build")
    assert [path.name for path in filled.root.rglob("*.tmp")] == []


def test_new_project_builds(project: Project, tmp_path: Path) -> None:
    """init 建的项目直接能出表；已有的文件不动。"""
    folder = tmp_path / "新项目"
    assert project.run("init", str(folder), "--year", "2026").status == 0
    before = (folder / "goals/2026/某某局.goal").read_bytes()
    assert project.run("init", str(folder), "--year", "2026").status == 0
    assert (folder / "goals/2026/某某局.goal").read_bytes() == before
    assert project.run("build", str(folder / "goals"), "--format", "html,json").status == 0
    assert (folder / "out/2026/某某局.html").exists()


def test_every_code_is_explained(project: Project) -> None:
    """代码和短名都能查；一个短名有几个代码的，每个都说。"""
    listed = project.run("explain")
    assert listed.status == 0
    pages: dict[str, list[str]] = {}
    for line in listed.out.splitlines():
        code, slug = line.split()[:2]
        page = project.run("explain", code).out
        assert page.startswith(f"# {code} ")
        pages.setdefault(slug, []).append(page)
    assert any(len(each) > 1 for each in pages.values())
    for slug, each in pages.items():
        assert project.run("explain", slug).out == "\n".join(each)


def test_machine_without_pango(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """做不了 PDF 的机器：网页和交换文件照写，一条诊断说明装什么，退出码 2。"""

    def missing() -> None:
        raise EngineUnavailable(Finding(codes.NO_PANGO, NOWHERE, Message("没有排版库", "no Pango")))

    monkeypatch.setattr(engine, "weasyprint", missing)
    filled.write("goals/2026/别的局.goal", GOOD)
    filled.write("out/2026/某某局.pdf", b"%PDF-1.7 of last week")
    result = filled.run("build", "--format", "html,pdf,json")
    assert result.status == 2  # and the old PDF does not pass for a new one
    assert filled.outputs() == [
        "2026/别的局.html",
        "2026/别的局.json",
        "2026/某某局.html",
        "2026/某某局.json",
    ]
    assert result.err.count("没有排版库") == 1


ODD = {
    "空": b"",
    "只有注释": "# 注释".encode(),
    "只有标记": b"\xef\xbb\xbf",
    "图": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "零字节": "部门 某局\x00\n".encode(),
    "单个代理项": b"\xed\xb2\x80",
    "西文": "Résumé: élève".encode("latin-1"),
    "宽": GOOD.encode("utf-16"),
    "宽无标记": GOOD.encode("utf-16-le"),
    "国标": GOOD.encode("gb18030"),
    "长名": ("数量指标 " + "甲" * 200_000 + " >= 3 篇 分值 10\n").encode(),
    "缩进": "\n".join(" " * (number * 7 % 90) + "甲 乙" for number in range(500)).encode(),
    "坏行": (BAD * 300).encode(),
    "步长": "数量指标 甲 >= 0 篇 分值 0 赋分 每0%扣0\n".encode(),
}


@pytest.mark.parametrize("command", ["check", "build"])
def test_odd_files_in_one_run(filled: Project, command: str) -> None:
    """怪文件各报各的，一份好表照样检查、照样写出。"""
    for name, data in ODD.items():
        filled.write(f"goals/2026/{name}.goal", data)
    before = digests(filled.root / "goals")
    result = filled.run(command)
    assert result.status == 1
    assert "Traceback" not in result.out + result.err
    assert digests(filled.root / "goals") == before
    if command == "build":
        assert {"2026/某某局.html", "2026/国标.html", "2026/宽.json"} <= set(filled.outputs())
        assert "2026/图.html" not in filled.outputs()


def test_every_command_survives_odd_files(filled: Project) -> None:
    """各种结果格式遇到怪文件也写得出来。"""
    for name, data in ODD.items():
        filled.write(f"goals/2026/{name}.goal", data)
    for form in ("full", "concise", "json", "github", "gitlab", "junit", "sarif"):
        result = filled.run("check", "--output-format", form)
        assert (result.status, bool(result.out)) == (1, True)


def test_progress_on_a_terminal_only(filled: Project) -> None:
    """看着屏幕的人看得到进度；管道里没有。"""
    for number in range(60):
        filled.write(f"goals/2026/{number}.goal", GOOD)
    master, slave = os.openpty()
    seen = bytearray()
    reader = threading.Thread(target=lambda: seen.extend(_drained(master)))
    reader.start()
    arguments = [sys.executable, "-m", "goaldsl", "build", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    run = subprocess.run(
        arguments, cwd=filled.root, stderr=slave, stdout=slave, env=environment, timeout=60, check=False
    )
    os.close(slave)
    reader.join(timeout=10)
    os.close(master)
    assert run.returncode == 0
    assert "检查" in seen.decode("utf-8", "replace")
    assert "检查 " not in filled.run("build", "--format", "json").err


def _drained(descriptor: int) -> bytes:
    """Everything a terminal shows until its program has gone."""
    found = b""
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:
            return found
        if not part:
            return found
        found += part
