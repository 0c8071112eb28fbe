"""每个代码一页说明，提交的页面与代码里写的一致。"""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

import goaldsl
from goaldsl.cli.pages import folder
from goaldsl.diagnostics import Code
from goaldsl.diff.change import Kind
from goaldsl.report.pages import pages, render_page
from goaldsl.service.codes import all_codes


def test_no_code_is_left_out() -> None:
    """程序里定义的代码都在总表里；代码不重复，短名在一类里不重复。"""
    defined = set()
    for module in pkgutil.walk_packages(goaldsl.__path__, "goaldsl."):
        if not module.name.endswith("__main__"):
            values = vars(import_module(module.name)).values()
            defined |= {value for value in values if isinstance(value, Code)}
            defined |= {value.code for value in values if isinstance(value, Kind)}
    assert {code.code for code in all_codes()} == {code.code for code in defined}
    assert len({(code.code[:2], code.slug) for code in all_codes()}) == len(all_codes())
    assert [code.code for code in all_codes()] == sorted(code.code for code in all_codes())


def test_pages_are_fresh() -> None:
    """提交的页面是最新的；不是就运行 python -m goaldsl.cli.pages。"""
    wanted = pages(all_codes())
    assert {file.name for file in folder().glob("*.md")} == set(wanted)
    stale = [name for name, text in wanted.items() if (folder() / name).read_text(encoding="utf-8") != text]
    assert not stale, f"运行 python -m goaldsl.cli.pages：{stale}"


def test_index_lists_every_code_once() -> None:
    """总表每个代码一行，链接到它的页面。"""
    index = pages(all_codes())["README.md"]
    for code in all_codes():
        assert index.count(f"[{code.code}]({code.code}.md)") == 1


@pytest.mark.parametrize("code", all_codes(), ids=lambda code: code.code)
def test_page_tells_what_a_clerk_asks(code: Code) -> None:
    """一页说清作用、理由、例子、改法和依据，以及三种口径下的级别。"""
    page = render_page(code)
    assert page.startswith(f"# {code.code} {code.title.zh}\n")
    for heading in ("作用", "为什么", "示例", "改法", "依据"):
        assert page.count(f"\n## {heading}\n") == 1, heading
    assert "| 口径 | 草案 | 送审 | 批复 |" in page


def test_english_page_has_english_title_and_headings() -> None:
    """英文页题目、级别和小标题是英文，正文仍是中文。"""
    code = next(code for code in all_codes() if code.code == "GC154")
    page = render_page(code, "en")
    assert page.startswith("# GC154 a gap or a repeat in the numbering\n")
    assert "| Severity | warning | warning | warning |" in page
    assert "## Why" in page and "## 为什么" not in page
