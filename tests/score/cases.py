"""A small declaration, what was filled in for it, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping

from goaldsl.actuals.reading import read_actuals
from goaldsl.bind import Defaults
from goaldsl.catalog import Catalog, load
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Finding
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.model.actuals import Actuals
from goaldsl.model.declaration import Declaration
from goaldsl.model.evaluation import Evaluation
from goaldsl.source import Source

HEAD = "部门 某局\n年度 2026\n表样 芷江\n"
BUDGET = '["预算"]\n"全年预算数" = 100\n"全年执行数" = 100\n'


def declared(rows: str, head: str = HEAD, catalog: Catalog | None = None) -> Declaration:
    """The declaration of some indicator lines."""
    known = catalog or load()
    compiled = Compiler(known, Defaults(), frozenset()).compile(
        "goals/2026/某局.goal", (head + rows).encode()
    )
    assert compiled.declaration is not None
    return compiled.declaration


def filled_in(answers: Mapping[str, str], budget: str = BUDGET) -> str:
    """A TOML text with the answers of each indicator."""
    tables = (f'["指标"."{name}"]\n{text}\n' for name, text in answers.items())
    return budget + "".join(tables)


def read(
    declaration: Declaration, text: str, *, so_far: bool = False
) -> tuple[Actuals, list[Finding], Source]:
    """The actual values of a TOML text, and what is wrong with it."""
    source = Source("某局.actuals.toml", text, text.encode())
    actuals, findings = read_actuals(source, declaration, load(), so_far=so_far)
    return actuals, findings, source


def evaluated(declaration: Declaration, text: str) -> tuple[Evaluation, list[Finding]]:
    """The self-evaluation of a sound text."""
    actuals, findings, _ = read(declaration, text)
    assert [finding.message.zh for finding in findings] == []
    return evaluate(declaration, actuals, load())
