"""每条语句知道自己从哪里到哪里：从第一个字到最后一行缩进的字。"""

from __future__ import annotations

import pytest

from goaldsl.catalog import load
from goaldsl.parse import parse
from goaldsl.source import Source

TEXT = """\
# 申报表
部门 某局  # 全称
年度目标
  - 一
    接着写

  - 二
# 下面是指标

数量指标 篇数 >= 3 篇 分值 5
  解释 说明文字
  这一行读不懂
# 插在中间
  备注 完
产出指标
停用 数量指标 旧名
  说明[GD103]：取消
句式 按比例 得分
说明[GC108]：不服务公众
"""
EXTENTS = [
    "部门 某局",
    "年度目标\n  - 一\n    接着写\n\n  - 二",
    "数量指标 篇数 >= 3 篇 分值 5\n  解释 说明文字\n  这一行读不懂\n# 插在中间\n  备注 完",
    "产出指标",
    "停用 数量指标 旧名\n  说明[GD103]：取消",
    "句式 按比例 得分",
    "说明[GC108]：不服务公众",
]


@pytest.mark.parametrize("margin", ["", "  ", "\t", "　"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_extents(margin: str, line_end: str) -> None:
    """整份文件缩进与否、哪一种换行，都一样；后面的注释不算。"""

    def typed(text: str) -> str:
        return text.replace("\n", line_end + margin)

    text = margin + typed(TEXT)
    syntax = parse(Source("案例.goal", text), load())
    found = [text[each.extent.start : each.extent.end] for each in syntax.statements]
    assert [each.replace(line_end + margin, "\n") for each in found] == EXTENTS
