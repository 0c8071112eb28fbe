"""表样：栏目、字样、说明、分值印在哪里，与原件一致。"""

from __future__ import annotations

import pytest

from goaldsl.catalog import DEFAULT_FORM, load
from goaldsl.model.form import FieldType, Form, Place, PointsPlace


def form(name: str) -> Form:
    found = load().form(name)
    assert found is not None
    return found


def labels(name: str, place: Place) -> list[str]:
    return [field.label for field in form(name).fields if field.place is place]


def headings(name: str) -> list[str]:
    return [column.label for column in form(name).columns]


def test_the_common_form_of_zhijiang() -> None:
    """芷江常用的一种。"""
    office = form("芷江")
    assert (office.title, office.year_line) == ("部门（单位）整体支出绩效目标表", "{年度} 年度")
    assert labels("芷江", Place.HEADER) == ["部门（单位）名称", "部门（单位）职责", "年度履职目标"]
    assert labels("芷江", Place.SIGN_OFF) == ["业务股室审核", "绩效股审核"]
    assert labels("芷江", Place.BELOW) == ["填表人", "联系电话", "填表日期", "单位负责人"]
    assert headings("芷江") == [
        "一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "计量单位", "指标解释", "评（扣）分标准", "备注",
    ]  # fmt: skip
    assert office.points is PointsPlace.SENTENCE
    assert len(office.notes) == 10
    assert office.notes[3].startswith("度量单位：") and office.notes[3].endswith("设置为空不可填")


def test_how_the_three_forms_of_zhijiang_differ() -> None:
    """芷江的三种表样不同在哪里。"""
    overall, short = form("芷江整体绩效"), form("芷江简式")
    assert (overall.title, overall.year_line) == ("部门（单位）整体绩效目标表", "({年度})年度")
    assert labels("芷江整体绩效", Place.HEADER)[-1] == "年度总体目标"
    assert headings("芷江整体绩效")[3] == "指标类型"
    assert overall.notes[1].endswith("（下拉选择五个符号之一或者定性）")
    assert overall.notes[3].startswith("计量单位：")
    assert (short.title, short.notes) == ("部门（单位）整体支出绩效目标表", ())
    assert labels("芷江简式", Place.BELOW) == []
    numbers = {name: form(name).fields[1].number for name in ("芷江", "芷江整体绩效", "芷江简式")}
    assert numbers == {"芷江": "{n}、", "芷江整体绩效": "{n}. ", "芷江简式": "({n})"}
    assert [form(name).fields[1].join for name in numbers] == [True, True, False]


def test_the_form_of_hengyang() -> None:
    """衡阳的申报表分值印在备注，没有审核和填表人。"""
    assert form("衡阳").title == "部门（单位）整体绩效目标申报表"
    assert form("衡阳").points is PointsPlace.REMARK
    assert labels("衡阳", Place.SIGN_OFF) == labels("衡阳", Place.BELOW) == []
    assert headings("衡阳")[3] == "指标值类" and headings("衡阳")[7] == "评/扣分标准"


def test_the_form_of_chongqing() -> None:
    """重庆的部门表权重自成一栏，不分一二级。"""
    assert headings("重庆") == ["指标名称", "指标权重", "计量单位", "指标性质", "指标值"]
    assert form("重庆").points is PointsPlace.COLUMN


def test_project_forms_print_two_fields_in_a_row() -> None:
    """项目表的栏目两个一行。"""
    rows: dict[int, list[str]] = {}
    for field in form("项目").fields:
        if field.place is Place.HEADER:
            rows.setdefault(field.row, []).append(field.label)
    assert rows[1] == ["主管部门及代码", "实施单位"] and rows[2] == ["项目属性", "项目期"]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("部门", "department"),
        ("部门单位名称", "department"),
        ("部门(单位)名称：", "department"),
        ("department", "department"),
        ("填报单位", "filler_unit"),
        ("职责", "duties"),
        ("部门（单位）职责", "duties"),
        ("年度目标", "goals"),
        ("年度履职目标", "goals"),
        ("年度总体目标", "goals"),
        ("预算", "budget"),
        ("年度资金总额（万元）", "budget"),
        ("其中:财政拨款", "fiscal_funds"),
        ("*联系人", "contact"),
        ("填表人", "prepared_by"),
        ("filler", "prepared_by"),
        ("电话", "phone"),
        ("填报日期", "prepared_on"),
        ("单位负责人签字：", "unit_head"),
        ("业务股室审核", "business_review"),
        ("绩效股审核", "performance_review"),
        ("项目名称", "project"),
        ("主管部门及代码", "supervisor"),
    ],
)
def test_labels_are_known_under_every_form(written: str, key: str) -> None:
    """各地对栏目的叫法，任何表样都认得。"""
    for name in load().ids("form"):
        field = load().field(form(name), written)
        assert field is not None and field.key == key, name


def test_cells_of_the_finance_bureau() -> None:
    """财政部门填的栏目单位不必填。"""
    bureau = {field.key for field in form("芷江").fields if field.bureau}
    assert bureau == {"business_review", "performance_review", "finance_review"}


def test_fields_have_types() -> None:
    """栏目的内容有类型。"""
    types = {field.key: field.type for field in form("芷江").fields}
    assert types["goals"] is FieldType.LINES and types["budget"] is FieldType.MONEY
    assert types["prepared_on"] is FieldType.DATE and types["project_period"] is FieldType.PERIOD


def test_the_default_form() -> None:
    """没有指定表样时用通用的。"""
    assert form(DEFAULT_FORM).name.endswith("（通用）")
    assert form(DEFAULT_FORM).points is PointsPlace.COLUMN


def test_profile_and_taxonomy_of_every_form_exist() -> None:
    """每种表样的分值方案和指标体系都在。"""
    for name in load().ids("form"):
        assert load().profile(form(name).profile) is not None
        assert load().taxonomy(form(name).taxonomy) is not None


def test_forms_have_fingerprints() -> None:
    """表样各有各的指纹。"""
    prints = {form(name).sha256 for name in load().ids("form")}
    assert len(prints) == len(load().ids("form"))
    assert all(len(value) == 64 for value in prints)
