"""语言指南里的每个例子都真的编译：对的没有强制性问题，错的报出所写的代码，印出的评分句一字不差。"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.catalog.config import read_config
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Severity
from goaldsl.parse import keywords, parse_rule
from goaldsl.parse.keywords import Keyword
from goaldsl.service.codes import known_codes

GUIDE = Path(__file__).parent.parent.parent / "grammar" / "guide" / "语言指南.md"
TEXT = GUIDE.read_text("utf-8")
HEADER = "部门 示例单位\n年度 2026\n"
BLOCK = re.compile(r"^```(\S+)([^\n]*)\n(.*?)^```\n(?:\n> 印出：([^\n]+)\n)?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A code block of the guide: `sentence` is what the guide says is printed for it."""

    line: int
    kind: str
    codes: tuple[str, ...]
    text: str
    sentence: str | None

    def compiled(self) -> Compiled:
        header = "" if self.kind == "goal" else HEADER
        return Compiler(load(), Defaults(), known_codes()).compile(
            f"{GUIDE.name}:{self.line}", (header + self.text).encode()
        )

    def errors(self) -> list[str]:
        found = [each for each in self.compiled().diagnostics if each.severity is Severity.ERROR]
        return [f"{each.finding.code.code} {each.finding.message.zh}" for each in found]


EXAMPLES = [
    Example(TEXT[: match.start()].count("\n") + 1, match[1], tuple(match[2].split()), match[3], match[4])
    for match in BLOCK.finditer(TEXT)
]


def of(*kinds: str) -> list[object]:
    return [pytest.param(each, id=f"line{each.line}") for each in EXAMPLES if each.kind in kinds]


@pytest.mark.parametrize("example", of("goal", "goal-fragment"))
def test_right_examples_compile(example: Example) -> None:
    """标作 goal 的是完整文件，标作 goal-fragment 的前面补上部门和年度。"""
    assert example.errors() == []


@pytest.mark.parametrize("example", of("goal"))
def test_whole_files_need_no_excuse(example: Example) -> None:
    """完整的示例文件连提示性问题也没有。"""
    assert not [
        each.finding.message.zh
        for each in example.compiled().diagnostics
        if each.severity is not Severity.HINT
    ]


@pytest.mark.parametrize("example", of("goal-error"))
def test_wrong_examples_fail_as_said(example: Example) -> None:
    """标作 goal-error 的报出所写的代码，一处错误只报一次。"""
    assert example.codes, "goal-error 后面要写代码"
    assert [error[:5] for error in example.errors()] == list(example.codes)


@pytest.mark.parametrize(
    "example", [pytest.param(each, id=f"line{each.line}") for each in EXAMPLES if each.sentence]
)
def test_printed_sentences(example: Example) -> None:
    """“印出：”后面就是评（扣）分标准一格里的话。"""
    declaration = example.compiled().declaration
    assert declaration is not None
    assert [row.printed.criterion for row in declaration.indicators] == [example.sentence]


@pytest.mark.parametrize("example", of("toml"))
def test_configuration_examples(example: Example) -> None:
    """配置示例读得通。"""
    assert [finding.message.zh for finding in read_config(example.text).findings] == []


def test_every_block_is_tested() -> None:
    """代码块不是上面几种，就是不标语言的命令和写法。"""
    fences = re.findall(r"^```(\S+)", TEXT, re.MULTILINE)
    assert set(fences) == {"goal", "goal-fragment", "goal-error", "toml"}
    assert len(fences) == len(EXAMPLES)


def test_contents_lead_to_chapters() -> None:
    """目录里的每个链接都有对应的章。"""
    chapters = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    contents = TEXT.partition("**目录**")[2].partition("\n## ")[0]
    assert re.findall(r"\[(.+?)\]\(#\1\)", contents) == chapters


TABLES: dict[str, Mapping[Any, Keyword]] = {
    "语句": keywords.STATEMENTS,
    "设置": keywords.SETTINGS,
    "状态": keywords.STAGES,
    "排法": keywords.LAYOUT,
    "子句": keywords.CLAUSES,
    "任务": keywords.TASK_PARTS,
    "指标值": keywords.TARGETS,
    "规则": keywords.SHAPES,
    "看什么": keywords.BASES,
    "附加条件": keywords.MODIFIERS,
}


def test_keyword_table() -> None:
    """关键词对照表与编译器认得的关键词一个不多、一个不少。"""
    body = TEXT.partition("\n## 关键词对照表\n")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in body.splitlines()
        if line.startswith("|")
    ]
    assert rows[0] == ["类别", "中文", "别名", "English"]
    known = [row(category, word) for category, words in TABLES.items() for word in words.values()]
    assert rows[2:] == known


def row(category: str, word: Keyword) -> list[str]:
    return [category, word.chinese, "、".join(word.aliases), word.english]


def table(first: str) -> list[list[str]]:
    """The rows of the table whose first heading is `first`."""
    body = TEXT.partition(f"\n| {first} |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in body.splitlines()[2:]]


def spellings(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("row", table("规则"), ids=[f"row{number}" for number in range(len(table("规则")))])
def test_rule_overview(row: list[str]) -> None:
    """规则一览里的每种写法都读得通，中文和英文是同一条规则。"""
    chinese = [parse_rule(text) for text in spellings(row[0])]
    english = [parse_rule(text) for text in spellings(row[1])]
    assert None not in (*chinese, *english)
    assert chinese[-1] == english[-1]


def test_modifier_table() -> None:
    """附加条件表里的每一种，至少接得上一种规则。"""
    body = TEXT.partition("\n### 附加条件\n")[2].partition("\n几条规则相加")[0]
    written = [
        text for line in body.splitlines() if line.startswith("| `") for text in spellings(line.split("|")[1])
    ]
    assert len(written) == len(keywords.MODIFIERS) - 5  # 每、超、少、满分、扣 are words of steps and points
    rules = ("按比例", "每少1次扣1分", "达标")
    assert [text for text in written if not any(parse_rule(f"{rule} {text}") for rule in rules)] == []
