"""同一个数，无论用哪种减号、全角还是半角打进来，在申报表、实际值、自定单位、数据交换文件里都读成同一个数。"""

from __future__ import annotations

from decimal import Decimal

import pytest

from goaldsl.actuals.questions import FormQuestion, Kind
from goaldsl.actuals.values import Limits, read_value
from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.catalog.spelling import folded
from goaldsl.compiler import Compiler
from goaldsl.emit.declaration import document
from goaldsl.model.actuals import Reported
from goaldsl.model.place import NOWHERE
from goaldsl.model.target import QuantityTarget
from goaldsl.published.declaration import encode
from goaldsl.scoring.function.question import Asked, Question
from goaldsl.service.answers import answer
from goaldsl.width import HALF_WIDTH, figures, half_width

MINUS_ONE = ["-1", "−1", "－1", "﹣1", "－１", "−１", "⁻１"]
COMPILER = Compiler(load(), Defaults(), frozenset())


def target(name: str, text: str) -> QuantityTarget:
    declaration = COMPILER.compile(name, text.encode()).declaration
    assert declaration is not None
    found = declaration.indicators[0].target
    assert isinstance(found, QuantityTarget)
    return found


@pytest.mark.parametrize("typed", MINUS_ONE)
def test_in_a_goal(typed: str) -> None:
    """申报表里。"""
    assert target("某局.goal", f"部门 某局\n年度 2026\n数量指标 增长率 >= {typed} ％\n").amount == -1


@pytest.mark.parametrize("typed", MINUS_ONE)
def test_in_actual_values(typed: str) -> None:
    """实际值文件里，命令行上。"""
    unit = load().unit("%")
    question = FormQuestion(Reported.VALUE, "实际完成值", "value", Kind.NUMBER, unit=unit, unit_text="%")
    outcome = read_value(f"{typed}％", question, NOWHERE, load().unit, Limits())
    assert outcome.answer is not None and outcome.answer.value == Decimal(-1)
    assert answer(f"{typed}　％", Question(Asked.AMOUNT, "实际值", unit=unit), load().unit) == -1


@pytest.mark.parametrize("typed", MINUS_ONE)
def test_in_published_data(typed: str) -> None:
    """数据交换文件里的数；印出的字一个不动。"""
    text = "部门 某局\n年度 2026\n数量指标 增长率 >= -1 %\n"
    compiled = COMPILER.compile("某局.goal", text.encode())
    assert compiled.declaration is not None
    data = (
        encode(document(compiled.declaration, load(), "0"))
        .decode()
        .replace('"amount": "-1"', f'"amount": "{typed}"')
    )
    found = target("某局.json", data)
    assert found.amount == -1 and found.amount_text == "-1"


@pytest.mark.parametrize("typed", MINUS_ONE)
def test_in_a_name_looked_up(typed: str) -> None:
    """查单位、查表样的名称时。"""
    assert folded(f"{typed}℃") == folded("-1℃")


def test_one_for_one() -> None:
    """一个字对一个字，位置不变；读两遍同一遍。"""
    for full, half in HALF_WIDTH.items():
        assert len(chr(half)) == 1 and half not in HALF_WIDTH and half_width(chr(full)) == chr(half)
    assert figures("（３．０％，－１）") == "（3.0%，-1）"
