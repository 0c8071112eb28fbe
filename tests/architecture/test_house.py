"""房子的规矩：引用只往下走，每间屋有门牌，数值不用浮点，模块不过长，语言里没有两份关键词表。"""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

import pytest

from goaldsl.parse.keywords import (
    BASES,
    CLAUSES,
    LAYOUT,
    MODIFIERS,
    SETTINGS,
    SHAPES,
    STAGES,
    STATEMENTS,
    TARGETS,
    TASK_PARTS,
    Keyword,
)

ROOT = Path(__file__).parent.parent.parent
HOUSE = ROOT / "goaldsl"
MODULES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): path for path in HOUSE.rglob("*.py")
}

# A room may use the rooms of the rows above it, never one of its own row.
FLOORS = (
    ("model", "source", "width", "diagnostics", "numbers", "published"),
    ("catalog",),
    ("parse",),
    ("scoring",),
    ("bind",),
    ("review",),
    ("checks", "diff", "forms", "actuals"),
    ("emit", "ingest", "fmt", "evaluation", "report"),
    ("compiler",),
    ("project",),
    ("service",),
    ("cli",),
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
# The lowest floor hangs together: data and its places.
GROUND = frozenset(FLOORS[0])


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> set[str]:
    """The modules of the house that a file imports, at its top or within a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return {name for name in found if name.startswith("goaldsl")}


def rooms(path: Path) -> set[str]:
    return {room(name) for name in imports(path)} & set(FLOOR)


def test_every_room_has_a_floor() -> None:
    """新开的屋要先排进楼层。"""
    found = {room(name) for name in MODULES} - {"", "__init__", "__main__"}
    assert found <= set(FLOOR)


def test_imports_go_down() -> None:
    """只引用楼下的屋；同一层的屋互不引用（最底层除外）。"""
    wrong = [
        f"{module} 引用了 {other}"
        for module, path in MODULES.items()
        for other in rooms(path) - {room(module)}
        if room(module) in FLOOR
        and FLOOR[other] >= FLOOR[room(module)]
        and not {room(module), other} <= GROUND
    ]
    assert wrong == []


def test_report_knows_diagnostics_only() -> None:
    """report 只认得诊断和变更，不认得语言。"""
    known = {other for module, path in MODULES.items() if room(module) == "report" for other in rooms(path)}
    assert known <= {"report", "diagnostics", "model", "source", "diff"}


def test_the_door_says_what_the_room_is_for() -> None:
    """每个模块以说明开头，接着是统一的一行。"""
    assert [module for module, path in MODULES.items() if not _has_a_door(path)] == []


def _has_a_door(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    future = tree.body[1] if len(tree.body) > 1 else None
    return (
        bool(ast.get_docstring(tree)) and isinstance(future, ast.ImportFrom) and future.module == "__future__"
    )


def test_no_binary_floating_point() -> None:
    """数值、分数、金额不经过二进制浮点：不转换成 float；排版之外也没有小数字面量。"""
    wrong = [
        f"{module}:{node.lineno}"
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Call) and ast.unparse(node.func) == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float) and room(module) != "emit")
    ]
    assert wrong == []


def test_modules_are_short() -> None:
    """最长 400 行，一半不过 150 行。"""
    lengths = {name: path.read_text("utf-8").count("\n") for name, path in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > 400} == {}
    assert statistics.median(lengths.values()) <= 150


_IMPURE = re.compile(
    r"print|open|input|.*\.(?:write_text|write_bytes|now|today|utcnow)|time\.time|os\.getenv|os\.getcwd|random\..*"
)
# Scripts that write packaged data; the door that asks the machine for its libraries.
_EXCUSED = ("goaldsl.catalog.parsed", "goaldsl.emit.fonts.subset", "goaldsl.emit.engine")


def test_the_core_is_pure() -> None:
    """核心不看钟，不打印，不写文件，不问环境。"""
    wrong = [
        f"{module}:{node.lineno} {ast.unparse(node.func)}"
        for module, path in MODULES.items()
        if FLOOR.get(room(module), 99) < FLOOR["project"] and module not in _EXCUSED
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _IMPURE.fullmatch(ast.unparse(node.func))
    ]
    assert wrong == []


TABLES = (STATEMENTS, SETTINGS, STAGES, LAYOUT, CLAUSES, TASK_PARTS, TARGETS, SHAPES, BASES, MODIFIERS)


def test_guide_names_every_keyword() -> None:
    """语言指南的对照表里，每个写法都在。"""
    guide = (ROOT / "grammar/guide/语言指南.md").read_text("utf-8").partition("## 关键词对照表")[2]
    words = {
        word.strip()
        for row in re.findall(r"^\|(.*)\|$", guide, re.MULTILINE)
        for word in re.split(r"[|、]", row)
    }
    spellings = {spelling for table in TABLES for keyword in table.values() for spelling in keyword.spellings}
    assert spellings - words == set()


@pytest.mark.parametrize("keyword", [word for table in (STATEMENTS, CLAUSES, TASK_PARTS, TARGETS, SHAPES, BASES, MODIFIERS) for word in table.values()], ids=lambda word: word.english)  # fmt: skip
def test_grammar_names_every_keyword(keyword: Keyword) -> None:
    """语法文件里，每个写法都在。"""
    grammar = "".join(path.read_text("utf-8") for path in (ROOT / "grammar").glob("*.tx")).replace("\\", "")
    for spelling in keyword.spellings:
        half = spelling.replace("（", "(").replace("）", ")").replace("pro rata", "pros+rata")
        assert half in grammar, spelling


def test_one_table_of_widths() -> None:
    """全角读成半角只有一张表（goaldsl/width.py），别处不再列全角数字、减号。"""
    wrong = [
        f"{module}:{node.lineno}"
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if module != "goaldsl.width"
        and (
            (isinstance(node, ast.Constant) and node.value == 0xFEE0)
            or (isinstance(node, ast.Call) and ast.unparse(node).startswith("str.maketrans('０"))
        )
    ]
    assert wrong == []
