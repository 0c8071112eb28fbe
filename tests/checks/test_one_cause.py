"""一个原因一条消息：把一份好好的表改坏一处，只多出该有的那一条（案例在“一个原因.md”）。"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Preset
from goaldsl.service.codes import known_codes

PAGE = (Path(__file__).parent / "一个原因" / "案例.md").read_text("utf-8")
FORM = re.search(r"^```goal\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[1]  # type: ignore[index]
_CASE = re.compile(
    r"^## (?P<title>.+)\n\n(?:.+\n\n)*?- 原来：(?P<old>.*)\n- 写成：(?P<new>.*)\n- 多出：(?P<codes>.*)$",
    re.MULTILINE,
)


class Case(NamedTuple):
    """What is written instead of a piece of the form (“；” parts lines), and the codes that come of it."""

    title: str
    old: str
    new: str
    codes: tuple[str, ...]


def _text(words: str) -> str:
    return words.strip("`").replace("⏎", "\n")


CASES = [
    Case(match["title"], _text(match["old"]), _text(match["new"]), tuple(match["codes"].split("、")))
    for match in _CASE.finditer(PAGE)
]


def found(text: str) -> Counter[str]:
    compiler = Compiler(load(), Defaults(preset=Preset.REVIEW), known_codes())
    return Counter(
        each.finding.code.code for each in compiler.compile("某局.goal", text.encode()).diagnostics
    )


@cache
def before() -> Counter[str]:
    return found(FORM)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_one_cause_one_message(case: Case) -> None:
    """改坏一处，多出的恰好是这些。"""
    assert FORM.count(case.old) == 1, f"表里没有（或不止一处）“{case.old}”"
    more = found(FORM.replace(case.old, case.new)) - before()
    assert sorted(more.elements()) == sorted(case.codes)


def test_the_form_is_sound() -> None:
    """底本没有强制性的问题。"""
    compiler = Compiler(load(), Defaults(preset=Preset.REVIEW), known_codes())
    assert not compiler.compile("某局.goal", FORM.encode()).failed
    assert len(CASES) == PAGE.count("\n## ") - 1
