"""Runs commands the way a person does: in this process for speed, or in one of their own."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from goaldsl.cli.app import app

ROOT = Path(__file__).parent.parent.parent
GOOD = """部门 某某局
年度 2026
数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
  解释 当年完成并印发的调研报告篇数
"""
BAD = "部门 某某局\n年度 2026\n数量指标 调研报告完成篇数 >= 3 篇 分直 10\n"


class Result(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


class Project(NamedTuple):
    """A folder with declarations, and the commands run in it."""

    root: Path
    patch: pytest.MonkeyPatch

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *words: str, typed: bytes = b"") -> Result:
        self.patch.chdir(self.root)
        result = CliRunner().invoke(app, list(words), input=typed, catch_exceptions=False)
        return Result(result.exit_code, result.stdout, result.stderr)

    def outputs(self) -> list[str]:
        folder = self.root / "out"
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def process(
    *words: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None, code: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """`goaldsl …` in a process of its own; `code` runs before it."""
    script = (
        f"{code}\nimport sys\nsys.argv = ['goaldsl', *sys.argv[1:]]\nfrom goaldsl.cli import main\nmain()"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
