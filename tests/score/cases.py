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
ROAD = """项目名称 乡村道路
主管部门 县交通运输局
实施单位 县公路中心
年度 2026
表样 项目
年度总体目标
  1、新建道路10公里
数量指标 新建道路里程 >= 10 公里 分值 50 赋分 按比例
服务对象满意度指标 群众满意度 >= 90% 分值 40 赋分 按比例
"""
# A number that nobody has, put together here so that no whole number stands in the tree.
MOBILE = "137" + "12341640"
ROAD_FIGURES = """["预算"]
"年初预算数" = 500
"全年预算数" = 520
"全年执行数" = 520
["预算"."当年财政拨款"]
"全年预算数" = 500
"全年执行数" = 500
["预算"."其他资金"]
"全年预算数" = 20
"全年执行数" = 20
["目标"]
"实际完成情况" = "新建道路8公里"
["指标"."新建道路里程"]
"实际完成值" = 8
"偏差原因及改进措施" = "汛期停工，下年三月完工。"
["指标"."群众满意度"]
"实际完成值" = 96
["签字"]
"填表人" = "某某"
"联系电话" = "{MOBILE}"
""".replace("{MOBILE}", MOBILE)


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
