"""曲线画成的小图：自成一体，黑白可印，读屏软件读得出。"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from goaldsl.emit.curve import svg
from goaldsl.scoring.curve import picture
from tests.scoring.function.answers import function


def drawn(line: str) -> str:
    found = picture(function(line))
    assert found is not None
    return svg(found, "满意度 ≥ 95%，满分 <10> 分")


def test_the_picture_is_whole_and_plain() -> None:
    text = drawn("服务对象满意度指标 群众满意度 >= 95% 分值 10 赋分 每低1%扣0.5分")
    root = ElementTree.fromstring(text)
    assert root[0].tag == "title" and root[0].text == "满意度 ≥ 95%，满分 <10> 分"
    assert root.attrib["role"] == "img"
    assert {word.text for word in root.iter("text")} >= {"0", "10", "95"}
    assert "http" not in text and "#" not in text  # no other file, no colour


def test_the_same_rule_gives_the_same_picture() -> None:
    line = "经济成本指标 支出总额 <= 5 万元 分值 20 赋分 按比例 反比"
    assert drawn(line) == drawn(line)
    assert drawn(line).count("<polyline") == 2
