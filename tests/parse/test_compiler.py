"""编译一份文件：语句、行和诊断都留着；不是文字的文件只有诊断。"""

from __future__ import annotations

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler

COMPILER = Compiler(load(), Defaults(), frozenset())


def test_the_syntax_is_kept() -> None:
    """语句和行都在；编码的提示也在语法的诊断里。"""
    data = "部门 某局  # 全称\n年度 2026\n".encode("gb18030")
    compiled = COMPILER.compile("某局.goal", data)
    assert compiled.syntax is not None and compiled.declaration is not None
    assert compiled.syntax == COMPILER.syntax("某局.goal", data)
    assert len(compiled.syntax.lines) == 3 and len(compiled.syntax.statements) == 2
    assert [finding.code.slug for finding in compiled.syntax.findings] == ["encoding"]


def test_no_text() -> None:
    """二进制文件没有语法，也没有申报表。"""
    compiled = COMPILER.compile("某局.goal", bytes(range(256)))
    assert compiled.syntax is None and compiled.declaration is None and compiled.failed


def test_interchange_has_no_syntax() -> None:
    """数据交换文件没有语句。"""
    compiled = COMPILER.compile("某局.json", b"{}")
    assert compiled.syntax is None
