"""The names of a file of actual values: tables and keys, Chinese first, each with its English spelling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from goaldsl.catalog import folded

Tables = Mapping[str, Any]


class Name(NamedTuple):
    """A key: what a template writes, and what is read as well."""

    zh: str
    en: str


DEPARTMENT = Name("部门", "department")
YEAR = Name("年度", "year")
NOTE = Name("说明", "note")
BUDGET = Name("预算", "budget")
GOALS = Name("目标", "goals")
INDICATORS = Name("指标", "indicators")
SIGN_OFF = Name("签字", "sign-off")
ACHIEVED = Name("实际完成情况", "achieved")
TOP = (DEPARTMENT, YEAR, NOTE, BUDGET, GOALS, INDICATORS, SIGN_OFF)

INITIAL = Name("年初预算数", "initial")
ADJUSTED = Name("全年预算数", "adjusted")
EXECUTED = Name("全年执行数", "executed")
AMOUNTS = (INITIAL, ADJUSTED, EXECUTED)
REASON = Name("偏差原因及改进措施", "reason")

TOTAL = "年度资金总额"
PARTS = (
    Name("当年财政拨款", "appropriation"),
    Name("上年结转资金", "carried-over"),
    Name("其他资金", "other"),
)
SIGNERS = (
    Name("填表人", "prepared-by"),
    Name("联系电话", "phone"),
    Name("填表日期", "prepared-on"),
    Name("单位负责人", "unit-head"),
)


def value_of(tables: Tables, name: Name) -> Any:
    """What stands under a name in either spelling; None when nothing does."""
    spellings = {folded(spelling) for spelling in name}
    return next((value for key, value in tables.items() if folded(key) in spellings), None)


def table_of(tables: Tables, name: Name) -> Tables:
    """The table under a name; an empty one when there is none."""
    found = value_of(tables, name)
    return found if isinstance(found, Mapping) else {}


def row_of(tables: Tables, heading: str) -> Tables:
    """The table of one indicator."""
    return table_of(table_of(tables, INDICATORS), Name(heading, heading))
