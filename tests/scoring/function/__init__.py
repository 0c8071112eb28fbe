"""规则作为函数：得分、形状、比较。"""

from __future__ import annotations
