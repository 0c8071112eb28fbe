"""待核：不印，留在交换文件里，读回来一样。"""

from __future__ import annotations

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.emit.declaration import document
from goaldsl.forms import lay_out
from goaldsl.published.declaration import encode

COMPILER = Compiler(load(), Defaults(), frozenset())
HEAD = "部门 某局\n年度 2026\n"
ROW = "数量指标 篇数 >= 3 篇\n"
DOUBTED = HEAD + "待核 年度（第 2 行）：2026\n" + ROW + "  待核 甲（第 7 行）：3 篇\n  unsure 乙\n"


def test_doubts() -> None:
    """表头的和指标的分开记着，印出的表同没有待核时一样，公开的数据里没有。"""
    doubted = COMPILER.compile("某局.goal", DOUBTED.encode()).declaration
    plain = COMPILER.compile("某局.goal", (HEAD + ROW).encode()).declaration
    assert doubted is not None and plain is not None
    assert [each.value for each in doubted.unsure] == ["年度（第 2 行）：2026"]
    assert [each.value for each in doubted.indicators[0].unsure] == ["甲（第 7 行）：3 篇", "乙"]
    assert lay_out(doubted) == lay_out(plain)
    again = COMPILER.compile("某局.json", encode(document(doubted, load(), "0"))).declaration
    assert again is not None and [each.value for each in again.unsure] == ["年度（第 2 行）：2026"]
    assert [each.value for each in again.indicators[0].unsure] == ["甲（第 7 行）：3 篇", "乙"]
    assert b"unsure" not in encode(document(doubted, load(), "0", acceptances=False))
