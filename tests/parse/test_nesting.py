"""括号套得再深，也是一条诊断，不是崩溃；每一份语法都一样。"""

from __future__ import annotations

from decimal import Decimal

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.model.target import Direction
from goaldsl.scoring.reading import read
from goaldsl.scoring.subject import Subject

COMPILER = Compiler(load(), Defaults(), frozenset())
BODIES = {
    "算式": "赋分 得分=（{open}实际完成值/计划值{close}）*10分",
    "完成率": "赋分 完成率按{open}实际完成值{close}/计划值计算得分。",
    "评分标准": "赋分 按比例\n  评分标准 得分={open}实际完成值{close}/计划值*10分",
    "人工": "赋分 人工 {open}评判{close}",
    "解释": "解释 {open}甲{close}",
    "名称": "对应目标 {open}甲{close}",
}


@pytest.mark.parametrize("depth", [10, 66, 400, 4000])
@pytest.mark.parametrize("brackets", ["()", "（）", "【】"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_deep(body: str, brackets: str, depth: int) -> None:
    """读的句子太深就报，别的文字不管；都不崩溃。"""
    line = body.format(open=brackets[0] * depth, close=brackets[1] * depth)
    text = f"部门 某局\n年度 2026\n数量指标 篇数 >= 3 篇 分值 10\n  {line}\n"
    compiled = COMPILER.compile("某局.goal", text.encode())
    refused = [each for each in compiled.diagnostics if each.finding.code.code == "GS010"]
    assert len(refused) == (depth > 16 and "得分" in body)


def test_the_reader_of_sentences_stands_it() -> None:
    """句子的读者自己也不崩溃（数据交换文件里的句子不经过申报表的语法）。"""
    for depth in (10, 66, 400):
        sentence = "得分=" + "（" * depth + "实际完成值/计划值" + "）" * depth + "*10分"
        row = Subject("篇数", None, Decimal(10), Direction.ASCENDING)
        assert read(sentence, row, load().unit) is not None
