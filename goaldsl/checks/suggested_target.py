"""What a clerk who wrote a number without an operator most likely meant, from the class and the name."""

from __future__ import annotations

import re

from goaldsl.catalog import RateDomain
from goaldsl.catalog.leanings import saves
from goaldsl.checks.check import Mended
from goaldsl.checks.facts import Facts
from goaldsl.checks.text.leanings import is_adverse, is_floor
from goaldsl.diagnostics import Edit, Message
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import Direction, Operator, QuantityTarget
from goaldsl.model.taxonomy import Category

_DATE = re.compile(r"\d{4}\s*(?:年|[-./]\d{1,2}(?!\d))")
_DURATION = re.compile(r"\d+(?:\.\d+)?\s*个?(?:年|季度|月|周|工作日|天|日|小时|分钟)内?")
_ALL = re.compile(r"100(?:\.0+)?\s*[%％]?")


CEILINGS = {Operator.AT_LEAST: "<=", Operator.MORE: "<"}
"""The ceiling in place of a floor."""


def turned(row: Indicator, target: QuantityTarget, message: Message) -> Mended:
    """A floor that should be a ceiling, at its sign, else at the name."""
    if not target.operator:
        return row.name.span, message, None
    return target.operator_span, message, Edit(target.operator_span, CEILINGS[target.sense])


def suggested_operator(indicator: Indicator, text: str, facts: Facts) -> str:
    """The operator or keyword to put before `text`."""
    if _DATE.match(text):
        return "截止"
    name = indicator.name.value
    if is_floor(name) and not saves(name):
        return "="
    if facts.catalog.rate_domain(name) is RateDomain.SHARE and _ALL.fullmatch(text):
        return "="
    if indicator.category and indicator.category.level2 == "时效指标" and _DURATION.fullmatch(text):
        return "<="
    return "<=" if _descending(indicator.category, facts) or is_adverse(name) else ">="


def _descending(category: Category | None, facts: Facts) -> bool:
    if category is None:
        return False
    level = facts.catalog.second_level(facts.declaration.taxonomy, category)
    return level.direction is Direction.DESCENDING
