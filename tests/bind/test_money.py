"""金额：写了单位的按单位；没有写的看栏目名称里的单位，再没有就是万元。"""

from __future__ import annotations

from decimal import Decimal

import pytest

from goaldsl.bind.money import AmountUnits, money
from goaldsl.catalog import load
from goaldsl.model.declaration import UnitSaid
from goaldsl.model.form import FieldSpec, FieldType, Place


@pytest.mark.parametrize(
    ("label", "typed", "yuan"),
    [
        ("年度资金总额", "814.87", "8148700"),
        ("年度资金总额", "814.87万元", "8148700"),
        ("年度资金总额", "814.87 元", "814.87"),
        ("年度资金总额", "3,309,840.00元", "3309840.00"),
        ("年度资金总额", "2 亿元", "200000000"),
        ("年度资金总额", "250万", "2500000"),
        ("年度资金总额（元）", "814.87", "814.87"),
        ("年度资金总额（万元）", "814.87", "8148700"),
        ("年度资金总额(元)", "2 万元", "20000"),
        ("年度资金总额", "￥814.87万元", "8148700"),
        ("年度资金总额", "人民币三百二十万元", "3200000"),
        ("年度资金总额", "854万（其中示范建设295万元）", "8540000"),
        ("年度资金总额", "854万854万", None),
        ("年度资金总额", "300~500万元", None),
        ("年度资金总额", "3 次", None),
        ("年度资金总额", "若干", None),
    ],
)
def test_unit_of_an_amount(label: str, typed: str, yuan: str | None) -> None:
    spec = FieldSpec(
        key="budget", label=label, names=(label,), type=FieldType.MONEY, place=Place.HEADER, row=1
    )
    read = money(typed, spec, label, AmountUnits(None, None), load())
    assert (read.yuan if read else None) == (None if yuan is None else Decimal(yuan))


@pytest.mark.parametrize(
    ("typed_label", "stated", "amount", "yuan", "said"),
    [
        ("年度资金总额", None, "814.87", "8148700", UnitSaid.FORM),
        ("年度资金总额（万元）", None, "814.87", "8148700", UnitSaid.FORM),
        ("年度资金总额（元）", None, "814.87", "814.87", UnitSaid.LABEL),
        ("年度资金总额", "元", "814.87", "814.87", UnitSaid.FIELD),
        ("年度资金总额（亿元）", "元", "2", "200000000", UnitSaid.LABEL),
        ("年度资金总额（亿元）", "元", "2 万元", "20000", UnitSaid.AMOUNT),
    ],
)
def test_who_says_the_unit(
    typed_label: str, stated: str | None, amount: str, yuan: str, said: UnitSaid
) -> None:
    """表上印万元：先看金额自己写的单位，再看照写的栏目名称，再看“金额单位”，最后才是表上印的。"""
    catalog = load()
    label = "年度资金总额（万元）"
    spec = FieldSpec(
        key="budget", label=label, names=(label,), type=FieldType.MONEY, place=Place.HEADER, row=1
    )
    units = AmountUnits(catalog.unit(stated) if stated else None, catalog.unit("万元"))
    read = money(amount, spec, typed_label, units, catalog)
    assert read is not None
    assert (read.yuan, read.said) == (Decimal(yuan), said)
