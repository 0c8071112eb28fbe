"""命令的承诺：启动轻、不联网、同样的输入同样的输出、公开版遮住电话、textX 认得本语言。"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.running import GOOD, ROOT, Project, digests, process

GOALS = ROOT / "goals"
HEAVY = ("weasyprint", "lxml", "openpyxl", "docx", "fontTools", "PIL", "jsonschema", "asyncio", "requests")
PRINT_MODULES = (
    "import atexit, sys\natexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
)
NO_NETWORK = """
import socket
def refuse(*_, **__):
    raise RuntimeError("不许联网")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
"""
# Numbers that nobody has, put together here so that no whole number stands in the tree.
MOBILE, OTHER_MOBILE, LANDLINE = "137" + "00001640", "139" + "12345678", "682" + "1640"
WITH_PHONES = (
    GOOD
    + f"""  备注 联系 {MOBILE}
填表人 张某某
联系电话 0745-{LANDLINE}
单位负责人 李某某 {OTHER_MOBILE}
"""
)


def loaded(*words: str) -> set[str]:
    run = process(*words, code=PRINT_MODULES)
    assert b"Traceback" not in run.stderr
    return {name.partition(".")[0] for name in run.stderr.decode().splitlines()}


def test_check_is_light() -> None:
    """check 不装载排版和办公文件的程序库，也不装载 rich。"""
    assert not loaded("check", "goals/2026") & {*HEAVY, "rich"}


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("explain", "GS001")])
def test_start_is_light(words: tuple[str, ...]) -> None:
    assert not loaded(*words) & {*HEAVY, "rich"}


def test_build_without_pdf_is_light(tmp_path: Path) -> None:
    assert not loaded("build", "goals/2026", "--format", "html,json", "-o", str(tmp_path)) & {
        "weasyprint",
        "rich",
    }


def test_no_network(tmp_path: Path) -> None:
    run = process(
        "build",
        "goals/2026/县委办公室.goal",
        "--format",
        "html,pdf,json",
        "-o",
        str(tmp_path),
        code=NO_NETWORK,
    )
    assert (run.returncode, "不许联网" in run.stderr.decode()) == (0, False)
    assert len(list(tmp_path.rglob("*.*"))) == 3
    assert process("check", "goals", code=NO_NETWORK).returncode == 0


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """两个进程，不同的散列种子、语言环境和时区，逐字节相同。"""
    found = []
    for seed, zone, name in (("0", "UTC", "一"), ("4711", "Asia/Shanghai", "二")):
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C" if seed == "0" else "C.UTF-8"}
        run = process("build", "goals", "--format", "html,json", "-o", str(tmp_path / name), env=env)
        assert run.returncode == 0, run.stderr.decode()
        found.append(digests(tmp_path / name))
    assert found[0] == found[1]
    assert len(found[0]) == 8


@pytest.mark.parametrize("path", sorted(GOALS.glob("*/*.goal")), ids=lambda path: path.stem)
def test_published_file_makes_the_same_table(path: Path, project: Project) -> None:
    """从交换文件再生成，HTML 逐字节相同，交换文件除来源外也相同。"""
    project.write(f"goals/{path.parent.name}/{path.name}", path.read_bytes())
    assert project.run("build").status == 0
    html = project.root / f"out/{path.parent.name}/{path.stem}.html"
    first = html.read_bytes()
    published = project.write(
        f"交换/{path.parent.name}/{path.stem}.json", html.with_suffix(".json").read_bytes()
    )
    assert project.run("build", str(published), "-o", "再").status == 0
    again = next((project.root / "再").rglob("*.html"))
    assert again.read_bytes() == first
    old, new = (json.loads(each.read_bytes()) for each in (published, again.with_suffix(".json")))
    for document in (old, new):
        del document["source"], document["generator"]
        for row in document["declaration"]["indicators"]:
            row.pop("location", None)
    assert old == new


def test_public_edition(project: Project) -> None:
    """公开版：网页、PDF、交换文件里都没有完整的电话号码。"""
    project.write("goals/2026/某某局.goal", WITH_PHONES)
    assert project.run("build", "--public", "--format", "html,pdf,json").status == 0
    texts = {
        "html": (project.root / "out/2026/某某局.html").read_text("utf-8"),
        "json": (project.root / "out/2026/某某局.json").read_text("utf-8"),
    }
    reader = PdfReader(io.BytesIO((project.root / "out/2026/某某局.pdf").read_bytes()))
    texts["pdf"] = "".join(page.extract_text() for page in reader.pages)
    texts["附件"] = "".join(content.decode() for files in reader.attachments.values() for content in files)
    for text in ("".join(text.split()) for text in texts.values()):  # a narrow column breaks a number
        assert not [number for number in (MOBILE, LANDLINE, OTHER_MOBILE) if number in text]
        assert "137****1640" in text
        assert "139****5678" in text
    assert project.run("build", "--format", "json").status == 0
    assert OTHER_MOBILE in (project.root / "out/2026/某某局.json").read_text("utf-8")


def test_textx_knows_the_language(tmp_path: Path) -> None:
    """`textx check` 认得 .goal 文件；写错的指到行列。"""
    textx = [sys.executable, "-c", "from textx.cli import textx; textx()", "check"]
    files = [str(path) for path in sorted(GOALS.glob("*/*.goal"))]
    right = subprocess.run([*textx, *files], capture_output=True, timeout=60, check=False)
    assert right.returncode == 0, right.stderr.decode()
    wrong = tmp_path / "坏.goal"
    wrong.write_text("部门 某局\n数量指标 甲 >= 3 篇 分直 10\n", "utf-8")
    failed = subprocess.run([*textx, str(wrong)], capture_output=True, timeout=60, check=False)
    assert failed.returncode == 1
    assert "坏.goal:2:15" in (failed.stdout + failed.stderr).decode()
