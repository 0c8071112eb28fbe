"""Reads the Markdown files of cases, and checks a text the way `goaldsl check` does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Fix, Preset, Severity
from goaldsl.service.codes import known_codes

FOLDER = Path(__file__).parent
SEVERITIES = {"强制性": Severity.ERROR, "提示性": Severity.WARNING, "建议": Severity.HINT}

_BLOCK = re.compile(r"^```goal *(?P<preset>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"- (\d+):(\d+) (?:(强制性|提示性|建议) )?“(.*?)” (.+)")
_SILENT = "（不报）"
_REPEATED = re.compile(r"\{(.)×(\d+)\}")


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a list: where, how bad (None: not said), which words, and a part of the message.

    `others`: the lines indented below it, places that belong to the same finding.
    """

    line: int
    column: int
    severity: Severity | None
    words: str
    part: str
    others: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A block, what it must report (nothing: 不报) and the text after all fixes, if given."""

    file: Path
    line: int
    preset: Preset
    text: str
    expected: tuple[Expected, ...]
    fixed: str | None

    @property
    def code(self) -> str:
        return self.file.stem.partition("-")[0]


@cache
def cases(file: Path) -> tuple[Case, ...]:
    """All cases of a file."""
    return tuple(_cases(file, file.read_text(encoding="utf-8")))


def _cases(file: Path, text: str) -> Iterator[Case]:
    blocks = list(_BLOCK.finditer(text))
    assert blocks, f"{file.name} 没有案例"
    ends = [*(block.start() for block in blocks[1:]), len(text)]
    skipped = False
    for number, (block, end) in enumerate(zip(blocks, ends, strict=True)):
        if skipped:
            skipped = False
            continue
        after = text[block.end() : end]
        skipped = "修改后：" in after
        line = text.count("\n", 0, block.start()) + 1
        expected = tuple(_expected(after))
        if not expected and _SILENT not in after:
            expected = (_unreadable("既没有列表，也没有写（不报）"),)
        yield Case(
            file=file,
            line=line,
            preset=Preset(block["preset"] or "draft"),
            text=_unfolded(block["text"]),
            expected=expected,
            fixed=_unfolded(blocks[number + 1]["text"]) if skipped else None,
        )


def _unfolded(text: str) -> str:
    return _REPEATED.sub(lambda found: found[1] * int(found[2]), text)


def _expected(text: str) -> Iterator[Expected]:
    for entry in re.findall(rf"^- (?!{_SILENT}).*\n(?: +- .*\n?)*", text + "\n", re.MULTILINE):
        first, *others = (_line(line.strip()) for line in entry.strip().split("\n"))
        yield replace(first, others=tuple(others))


def _line(text: str) -> Expected:
    match = _ITEM.fullmatch(text)
    if match is None:
        return _unreadable(f"读不懂的一条：{text}")
    line, column, severity, words, part = match.groups()
    return Expected(int(line), int(column), SEVERITIES.get(severity), _unfolded(words), part)


def _unreadable(why: str) -> Expected:
    """What no check reports: only this case fails, not the reading of all."""
    return Expected(0, 0, None, "", why)


def compiled(text: str, preset: Preset | None = None, name: str = "案例.goal") -> Compiled:
    """The text as `goaldsl check` sees it."""
    return Compiler(load(), Defaults(preset=preset), known_codes()).compile(name, text.encode())


def repaired(text: str, fixes: list[Fix]) -> str:
    """The text after all edits of the fixes, from the last to the first."""
    edits = {edit for fix in fixes for edit in fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
