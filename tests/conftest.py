"""What every test may use: `snapshot` compares a text with a file beside the test.

`pytest --update-snapshots` writes the files anew; then `git diff` shows what changed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
