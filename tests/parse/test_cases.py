"""`.goal` 怎样读：本目录各页 Markdown 的案例逐个核对。

一个案例是一个 ```` ```goal ```` 块和后面的列表：一条语句一行，写明读成了什么；`✗` 开头的是报出的问题，
`行:列 “被指出的字词” 代码 消息（提示）`。用 `pytest --update-snapshots` 重写列表，再用 git diff 核对。
"""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.parse.escapes import MARK
from tests.parse.cases import Case, cases, updated
from tests.parse.reading import parsed, reading, reported
from tests.snapshots import Snapshots

HERE = Path(__file__).parent
CASES = cases(HERE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.page.stem}-{case.title}")
def test_case(case: Case, snapshots: Snapshots) -> None:
    """读成的语句和报出的问题，一条不多、一条不少。"""
    syntax = parsed(case.text)
    lines = [line.replace("\n", "⏎").replace(MARK, "⧵") for line in reading(syntax)] + [
        f"✗ {line}" for line in reported(syntax)
    ]
    if snapshots.updating:
        snapshots.rewrite(case.page, updated(case, lines))
    else:
        assert lines == case.expected


def test_every_block_is_a_case() -> None:
    """页面里的代码块没有漏掉的。"""
    blocks = sum(page.read_text("utf-8").count("\n```goal\n") for page in HERE.glob("*.md"))
    assert len(CASES) == blocks > 50
