"""命令启动快：不装进用不着的大库。"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import GOOD, process

_LOADED = """
import atexit, json, sys
atexit.register(lambda: sys.stderr.write("\\n" + json.dumps(sorted({name.split(".")[0] for name in sys.modules}))))
"""


@pytest.mark.parametrize(
    "words",
    [
        ("check", "甲.goal"),
        ("build", "--format", "html,json", "甲.goal"),
        ("actuals", "甲.goal", "-o", "-"),
        ("score", "甲.goal"),
        ("rule", "--target", ">= 95 %", "--score", "10", "按比例"),
        ("explain", "GC501"),
        ("--help",),
    ],
    ids=lambda words: words[0],
)
def test_no_command_imports_pydantic(tmp_path: Path, words: tuple[str, ...]) -> None:
    """哪条命令都不装 pydantic（命令行库的新版会装）。"""
    (tmp_path / "甲.goal").write_text(GOOD, encoding="utf-8")
    result = process(*words, cwd=tmp_path, code=_LOADED)
    loaded = json.loads(result.stderr.decode().rpartition("\n")[2])
    assert "typer" in loaded
    assert [name for name in loaded if name.startswith("pydantic")] == []
