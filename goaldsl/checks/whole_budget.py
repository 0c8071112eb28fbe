"""Which cost indicators only repeat the whole budget as a ceiling: 部门预算支出金额 <= 814.87 万元."""

from __future__ import annotations

import re

from goaldsl.model.declaration import Indicator
from goaldsl.model.target import Operator, QuantityTarget

# Only words that name the whole; 人均, 三公经费, 基本支出 and any other word mean a part or a price.
_WHOLE = re.compile(
    r"(?=.*(?:预算|总|整体))"
    r"(?:部门|单位|项目|年度|全年|当年|本年|财政|本级|区级|县级|预算|总|整体|成本|支出|投资|投入|资金|经费|费用|金额|额"
    r"|控制|计划|安排|决算|实际|核定|批复|上限|规模|数|范围|以内|之内|内|在|不超|超|情况|的|度)+"
)
_CEILINGS = (Operator.AT_MOST, Operator.LESS, Operator.EQUAL)
_REMARK = re.compile(r"[（(].*?[）)]|\s")


def whole_budget(indicator: Indicator, *, of_department: bool) -> QuantityTarget | None:
    """The ceiling, if the indicator is one. In a department's form 项目支出 is a part, not the whole."""
    target = indicator.target
    if not isinstance(target, QuantityTarget) or target.unit is None or target.unit.dimension != "money":
        return None
    name = _REMARK.sub("", indicator.name.value)
    if target.sense not in _CEILINGS or len(name) > 20 or not _WHOLE.fullmatch(name):
        return None
    return None if of_department and "项目" in name else target
