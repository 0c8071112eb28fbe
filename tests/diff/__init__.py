"""去年与今年：两份申报表怎样比。"""

from __future__ import annotations
