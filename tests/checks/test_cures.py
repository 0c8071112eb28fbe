"""提示的改法真能治：照着改，那一处就不再报，也不冒出新的强制性问题，文件照样读得进来。

把检查、读入、绑定的全部案例和各地的真表都拿来，每一条改法单独试一次。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.project.fixing import fixed
from goaldsl.service.codes import known_codes

TESTS = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```goal[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FOLDERS = ("checks", "parse", "bind", "silent", "forms")


def texts() -> Iterator[tuple[str, str]]:
    """Every block of every case, and every form of the corpus, with the name of its file."""
    for folder in _FOLDERS:
        for path in sorted((TESTS / folder).glob("*.md")):
            yield from ((path.stem, block[1]) for block in _BLOCK.finditer(path.read_text("utf-8")))
        for path in sorted((TESTS / folder).glob("*.goal")):
            yield path.stem, path.read_text("utf-8")


TEXTS = dict.fromkeys(texts())
NAMES = sorted({name for name, _ in TEXTS})


@cache
def compiler() -> Compiler:
    return Compiler(load(), Defaults(preset=Preset.REVIEW), known_codes())


def compiled(text: str) -> Compiled:
    return compiler().compile("案例.goal", text.encode())


def places(diagnostic: Diagnostic) -> int:
    """How many places a finding speaks of."""
    return 1 + len(diagnostic.finding.related)


def reported(result: Compiled, code: str) -> int:
    return sum(places(each) for each in result.diagnostics if each.finding.code.code == code)


def errors(result: Compiled) -> Counter[str]:
    return Counter(each.finding.code.code for each in result.diagnostics if each.severity is Severity.ERROR)


@pytest.mark.parametrize("name", NAMES)
def test_every_fix_cures(name: str) -> None:
    for text in (text for stem, text in TEXTS if stem == name):
        before = compiled(text)
        for each in before.diagnostics:
            fix, code = each.finding.fix, each.finding.code.code
            if fix is None or any(edit.file for edit in fix.edits):
                continue
            mended, count = fixed(before.source.text, [fix])
            after = compiled(mended)
            told = f"{code} {each.finding.message.zh}：{fix.title.zh}\n{mended}"
            assert count == 1, told
            if code.startswith("GS"):  # a line has one syntax error at a time: the next may come to light
                assert mended != text, told
                continue
            assert reported(after, code) < reported(before, code), told
            worse = errors(after) - errors(before)
            assert not {new for new in worse if new.startswith(("GS", "GB"))}, f"{told}\n{worse}"
