"""文件的每一行都留着：是什么行，缩进多少，注释在哪里。"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.parse.lines import LineKind
from goaldsl.parse.shadow import cast
from goaldsl.source import Source

TEXT = """\
# 申报表
部门 某局  # 全称

年度目标
\t- 一
\t    接着写 #尾
  # "引号" 里的注释
　　- 二
数量指标 "报告#1 # 号" >= 3 篇 # 三篇
"""
KINDS = """\
comment 0 “# 申报表”
statement 0 “# 全称”
blank 0 “”
statement 0 “”
indented 4 “”
continued 8 “#尾”
comment 2 “# "引号" 里的注释”
indented 2 “”
statement 0 “# 三篇”
blank 0 “”
"""


def told(text: str) -> str:
    """One line for each line: its kind, its indentation, its comment."""
    shown = ""
    for line in cast(text).lines:
        comment = text[line.comment.start : line.comment.end] if line.comment else ""
        shown += f"{line.kind} {line.indent} “{comment}”\n"
    return shown


def test_lines() -> None:
    """制表符、全角空格缩进的行，句末的注释，引号里的 # 都分得清。"""
    assert told(TEXT) == KINDS
    assert told(TEXT.replace("\n", "\r\n")) == KINDS
    assert told(TEXT.replace("申", "\u200b申").replace("接", "接\ufeff")).replace("\u200b", "") == KINDS


def test_continued_latin_words() -> None:
    """续行的英文词之间空一格，汉字之间、汉字和英文之间不空；制表符缩进的续行也一样。"""
    for inner, deeper in (("  ", "    "), ("\t", "\t\t"), ("\t", "\t  "), ("  ", "\t"), ("　", "　　")):
        text = f"职责\n{inner}supply of\n{deeper}clean water\n{deeper}饮水\n{deeper}安全\n{deeper}WASH\n{deeper}2\n{deeper}project\n"
        shadow = cast(text)
        assert shadow.words(3, len(shadow.text)).value == "supply of clean water饮水安全WASH 2 project"
        assert [line.kind for line in shadow.lines][:3] == ["statement", "indented", "continued"]


def test_tabs_reach_to_the_next_column_of_four() -> None:
    """制表符算到下一个四的倍数：两个空格加制表符和一个制表符对齐。"""
    shadow = cast("部门\n\t甲\n  \t乙\n    丙\n   \t 丁\n")
    assert [line.kind for line in shadow.lines] == ["statement", *["indented"] * 3, "continued", "blank"]
    assert [line.indent for line in shadow.lines] == [0, 4, 4, 4, 5, 0]


@given(st.text(alphabet=' \t　#"\\ab甲：\r\n\u200b\ufeff\x0b\x0c\x85\u2028', max_size=60))
@settings(max_examples=300)
def test_nothing_is_lost(text: str) -> None:
    """行与行首尾相接，合起来就是原文；行号同诊断里的行号。"""
    lines = cast(text).lines
    source = Source("", text)
    assert [line.span.start for line in lines] == source.line_starts
    for number, line in enumerate(lines, 1):
        assert text[line.span.start : line.span.end] == source.line(number)
        assert line.comment is None or text[line.comment.start] in "#＃"
        words = text[line.span.start : line.comment.start if line.comment else line.span.end]
        bare = "".join(each for each in words if each not in "\u200b\ufeff").strip(" \t　\x0b\x0c\x85\u2028")
        assert bool(bare) == (line.kind not in (LineKind.BLANK, LineKind.COMMENT))
