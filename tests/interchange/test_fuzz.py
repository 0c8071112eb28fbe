"""交换文件里哪一项被改成什么，都只报问题，不出异常；还读得懂的照样印得出来。"""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.emit.declaration import document
from goaldsl.emit.html import render_html
from goaldsl.forms import lay_out, masked
from goaldsl.published import declaration as interchange
from tests.interchange.declarations import FILES, declared, published

REAL = [published(declared(path.read_text("utf-8"))) for path in FILES]
VALUES: list[Any] = [
    None, True, 0, -1, 1.5, 10**40, 99999, "", "甲", "0", "-1", "1" * 40, "0.000000000000000000001", "2026-02-30", "2026-12-31",
    "≥", ">=", "ratio", "sum", "deduct", "manual", "quantity", "\ud800", "\x00", [], {}, [None], {"kind": "ratio"}, {"kind": "sum", "terms": []},
    {"kind": "deduct", "points": "1", "step": {"amount": "0", "unit": "%"}}, {"kind": "grade", "grades": []},
    {"kind": "quantity", "operator": "<=", "amount": "0", "unit": None, "dimension": None}, {"kind": "quality", "word": ""},
    {"kind": "range", "low": "9", "high": "1", "text": "", "unit": "", "dimension": None},
    {"kind": "deadline", "date": "0001-01-01", "precision": "year", "text": ""},
]  # fmt: skip


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container of a document with a key in it."""
    keys = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_value_anywhere(chance: random.Random, edits: int) -> None:
    data = json.loads(chance.choice(REAL))
    for _ in range(edits):
        container, key = chance.choice(places(data))
        if isinstance(container, dict) and chance.random() < 0.2:
            del container[key]
        else:
            container[key] = copy.deepcopy(chance.choice(VALUES))
    text = json.dumps(data, ensure_ascii=chance.random() < 0.5)
    result = Compiler(load(), Defaults(), frozenset()).compile(
        "试.json", text.encode("utf-8", "surrogatepass")
    )
    for diagnostic in result.diagnostics:
        start, end = diagnostic.finding.span
        assert 0 <= start <= end <= len(result.source.text)
    if result.declaration is not None:
        render_html(lay_out(masked(result.declaration)))
        interchange.encode(document(result.declaration, load(), "0", path="试.json"))


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_cut(chance: random.Random) -> None:
    """从中间截断、随处插字。"""
    data = chance.choice(REAL)
    at = chance.randrange(len(data))
    for spoilt in (
        data[:at],
        data[:at] + chance.choice([b"{", b'"', b",", b"\x00", b"\xff", b"1"]) + data[at:],
    ):
        result = Compiler(load(), Defaults(), frozenset()).compile("试.json", spoilt)
        assert result.diagnostics or result.declaration is not None
