"""正则表达式在最早的 Python 3.11 上也读得对：没有占有或原子的捕获组（3.11.2 上永远不匹配）。"""

from __future__ import annotations

import ast
import importlib
import re
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


def test_no_group_is_possessive() -> None:
    """Python 3.11.2, which Debian 12 carries, matches a possessive repeat of a group wrongly where it backtracks."""
    possessive = re.compile(r"(?:(?<!\\)\)|»)[*+?]\+")
    root = Path(__file__).parents[2]
    files = [*(root / "grammar").glob("*.tx"), *(root / "goaldsl").rglob("*.py")]
    found = {path.name: possessive.findall(path.read_text("utf-8")) for path in files}
    assert {name: pieces for name, pieces in found.items() if pieces} == {}
