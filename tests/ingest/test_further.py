"""并列的两栏指标值：年度一栏是指标值，中期、半年、上年一栏写成子句，一格不丢；不是指标值的留在注释里。"""

from __future__ import annotations

import pytest

from goaldsl.catalog import load
from goaldsl.ingest.importing import counted, import_file
from goaldsl.ingest.reading.result import Fate

_ROWS = (
    ("产出指标", "数量指标", "培训人次", "≥7200人次", "≥2400人次"),
    ("产出指标", "质量指标", "合格率", "98%", "≥95%"),
    ("产出指标", "时效指标", "完成时间", "2020年11月底前", "2018年11月底前"),
    ("效益指标", "社会效益指标", "能力", "显著提高", "提高"),
    ("满意度指标", "服务对象满意度指标", "学员满意度", "≥92%", "≥90%"),
)


def page(*heads: str) -> bytes:
    """A form as a web page; `heads` are rows of the last two headings."""
    upper = "".join(f"<td>{word}</td>" for word in ("一级指标", "二级指标", "三级指标"))
    head = f"<tr>{upper}{heads[0]}</tr>" + "".join(
        f"<tr><td></td><td></td><td></td>{each}</tr>" for each in heads[1:]
    )
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _ROWS)
    return (
        "<table><tr><td colspan=5>项目支出绩效目标申报表</td></tr><tr><td colspan=5>（2018年度）</td></tr>"
        f"<tr><td>项目名称</td><td colspan=4>人才培训</td></tr>{head}{rows}</table>"
    ).encode()


@pytest.mark.parametrize(
    ("word", "heads"),
    [
        ("中期", ("<td>中期指标值</td><td>年度指标值</td>",)),
        ("中期", ("<td>实施期指标值</td><td>年度指标值</td>",)),
        ("中期", ("<td colspan=2>指标值</td>", "<td>中期</td><td>年度</td>")),
        ("半年", ("<td>半年（程）指标值</td><td>全年（程）指标值</td>",)),
        ("上年", ("<td>上年指标值</td><td>年度指标值</td>",)),
    ],
)
def test_two_values(word: str, heads: tuple[str, ...]) -> None:
    (goal,) = import_file("表.html", page(*heads), load()).goals
    said = [line.strip() for line in goal.text.splitlines() if line.startswith(f"  {word} ")]
    assert said == [f"{word} {row[3]}" for row in _ROWS]
    assert "数量指标 培训人次 >= 2400 人次" in goal.text
    _, fates, lost = counted([goal.form])
    assert (fates[Fate.NOTED], lost) == (0, 0)


def test_what_is_no_target_is_noted() -> None:
    """上年的实际完成值不是指标值，留在注释里。"""
    heads = "<td>上年完成值</td><td>年度指标值</td>"
    (goal,) = import_file("表.html", page(heads), load()).goals
    assert "  上年 " not in goal.text
    assert "7200人次" in goal.text.partition("# 原文里没处放的")[2]
