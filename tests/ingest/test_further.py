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


def test_tasks() -> None:
    """年度主要任务的小表，一行一项任务，带表头的单位；合计一行留在注释里，预算不受影响。"""
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in (
            ("科技特派员选派", "选派特派员下乡服务", "12.5", "10", "2.5"),
            ("实用技术培训", "全县培训", "8", "8", ""),
        )
    )
    text = (
        "<table><tr><td colspan=6>部门整体支出绩效目标申报表</td></tr><tr><td colspan=6>（2024年度）</td></tr>"
        "<tr><td>部门（单位）名称</td><td colspan=5>某县科技局</td></tr>"
        "<tr><td rowspan=4>年度主要任务</td><td rowspan=2>任务名称</td><td rowspan=2>主要内容</td>"
        "<td colspan=3>预算金额（万元）</td></tr><tr><td>总额</td><td>财政拨款</td><td>其他资金</td></tr>"
        f"{rows}<tr><td colspan=3>金额合计</td><td>20.5</td><td>18</td><td>2.5</td></tr>"
        "<tr><td>年度总体目标</td><td colspan=5>完成特派员选派</td></tr>"
        "<tr><td rowspan=4>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td colspan=2>指标值</td></tr>"
        "<tr><td>产出指标</td><td>数量指标</td><td>选派人数</td><td colspan=2>≥30人</td></tr>"
        "<tr><td>产出指标</td><td>质量指标</td><td>合格率</td><td colspan=2>≥95%</td></tr>"
        "<tr><td>满意度指标</td><td>服务对象满意度指标</td><td>农户满意度</td><td colspan=2>≥90%</td></tr></table>"
    )
    (goal,) = import_file("表.html", text.encode(), load()).goals
    assert (
        "任务 科技特派员选派\n  内容 选派特派员下乡服务\n  预算 12.5 万元\n  财政拨款 10 万元\n  其他资金 2.5 万元\n"
        "任务 实用技术培训\n  内容 全县培训\n  预算 8 万元\n  财政拨款 8 万元\n"
    ) in goal.text
    assert counted([goal.form])[2] == 0
    assert [each.text for each in goal.form.leftovers] == ["金额合计", "20.5", "18", "2.5"]
