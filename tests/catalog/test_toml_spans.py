"""配置里每个键和值的位置。"""

from __future__ import annotations

import tomllib

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.catalog.toml_scanner import entry_spans
from goaldsl.catalog.toml_spans import Path, Spans

VALUES = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=10,
)


def test_every_way_to_write_a_value() -> None:
    """表头、点分键、行内表、多行字符串、数组表。"""
    text = '''a.b = 1 # 注
"c d" = """多
行"""
list = [ 1, "二", # 注
  { x = 3 } ]
[t."键"]
y = 'z'
[[u]]
n = 1
[[u]]
n = 2
[u.sub]
m = 2026-01-01
'''
    spans = entry_spans(text)

    def at(*path: str | int) -> tuple[str, str]:
        key, value = spans[path]
        return text[key.start : key.end], text[value.start : value.end]

    assert at("a", "b") == ("b", "1")
    assert at("c d") == ('"c d"', '"""多\n行"""')
    assert at("list", 1) == ('"二"', '"二"')
    assert at("list", 2, "x") == ("x", "3")
    assert at("t", "键", "y") == ("y", "'z'")
    assert at("u", 1, "n") == ("n", "2")
    assert at("u", 1, "sub", "m") == ("m", "2026-01-01")
    assert at("u", 0) == ("u", "u")


def test_the_nearest_table() -> None:
    """没有写的键，指到它所在的表。"""
    text = "[check]\nstrict = true\n"
    assert Spans(text).nearest(("check", "absent")).key == (1, 6)


@given(st.dictionaries(st.text(max_size=6), VALUES, max_size=5))
def test_spans_cut_out_the_values(tables: dict[str, object]) -> None:
    """照位置切出来的文字，正是那个键的值。"""
    text = tomli_w.dumps(tables)
    spans = entry_spans(text)
    parsed = tomllib.loads(text)
    for path, value in leaves(parsed):
        assert path in spans
        start, end = spans[path].value
        assert tomllib.loads(f"v = {text[start:end]}")["v"] == value


def leaves(value: object, path: Path = ()) -> list[tuple[Path, object]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, item in enumerate(value) for leaf in leaves(item, (*path, number))]
    return [(path, value)]


@given(st.text(alphabet="[]{}=\"'#\n.,ab=1 \\", max_size=60))
def test_any_text_is_scanned(text: str) -> None:
    """不合写法的文字也走得到头。"""
    for key, value in entry_spans(text).values():
        assert 0 <= key.start <= key.end <= len(text) and 0 <= value.start <= value.end <= len(text)
