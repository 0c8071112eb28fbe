"""从年度目标里读出承诺：写得出就读得回，读什么都不出错。"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.checks.text.grades import is_vague_grade
from goaldsl.checks.text.measures import promises_measure
from goaldsl.checks.text.promises import promises, thing
from goaldsl.checks.text.unit_names import same_unit, titled_unit

UNIT_OF = load().unit
THINGS = st.sampled_from(["调研报告", "党务干部培训班", "高标准农田", "公益电影", "小型水库"])
UNITS = st.sampled_from(["篇", "期", "亩", "万亩", "场次", "座", "人次", "%", "公里"])
AMOUNTS = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False)
WORDS = st.text(
    alphabet="完成不低于年度以上调研报告3１8.,，、（）万篇%元/人0-~第号〔〕对全县一二", max_size=60
)


@given(THINGS, AMOUNTS, UNITS)
def test_a_promise_is_read_as_written(noun: str, amount: Decimal, unit: str) -> None:
    """“完成某事若干单位”读出的正是这件事、这个数、这个单位。"""
    (promise,) = promises(f"完成{noun}{amount}{unit}。", UNIT_OF)
    assert (promise.thing, promise.amount, promise.unit) == (noun, amount, UNIT_OF(unit))
    assert promise.firm


@given(WORDS)
def test_every_quantity_stands_where_it_is_said_to_stand(text: str) -> None:
    """指出的位置上正是那个数和单位。"""
    for promise in promises(text, UNIT_OF):
        number = re.match(r"[\d.,]+", text[promise.start : promise.end])
        assert number and Decimal(number[0].replace(",", "")) == promise.amount
        assert text[promise.start : promise.end].endswith(promise.unit.symbol[-1:])


@pytest.mark.parametrize(
    ("goal", "name"),
    [
        ("撰写调研报告", "调研报告完成篇数"),
        ("日均清运生活垃圾", "日均清运生活垃圾量"),
        ("全年发放困难残疾人生活补贴", "困难残疾人生活补贴发放人数"),
        ("培训合格率不低于", "培训合格率"),
    ],
)
def test_goal_and_indicator_say_the_same_thing(goal: str, name: str) -> None:
    """去掉动词和量词，目标里说的和指标名称是一件事。"""
    assert thing(goal) == thing(name)


def test_new_and_rebuilt_are_not_the_same_thing() -> None:
    """新建与改造不是一件事。"""
    assert thing("新建公厕") != thing("改造公厕数量")


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("合格率不低于95%", "least"),
        ("发生率不高于2%", "most"),
        ("公用经费控制在20万元以内", "most"),
        ("培训3期", ""),
    ],
)
def test_not_below_is_not_read_as_below(text: str, limit: str) -> None:
    """“不低于”里的“低于”不作数。"""
    (promise,) = promises(text, UNIT_OF)
    assert promise.limit == limit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("县委组织部", "中共芷江侗族自治县委组织部", True),
        ("314002-成安县民政局机关", "成安县民政局（本级）", True),
        ("某县水利局", "某县林业局", False),
    ],
)
def test_names_of_one_body(one: str, other: str, same: bool) -> None:
    """简称、编码、本级不算不同的单位。"""
    assert same_unit(one, other) is same is same_unit(other, one)


def test_the_unit_a_title_names() -> None:
    """表名开头的单位名称；只有年份和表名的，没有单位。"""
    assert titled_unit("成安县民政局2020年度预算项目绩效自评表") == "成安县民政局"
    assert titled_unit("2022年度项目支出绩效自评表") == ""
    assert titled_unit("项目支出绩效目标申报表") == ""


@pytest.mark.parametrize("word", ["效果明显", "有效推动", "显著提升", "良好", "较好"])
def test_vague_grades(word: str) -> None:
    """只说好坏的等级词。"""
    assert is_vague_grade(word)


@pytest.mark.parametrize("word", ["优良", "健全", "建立并执行", "通过省级验收", "提升", "较上年增长10%以上"])
def test_grades_that_can_be_checked(word: str) -> None:
    """查得出来的，或者没有等级的，不算笼统。"""
    assert not is_vague_grade(word)


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("加强党建工作的研究和指导", False),
        ("贯彻党的二十届四中全会精神，推进“一件事一次办”", False),
        ("落实湘财绩〔2021〕12号文件", False),
        ("2026年做好收支平衡", False),
        ("2026年6月底前完成", True),
        ("2026年底前完成", True),
        ("合格率达到百分之九十", True),
        ("编印简报十二期", True),
        ("困难群众应保尽保", True),
    ],
)
def test_what_can_be_measured(text: str, measured: bool) -> None:
    """数字、日期、比率算；年份、文号、会议和口号不算。"""
    assert promises_measure(text) is measured
