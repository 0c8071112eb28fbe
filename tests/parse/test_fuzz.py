"""什么文件喂进来，都只报问题：不出异常，不卡住，每处问题都在文字之内。"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.emit.declaration import document
from goaldsl.emit.html import render_html
from goaldsl.forms import lay_out
from goaldsl.parse import parse_rule
from goaldsl.parse.keywords import BASES, CLAUSES, MODIFIERS, SHAPES, TARGETS
from goaldsl.published import declaration as interchange

ROOT = Path(__file__).parent.parent.parent
REAL = [
    path.read_text("utf-8")
    for path in sorted([*ROOT.glob("goals/*/*.goal"), *ROOT.glob("tests/forms/*.goal")])
]

WORDS = [
    *(spelling for table in (CLAUSES, TARGETS, SHAPES, BASES, MODIFIERS) for word in table.values() for spelling in word.spellings),
    "数量指标", "质量指标", "产出指标", "指标", "部门", "年度", "年度目标", "职责", "表样", "芷江", "衡阳", "预算", "填表日期",
    "停用", "句式", "说明[GC501]", "说明[", "]", "[", "调研", "甲", "“乙”", '"', '"丙"', "《条例》", "》=", "《", ">=", "≥", "<",
    "=", "==", "..", "～", "至", "-", "- ", "—", "3", "０", "-1", "1/0", "1/3", "0.000001", "1e9", "9" * 40, "1,200", "2026-12-31",
    "2026-02-30", "2026年", "%", "％", "‰", "万元", "篇", "分", "10分", "满分", "每", "每0%", "扣", "得", "+", ",", "、", "：", ":",
    "。", "#", "# ", "*", "**%", "@", "\n", "\n\n", "\n  ", "\n    ", "\n\t", "\r\n", "\r", " ", "\u3000", "\u00a0", "\u200b",
    "\ufeff", "\x0b", "\x0c", "\x85", "\u2028", "\U0001f600", "{分值}", "{", "(1)", "1、", "①", "$", "\\",
]  # fmt: skip


def compiled(data: bytes, name: str = "试.goal") -> Compiled:
    result = Compiler(load(), Defaults(), frozenset()).compile(name, data)
    for diagnostic in result.diagnostics:
        spans = [diagnostic.finding.span, *(each.span for each in diagnostic.finding.related)]
        assert all(0 <= start <= end <= len(result.source.text) for start, end in spans)
        if diagnostic.finding.fix is not None:
            places = [edit.span for edit in diagnostic.finding.fix.edits]
            assert all(0 <= start <= end <= len(result.source.text) for start, end in places)
    return result


def printed(result: Compiled) -> None:
    """Whatever was understood can be laid out, printed and published."""
    if result.declaration is not None:
        render_html(lay_out(result.declaration))
        interchange.encode(document(result.declaration, load(), "0", path="试.goal"))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=40).map("".join))
@example("句式 按比例 {0}{!r}{分值:>99999999}\n数量指标 甲 >= 3 篇 分值 10 赋分 按比例\n")
@example("指标 甲 >= 0 篇 分值 0 赋分 每0%扣0 允许 0% 加分 1 每 0%\n")
@example("指标 甲 90%..10 分值 -1 赋分 插值 1 1, 1 2\n")
@example("年度 二〇二六\n年度目标 接排\n  - []\n  - [ ]\n  []\n")
def test_words_in_any_order(text: str) -> None:
    """关键词、数字、标点、空白随便排。"""
    printed(compiled(text.encode("utf-8", "surrogatepass")))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_rules_in_any_order(text: str) -> None:
    """规则里的词随便排。"""
    parse_rule(text)
    for target in (">= 3 篇", "<= 95%", "截止 2026-12-31", "定性 好", "90..110 %", ""):
        printed(compiled(f"数量指标 甲 {target} 分值 10 赋分 {text}\n".encode()))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """任何字节；作为交换文件也一样。"""
    compiled(data)
    compiled(data, "试.json")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    printed(compiled(text.encode("utf-8", "surrogatepass")))


@settings(max_examples=120, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_damaged_real_files(chance: random.Random, edits: int) -> None:
    """真实申报表里随处删几个字、插几个字、换几个字、调几行。"""
    text = chance.choice(REAL)
    for _ in range(edits):
        at, length = chance.randrange(len(text) + 1), chance.choice((0, 0, 1, 2, 5, 40))
        text = text[:at] + chance.choice(["", *WORDS]) + text[at + length :]
        if chance.random() < 0.2:
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines)
    encoding = chance.choice(("utf-8", "utf-8", "gb18030", "utf-16"))
    printed(compiled(text.encode(encoding, "surrogatepass" if encoding != "gb18030" else "replace")))


N = 20_000
LONG = {
    "长名称": "数量指标 " + "甲" * 200_000 + " >= 3 篇 分值 10",
    "名称里的空格": "数量指标 甲" + " " * 200_000 + "乙 >= 3",
    "长单位": "数量指标 甲 >= 3 " + "篇" * 200_000,
    "长数字": "数量指标 甲 >= " + "9" * 200_000 + " 篇",
    "长小数": "数量指标 甲 >= 0." + "0" * 200_000 + "1",
    "运算符": "数量指标 " + ">" * 200_000,
    "数字和空格": "数量指标 甲 1" + " " * N + "x",
    "分值和空格": "数量指标 甲 >= 3 篇 分值" + " " * N + "x",
    "不低于": "数量指标 " + "不低于3篇" * N,
    "书名号": "数量指标 甲" + " 》 3" * N,
    "引号": "数量指标 " + '"' * N,
    "井号": "数量指标 " + "a# " * N,
    "零宽字符": "数量指标 " + "\u200b甲" * N,
    "方括号": "说明[GC501" + "[" * N,
    "冒号": ":" * N,
    "大括号": "句式 按比例 " + "{" * N,
    "文字里的子句": "数量指标 甲 >= 3 篇 解释 x" + " 赋分" * N,
    "子句重复": "数量指标 甲 >= 3 篇" + " 分值 10" * 2_000,
    "档次": "数量指标 甲 >= 3 篇 赋分 分档 " + "好 1, " * 2_000 + "差 0",
    "档次和空格": "数量指标 甲 >= 3 篇 赋分 分档 好" + " " * N + "x",
    "规则相加": "数量指标 甲 >= 3 篇 赋分 " + "按比例 + " * 2_000 + "按比例",
    "忽深忽浅": "\n".join(" " * (number * 7 % 50) + "甲 乙" for number in range(N // 4)),
    "一万行": "数量指标 甲 >= 3 篇 分值 10\n" * 10_000,
    "五千坏行": "数量指标 甲 >= 3 篇 分直 10\n" * 5_000,
    "一万个职责": "职责\n" + "  - [甲] 乙\n" * 10_000,
    "一万个栏目": "部门 甲\n" * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_never_a_hang(text: str) -> None:
    """再长再怪，也在几秒之内读完。"""
    start = time.process_time()
    compiled(text.encode())
    assert time.process_time() - start < 30


@pytest.mark.parametrize("value", ["0", "-1", "0.0001", "999999999999999999999999", "1/0", "1/3"])
@pytest.mark.parametrize(
    "rule",
    ["每{}%扣{}分", "每{}篇得{}分 最多 {}", "加分 {} 每 {}%", "插值 {}% {}, {}% {}", "按比例 及格 {}%"],
)
def test_absurd_steps(rule: str, value: str) -> None:
    """步长为零、分数为负、大得离谱：报问题，或者照算，不出异常。"""
    for target in (">= 0 篇", "<= 3 %", "= 3 万元"):
        printed(compiled(f"数量指标 甲 {target} 分值 {value} 赋分 {rule.replace('{}', value)}\n".encode()))
