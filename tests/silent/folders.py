"""Cases of files and commands (怎样写.md): a folder is laid out as described, the commands are run, and what they left is held."""

from __future__ import annotations

import os
import re
import shlex
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from goaldsl.project.bounded import LIMIT
from tests.cli.running import Project, Result

FOLDER = Path(__file__).parent
_BLOCK = re.compile(
    r"^```(?P<kind>文件|摆放|填表|命令) *(?P<name>\S*)\n(?P<text>.*?)^```\n", re.DOTALL | re.MULTILINE
)
_SECTION = re.compile(r"^## (?P<title>.+?)\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"^- (.+)$", re.MULTILINE)
_NUMBERS = {  # no whole number stands in the tree
    "〔电话〕": "137" + "0000" + "1640",
    "〔大数〕": "138" + "0000" + "0000",  # an amount as long as a telephone number
}


def _written_out(text: str) -> str:
    for word, number in _NUMBERS.items():
        text = text.replace(word, number)
    return text


@dataclass(frozen=True)
class FolderCase:
    """What lies in a folder, the commands run in it, and what must come of it."""

    name: str
    blocks: tuple[tuple[str, str, str], ...]
    expected: tuple[str, ...]


def folder_cases() -> Iterator[FolderCase]:
    """The sections with commands, of every file."""
    for file in sorted(FOLDER.glob("*.md")):
        for match in _SECTION.finditer(file.read_text(encoding="utf-8")):
            blocks = tuple(
                (each["kind"], each["name"], each["text"]) for each in _BLOCK.finditer(match["body"])
            )
            if any(kind == "命令" for kind, _, _ in blocks):
                expected = tuple(_ITEM.findall(_BLOCK.sub("", match["body"])))
                assert expected, f"{file.stem} {match['title']} 没有写应当怎样"
                yield FolderCase(f"{file.stem}：{match['title']}", blocks, expected)


def run(case: FolderCase, project: Project) -> Result:
    """Lays out the folder and runs the commands in order; the last one's status, the words of all."""
    project.write("goaldsl.toml", "")
    said = ""
    status = 0
    for kind, name, text in case.blocks:
        if kind == "文件":
            project.write(name, _written_out(text))
        elif kind == "摆放":
            for line in text.splitlines():
                _place(project, *line.split())
        elif kind == "填表":
            _fill(project.root / name, text)
        else:
            for line in text.splitlines():
                word, *words = shlex.split(line)
                assert word == "goaldsl"
                done = project.run(*words)
                status, said = done.status, said + done.out + done.err
    return Result(status, said, "")


def _place(project: Project, kind: str, name: str, what: str = "") -> None:
    """What no text can describe: 管道, 大文件, 链接, 空格表, 旧名."""
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "管道":
        if not hasattr(os, "mkfifo"):
            pytest.skip("这台机器没有管道文件")
        os.mkfifo(path)
    elif kind == "大文件":
        with path.open("wb") as file:
            file.truncate(LIMIT + 1)
    elif kind == "链接":
        path.symlink_to(project.root / what)
    elif kind == "空格表":
        _blanks(path, int(what.removesuffix("MB")))
    else:
        assert kind == "GBK名", f"读不懂“摆放 {kind}”"
        source = project.root / what
        try:
            (Path(os.fsdecode(os.fsencode(path.parent) + b"/" + path.name.encode("gbk")))).write_bytes(
                source.read_bytes()
            )
        except OSError:
            pytest.skip("这台机器的文件名只能是 UTF-8")


def _fill(path: Path, text: str) -> None:
    """Fills in a sheet that `goaldsl actuals --format xlsx` wrote: 项目, 填什么, 填的值, 显示格式; or a cell by its name."""
    book = load_workbook(path)
    sheet = book.active
    for line in text.splitlines()[2:]:
        item, key, value, shown = (cell.strip() for cell in line.strip().strip("|").split("|"))
        cell = sheet[item] if not key else None
        for row in sheet.iter_rows(max_row=400, max_col=4):
            if key and row[1].value == item and row[2].value == key:
                cell = row[3]
        assert cell is not None, f"表里没有“{item}”“{key}”"
        cell.value = float(value) if re.fullmatch(r"-?\d+(\.\d+)?", value) else value
        if shown:
            cell.number_format = shown
    book.save(path)


def _blanks(path: Path, size: int) -> None:
    """A workbook whose one sheet is megabytes of blanks."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b" " * (size * 1024 * 1024))
    path.write_bytes(buffer.getvalue())


def hold(case: FolderCase, project: Project, done: Result) -> None:
    """Each line of what must have come of it."""
    for line in case.expected:
        word, _, rest = line.partition(" ")
        if word == "退出":
            assert done.status == int(rest), done.out
        elif word in ("说", "不说"):
            assert (rest in done.out) is (word == "说"), done.out
        elif word in ("有", "没有"):
            assert (project.root / rest).exists() is (word == "有"), project.outputs()
        elif word in ("写着", "没写"):
            name, _, part = rest.partition("：")
            text = (project.root / name).read_text(encoding="utf-8")
            assert (_written_out(part) in text) is (word == "写着"), text
        else:
            raise AssertionError(f"{case.name} 读不懂“{line}”，写法见 怎样写.md")
