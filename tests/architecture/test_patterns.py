"""正则表达式在最早的 Python 3.11 上也读得对：没有占有或原子的捕获组（3.11.2 上永远不匹配）。"""

from __future__ import annotations

import ast
import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from goaldsl.parse.language import metamodel
from tests.architecture.test_house import MODULES

_COMPILING = (
    "re.compile",
    "re.match",
    "re.search",
    "re.sub",
    "re.split",
    "re.findall",
    "re.finditer",
    "re.fullmatch",
)


def unsafe(pattern: str) -> bool:
    """Whether a capturing group stands under a possessive repetition or within an atomic group."""
    return _captures_within(parser.parse(pattern), within=False)


def _captures_within(node: Any, *, within: bool) -> bool:
    for operation, argument in node:
        if operation is constants.SUBPATTERN and argument[0] is not None and within:
            return True
        atomic = within or operation in (constants.ATOMIC_GROUP, constants.POSSESSIVE_REPEAT)
        if any(_captures_within(part, within=atomic) for part in _parts(argument)):
            return True
    return False


def _parts(argument: Any) -> Iterator[Any]:
    """The patterns within the argument of an operation."""
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, list | tuple):
        for each in argument:
            yield from _parts(each)


@pytest.mark.parametrize("pattern", ["(a)?+", "(?:(a)b)*+", "(?>(?P<x>a))", "x(?=(?>b|(c)))"])
def test_such_a_group_is_found(pattern: str) -> None:
    """查得出来。"""
    assert unsafe(pattern)


@pytest.mark.parametrize("pattern", ["(a++)?", "(?:a)?+", "(?>a)(b)", "(a)*", "(?:(?:a)++b)*+"])
def test_other_groups_pass(pattern: str) -> None:
    """其余的组不受影响。"""
    assert not unsafe(pattern)


def written() -> Iterator[tuple[str, str]]:
    """Every pattern that a call of `re` is given as a literal or by the name of one."""
    for module, path in MODULES.items():
        named = vars(importlib.import_module(module)) if "re." in path.read_text("utf-8") else {}
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in _COMPILING and node.args:
                pattern = node.args[0]
                text = (
                    named.get(pattern.id)
                    if isinstance(pattern, ast.Name)
                    else getattr(pattern, "value", None)
                )
                if isinstance(text, str):
                    yield module, text


def held() -> Iterator[tuple[str, str]]:
    """Every compiled pattern that a module holds."""
    for module in MODULES:
        if module.endswith("__main__") or ".fonts." in module:
            continue
        for value in vars(importlib.import_module(module)).values():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield module, value.pattern


def of_the_grammars() -> Iterator[tuple[str, str]]:
    """Every regular expression of the grammars, as it is compiled."""
    for name, model in (("goal.tx", metamodel()),):
        seen = set()
        waiting = [model._parser_blueprint.parser_model]
        while waiting:
            rule = waiting.pop()
            if id(rule) in seen:
                continue
            seen.add(id(rule))
            waiting += rule.nodes
            regex = getattr(rule, "regex", None)
            if isinstance(regex, re.Pattern):
                yield name, regex.pattern


def test_no_pattern_captures_possessively() -> None:
    """模块里写的、模块里存的、语法里的，逐个编译来看。"""
    found = [*written(), *held(), *of_the_grammars()]
    assert {"goal.tx", "goaldsl.parse.lines"} <= {where for where, _ in found}
    assert len(found) > 400
    assert [(where, pattern) for where, pattern in found if unsafe(pattern)] == []


_SPY = """
import importlib, json, pathlib, re, sys
made, real = set(), re._compiler.compile
def compiled(pattern, flags=0):
    frame = sys._getframe(1)
    while "/re/" in frame.f_code.co_filename.replace(chr(92), "/"):
        frame = frame.f_back
    by = frame.f_globals.get("__name__", "")
    if isinstance(pattern, str) and by.partition(".")[0] in ("goaldsl", "arpeggio", "textx"):
        made.add((by, pattern))
    return real(pattern, flags)
re._compiler.compile = compiled
for module in json.loads(sys.argv[1]):
    importlib.import_module(module)
from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
for path in sys.argv[2:]:
    data = pathlib.Path(path).read_bytes()
    Compiler(load(), Defaults(), frozenset()).compile("a.goal", data)
print(json.dumps(sorted(made)))
"""


def test_no_pattern_made_from_data_captures_possessively() -> None:
    """词典拼出来的、用到才编译的，也逐个看：在另一个进程里把编译的都记下来。"""
    modules = [name for name in MODULES if not name.endswith("__main__") and ".fonts." not in name]
    root = Path(__file__).parents[2]
    files = [str(path) for path in sorted((root / "goals").rglob("*.goal"))[:2]]
    done = subprocess.run(
        [sys.executable, "-c", _SPY, json.dumps(modules), *files],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    makers = {by for by, _ in found}
    assert {"arpeggio", "goaldsl.checks.text.lexicon", "goaldsl.catalog.leanings"} <= makers
    assert len(found) > 400
    assert [(by, pattern) for by, pattern in found if unsafe(pattern)] == []


def test_no_group_is_possessive() -> None:
    """Python 3.11.2, which Debian 12 carries, matches a possessive repeat of a group wrongly where it backtracks."""
    possessive = re.compile(r"(?:(?<!\\)\)|»)[*+?]\+")
    root = Path(__file__).parents[2]
    files = [*(root / "grammar").glob("*.tx"), *(root / "goaldsl").rglob("*.py")]
    found = {path.name: possessive.findall(path.read_text("utf-8")) for path in files}
    assert {name: pieces for name, pieces in found.items() if pieces} == {}
