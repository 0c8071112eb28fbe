"""一次报全：真实申报表里随便弄坏几行，就恰好报几处语法错误，各在各的行，指到弄坏的那个词；没坏的照常检查。"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.parse import parse
from goaldsl.source import Source

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*ROOT.glob("goals/*/*.goal"), *ROOT.glob("tests/forms/*.goal")])


class Damage(NamedTuple):
    """A way to break a line: which lines it fits, what it makes of one, the word that must be blamed."""

    fits: re.Pattern[str]
    broken: Callable[[str], str]
    word: str | None


_HEAD = r"(?m)\A\S*指标 [^#\"\n]+? (?:>=|<=|=|>|<) ?[\d.]+ ?[^\s\d]* 分值 [\d.]+$"
_CLAUSE = r"\A  {} \S"
DAMAGES = {
    "关键词打错": Damage(re.compile(_HEAD), lambda line: line.replace(" 分值 ", " 分直 "), "分直"),
    "英文关键词打错": Damage(re.compile(_HEAD), lambda line: line.replace(" 分值 ", " scroe "), "scroe"),
    "分数写成汉字": Damage(re.compile(_HEAD), lambda line: re.sub(r"\d\S*$", "十分", line), "十分"),
    "漏了分数": Damage(re.compile(_HEAD), lambda line: re.sub(r" \d\S*$", "", line), "分值"),
    "漏了名称": Damage(re.compile(_HEAD), lambda line: re.sub(r"^(\S+) .*? (?=[><=])", r"\1 ", line), None),
    "多一个符号": Damage(re.compile(_HEAD), lambda line: re.sub(r" ([><]?=|[><]) ?", r" \1 >= ", line), ">="),
    "行末的乱字": Damage(re.compile(_HEAD), lambda line: line + " ￥￥￥", "￥￥￥"),
    "多一个数": Damage(re.compile(_HEAD), lambda line: line + " 77", "77"),
    "规则打错": Damage(re.compile(_HEAD), lambda line: line + " 赋分 按比列", "按比列"),
    "规则没写完": Damage(re.compile(_HEAD), lambda line: line + " rule grade", "grade"),
    "规则打错在中间": Damage(re.compile(_HEAD), lambda line: line.replace(" 分值 ", " 赋分 按比列 分值 "), "按比列"),
    "附加条件打错": Damage(re.compile(_HEAD), lambda line: line + " rule ratio flor 60%", "flor"),
    "子句打错": Damage(re.compile(_CLAUSE.format("解释")), lambda line: line.replace("解释", "解译", 1), "解译"),
    "子句忘了空格": Damage(re.compile(_CLAUSE.format("解释")), lambda line: line.replace("解释 ", "解释", 1), None),
    "子句全是乱字": Damage(re.compile(_CLAUSE.format(r"(?:解释|对应目标|备注)")), lambda line: "  @@@@ ****", "@@@@"),
    "标签打错": Damage(re.compile(_CLAUSE.format("对应目标")), lambda line: line.replace("目标", "目表", 1), "对应目表"),
    "整行乱字": Damage(re.compile(_HEAD + r"(?!\n  )"), lambda line: "！！！", "！！！"),
    "说明没有代码": Damage(re.compile(_CLAUSE.format("备注")), lambda line: "  说明[理由]：x", "理由]"),
}  # fmt: skip


def compiled(name: str, lines: list[str]) -> Compiled:
    return Compiler(load(), Defaults(), frozenset()).compile(name, "\n".join(lines).encode())


def syntax_errors(result: Compiled) -> list[tuple[int, str]]:
    found = [each.finding for each in result.diagnostics if each.finding.code.code.startswith("GS")]
    source = result.source
    return sorted((source.position(each.span.start).line, source.slice(each.span)) for each in found)


def names(result: Compiled) -> list[str]:
    assert result.declaration is not None
    return [row.name.value for row in result.declaration.indicators]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_files_are_sound(path: Path) -> None:
    """弄坏之前没有一处语法错误，下面数的才都是弄坏的。"""
    assert syntax_errors(compiled(path.name, path.read_text("utf-8").splitlines())) == []


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_each_damage_occurs(damage: Damage) -> None:
    """每一种弄坏的办法，在真实文件里都有用得上的行，而且真的改动了它。"""
    lines = [
        line for path in FILES for line in path.read_text("utf-8").splitlines() if damage.fits.search(line)
    ]
    assert lines
    assert all(damage.broken(line) != line for line in lines)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_exactly_the_broken_lines(chance: random.Random, count: int) -> None:
    """k 处弄坏，恰好 k 处语法错误；别的行的指标一个不少，统计类检查不出声。"""
    path = chance.choice(FILES)
    lines = path.read_text("utf-8").splitlines()
    whole = names(compiled(path.name, lines))
    spots = [
        (at, damage)
        for at in range(len(lines))
        for damage in DAMAGES.values()
        if damage.fits.search("\n".join(lines[at : at + 2]))
    ]
    chosen = dict(chance.sample(spots, min(count, len(spots))))
    for at, damage in chosen.items():
        lines[at] = damage.broken(lines[at])
    result = compiled(path.name, lines)
    expected = [(at + 1, damage.word) for at, damage in sorted(chosen.items())]
    found = syntax_errors(result)
    assert [line for line, _ in found] == [line for line, _ in expected]
    assert [got for got, (_, word) in zip(found, expected, strict=True) if word not in (None, got[1])] == []
    lost = sum(not lines[at].startswith("  ") for at in chosen)
    assert len(names(result)) == len(whole) - lost
    assert set(names(result)) <= set(whole)
    if chosen:
        assert result.failed
        assert result.declaration is not None
        assert not result.declaration.complete


def test_sound_lines_are_still_checked() -> None:
    """坏了一行，别的行里写错的单位、分类、标签照样指出来。"""
    text = """部门 某局
年度 2026
年度目标
  - [调研] 完成调研报告3篇
数量指标 调研报告完成篇数 >= 3 编 分值 10
  对应目标 调查
数量指标 培训班次 >= 3 期 分直 10
数目指标 宣讲场次 >= 3 场 分值 10
质量指标 培训合格率 >= 120% 分值 10
"""
    codes = [each.finding.code.code for each in compiled("某局.goal", text.splitlines()).diagnostics]
    assert set(codes) >= {"GS001", "GB101", "GB104", "GB105", "GC303"}


def test_cost_is_linear_in_the_errors() -> None:
    """四倍的坏行，时间也就四倍左右。"""

    def seconds(count: int) -> float:
        source = Source("坏.goal", "数量指标 甲 >= 3 篇 分直 10\n  解译 考核甲\n" * (count // 2))
        start = time.process_time()
        syntax = parse(source, load())
        assert len(syntax.findings) == count
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 8 * seconds(1000)
