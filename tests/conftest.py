"""What every test may use: `snapshot` compares a text with a file beside the test.

`pytest --update-snapshots` writes the files anew; then `git diff` shows what changed. On a CI server Hypothesis tries
the same examples every time, so that a change is judged by itself and not by luck; at a desk it tries new ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

Snapshot = Callable[[str | Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """`snapshot("expected/full.txt", text)`: the file is beside the test, or at an absolute path."""
    update: bool = request.config.getoption("--update-snapshots")

    def compare(name: str | Path, text: str) -> None:
        path = request.path.parent / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} 还没有：用 pytest --update-snapshots 生成，再用 git diff 核对"
        assert text == path.read_bytes().decode(), f"{path} 与输出不同：核对后用 --update-snapshots 更新"

    return compare
