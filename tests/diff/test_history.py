"""四份申报表和它们的下一年：结论与人事先写的一致；在真的 git 仓库里。"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.history.repository import make
from tests.diff.history.verdicts import COMPARED, expected, got


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    make(folder)
    return folder


@pytest.mark.parametrize("name", COMPARED)
def test_verdicts(history: Path, name: str) -> None:
    """每一行都对。"""
    assert got(history, name) == expected(name)
