"""交换文件里的金额：精确到元；`fields` 是表上印的，`as_printed` 是填报人写的；读回来印同一张表。"""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from goaldsl.forms import lay_out
from tests.interchange.declarations import again, declared, published

HEAD = "年度 2026\n表样 项目\n项目名称 堤防加固\n主管部门 某局\n"


@pytest.mark.parametrize(
    ("lines", "typed", "shown"),
    [
        ("年度资金总额 3,309,840.00\n金额单位 元\n", "3,309,840.00", "330.984"),
        ("年度资金总额（元） 3,309,840.00\n", "3,309,840.00元", "330.984"),
        ("年度资金总额 3,309,840.00 元\n", "3,309,840.00 元", "330.984"),
        ("年度资金总额 330.9840 万元\n", "330.9840 万元", "330.9840"),
    ],
)
def test_amount_as_typed_and_as_printed(lines: str, typed: str, shown: str) -> None:
    text = HEAD + lines + lines.splitlines()[0].replace("年度资金总额", "其中：财政拨款") + "\n"
    declaration = declared(text)
    data = published(declaration)
    document = json.loads(data)["declaration"]
    budget = document["unit"]["budget"]
    assert (budget["text"], Decimal(budget["yuan"])) == (typed, Decimal(3309840))
    assert document["fields"]["其中：财政拨款"] == shown
    assert document["as_printed"] == {"年度资金总额（万元）": typed, "其中：财政拨款": typed}
    assert lay_out(again(data)) == lay_out(declaration)
    assert published(again(data), path=None) == published(declaration, path=None)


def test_unread_amount_is_kept() -> None:
    document = json.loads(published(declared(HEAD + "年度资金总额 约 300 万元\n")))["declaration"]
    assert document["unit"]["budget"] is None
    assert document["fields"]["年度资金总额（万元）"] == "约 300 万元"
