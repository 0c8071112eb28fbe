"""A day that Excel turned into its serial number: 44561 under a time."""

from __future__ import annotations

import datetime
import re

from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QuantityTarget

_SERIAL = re.compile(r"[34]\d{4}(?:\.0+)?")  # 1982 to 2036
_BEGINS = datetime.date(1899, 12, 30)
_TIMELY = "时效指标"


def excel_day(row: Indicator) -> datetime.date | None:
    """The day that the number of a row stands for; None where it is a number."""
    target = row.target
    timely = row.category is not None and row.category.level2 == _TIMELY
    if not timely or not isinstance(target, QuantityTarget) or target.unit is not None:
        return None
    if _SERIAL.fullmatch(target.amount_text) is None:
        return None
    return _BEGINS + datetime.timedelta(days=int(target.amount_text.split(".")[0]))
