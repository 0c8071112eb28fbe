"""从官方句子读回规则。"""

from __future__ import annotations
