"""`.goal` 是什么意思：本目录各页 Markdown 的案例逐个核对。

一个案例是一个 ```` ```goal ```` 块和后面的列表：先是读成的各栏各行（指标行依次是分类、名称、表上印的各格、方向），
`✗` 开头的是报出的问题。用 `pytest --update-snapshots` 重写列表，再用 git diff 核对。
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bind.reading import bound, reading, reported
from tests.parse.cases import Case, cases, updated
from tests.snapshots import Snapshots

HERE = Path(__file__).parent
CASES = cases(HERE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.page.stem}-{case.title}")
def test_case(case: Case, snapshots: Snapshots) -> None:
    """读成的意思和报出的问题，一条不多、一条不少。"""
    declaration, findings = bound(case.text)
    lines = [*reading(declaration), *(f"✗ {line}" for line in reported(case.text, findings))]
    if snapshots.updating:
        snapshots.rewrite(case.page, updated(case, lines))
    else:
        assert lines == case.expected


def test_every_block_is_a_case() -> None:
    """页面里的代码块没有漏掉的。"""
    assert len(CASES) == sum(page.read_text("utf-8").count("\n```goal\n") for page in HERE.glob("*.md")) > 20
