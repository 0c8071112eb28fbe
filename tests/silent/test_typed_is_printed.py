"""写在名称后面的指标值一个字也不丢：表上印的有写的每一个字，符号（不低于、以上、达到……）换写法除外。

两处都验：随意拼出来的指标值，和库里所有申报表的每一行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.catalog.data import packaged
from goaldsl.compiler import Compiled, Compiler
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import DeadlineTarget
from goaldsl.parse.shadow import cast
from goaldsl.service.codes import known_codes
from tests.score.cases import HEAD

_TESTS = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```goal[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
_CLAUSE = re.compile(
    r"\s+(?:#|(?:分值|权重|赋分|评分|评分标准|标准|解释|备注|score|rule|criterion|中期|半年|上年)[\s:：\d].*)|$"
)
# 不印的：开头的截止、是，和钱的符号（印作元）
_MARK = re.compile(r"^(?:定性|is|截止|截至|by|恰为|exactly|达到?|完成|实现)\s*:?\s*|[￥¥]")
_SIGN = re.compile(r"[<>=≥≤ \t\u3000\xa0:\"\\()]")  # 括号只是写法，里面的字不能丢
_OURS = str.maketrans("", "", "～~-—.")
_BEFORE = ("", ">= ", "<= ", "= ", "不低于", "不超过", "达到", "达到 ", "约", "至少", "共", "￥", "不少于 ")
_NUMBERS = ("3", "95", "1,200", "12.50", "三十", "百分之九十五", "九成", "90～95", "2026年12月31日", "12月底")
_UNITS = ("", "%", "篇", "万元", " 人次", "万元（含税）", "（篇）", "亩次", "%（含）", "元/亩")
_BEHIND = (
    "",
    "以上",
    "及以上",
    "（含）以上",
    "以内",
    "（含）",
    "整",
    "左右",
    "余",
    "起",
    "合格",
    "之间",
    "前",
    "（不含）",
    "(含3)以下",
)


@cache
def _compiled(text: str) -> Compiled:
    return Compiler(load(), Defaults(), known_codes()).compile("案例.goal", text.encode())


def _lost(row: Indicator, typed: str) -> str:
    """What of the typed words neither the name nor the value cells show."""
    printed = row.printed
    shown = _bare(row.name.value + printed.value + printed.unit)
    words = _bare(_without_operators(_MARK.sub("", cast(typed.strip()).text.strip())))
    left = list(shown)
    lost = ""
    for sign in words:
        if sign in left:
            left.remove(sign)
        else:
            lost += sign
    if isinstance(row.target, DeadlineTarget):  # 2026-12-31 印作 2026年12月31日前
        lost = "".join(sign for sign in lost if sign not in "0/")
    return lost


def _bare(words: str) -> str:
    return _SIGN.sub("", cast(words).text).strip().translate(_OURS)


@cache
def _operators() -> tuple[str, ...]:
    lists = packaged("lexicon/operators.toml")
    before = {word for key in ("at_least", "at_most", "more", "less") for word in lists[key]}
    behind = {
        word for key in ("at_least_after", "at_most_after") for word in lists[key] if "含）" not in word
    }
    return tuple(
        sorted((cast(word).text.strip() for word in {*before, *behind, "不得"}), key=len, reverse=True)
    )


def _without_operators(words: str) -> str:
    """The words without those that say an operator, at either end (a note behind stays)."""
    note = re.search(r"\(不?含[^()]*\)$", words)
    kept = note[0] if note else ""
    words = words.removesuffix(kept)
    for sign in _operators():
        if words.startswith(sign):
            words = words.removeprefix(sign)
            break
    for sign in _operators():
        if words.endswith(sign) and "(" not in sign:
            words = words.removesuffix(sign)
            break
    return words + kept


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_BEFORE), st.sampled_from(_NUMBERS), st.sampled_from(_UNITS), st.sampled_from(_BEHIND))
def test_no_word_of_a_value_is_dropped(before: str, number: str, unit: str, behind: str) -> None:
    typed = before + number + unit + behind
    compiled = _compiled(f"{HEAD}数量指标 名称 {typed} 分值 10\n")
    if any(each.finding.code.code.startswith("GS") for each in compiled.diagnostics):
        return  # 读不懂的，已经报了
    assert compiled.declaration is not None
    (row,) = compiled.declaration.indicators
    assert _lost(row, typed) == "", (typed, row.printed)


def _texts() -> Iterator[tuple[str, str]]:
    for file in sorted((*_TESTS.rglob("*.goal"), *(_TESTS.parent / "goals").rglob("*.goal"))):
        try:
            yield str(file.relative_to(_TESTS.parent)), file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # GB18030 的，别处另验
    for file in sorted((_TESTS / "silent").glob("*.md")):
        for block in _BLOCK.finditer(file.read_text(encoding="utf-8")):
            line = file.read_text(encoding="utf-8").count("\n", 0, block.start()) + 1
            yield f"{file.name}:{line}", block[1] if block[1].startswith("部门 ") else HEAD + block[1]


@pytest.mark.parametrize("text", [text for _, text in _texts()], ids=[name for name, _ in _texts()])
def test_every_row_prints_what_was_typed(text: str) -> None:
    compiled = _compiled(text)
    if compiled.declaration is None:
        return
    source = compiled.source.text
    for row in compiled.declaration.indicators:
        rest = source[row.name.span.end :].partition("\n")[0]
        typed = rest[: _CLAUSE.search(rest).start()]  # type: ignore[union-attr]
        if row.target is not None and row.target.span.start < row.name.span.end + len(rest):
            assert _lost(row, typed) == "", (row.name.value, typed, row.printed)
