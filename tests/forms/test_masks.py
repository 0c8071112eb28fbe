"""公开件：身份证号、电话号码遮住中间；年份、文号、金额不动。"""

from __future__ import annotations

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.forms import masked
from goaldsl.forms.public import mask

MOBILE = "137" + "0000" + "1640"
IDENTITY = "431228" + "19900101" + "123"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (MOBILE, "137****1640"),
        (f"电话{MOBILE}。", "电话137****1640。"),
        (f"{IDENTITY}4", "431228***********4"),
        (f"{IDENTITY}X", "431228***********X"),
        (f"{IDENTITY}x", "431228***********x"),
        ("财预〔2020〕10号", "财预〔2020〕10号"),
        ("2026年12月31日前", "2026年12月31日前"),
        ("总投资1380000元", "总投资1380000元"),
        ("完成 12345678 份", "完成 12345678 份"),
    ],
)
def test_mask(written: str, shown: str) -> None:
    assert mask(written) == shown


@pytest.mark.parametrize(
    ("typed", "shown"), [("682" + "1640", "***1640"), ("6820" + "1640", "***1640"), ("12345", "12345")]
)
def test_short_numbers_in_the_phone_field(typed: str, shown: str) -> None:
    """没有区号的电话，在“联系电话”一栏里也遮；同样的数字写在别处不遮。"""
    text = f"部门 某局\n年度 2026\n表样 芷江\n联系电话 {typed}\n数量指标 发放数 >= {typed} 份\n  解释 共{typed}份\n"
    compiled = Compiler(load(), Defaults(), frozenset()).compile("某局.goal", text.encode())
    assert compiled.declaration is not None
    public = masked(compiled.declaration)
    phone = public.field("phone")
    assert phone is not None
    assert phone.text.value.endswith(shown.lstrip("*")) and (typed in phone.text.value) == (shown == typed)
    (indicator,) = public.indicators
    assert (indicator.printed.value, indicator.printed.explanation) == (typed, f"共{typed}份")
