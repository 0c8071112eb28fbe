"""《对比与审核》里的终端输出是真的：与程序对同一段历史写出的一字不差。"""

from __future__ import annotations

import re
from pathlib import Path

from goaldsl.report.changes import terminal
from tests.conftest import Snapshot
from tests.diff.history.repository import make
from tests.diff.history.verdicts import report

GUIDE = Path(__file__).parent.parent.parent / "grammar/guide/对比与审核.md"


def test_output_in_the_guide_is_real(tmp_path: Path, snapshot: Snapshot) -> None:
    """--update-snapshots 重写这一段。"""
    make(tmp_path)
    shown = terminal.render(report(tmp_path, "2025", "2026"), width=110)
    text = GUIDE.read_text("utf-8")
    assert "```text\n" in text
    block = re.compile(r"```text\n.*?```", re.DOTALL)
    snapshot(GUIDE, block.sub(lambda _: f"```text\n{shown}```", text, count=1))


def test_pictures_are_there() -> None:
    """引用的图都在。"""
    for name in re.findall(r"\]\((pictures/[^)]+)\)", GUIDE.read_text("utf-8")):
        assert (GUIDE.parent / name).stat().st_size > 5_000
