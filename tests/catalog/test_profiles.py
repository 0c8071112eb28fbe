"""分值方案：各一级指标的分值、预算执行率、必设的分类、等级。"""

from __future__ import annotations

from decimal import Decimal

import pytest

from goaldsl.catalog import load
from goaldsl.model.profile import Profile


def profile(name: str) -> Profile:
    found = load().profile(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("芷江县", {"成本指标": 20, "产出指标": 30, "效益指标": 30, "满意度指标": 10}),
        ("衡阳市", {"成本指标": 20, "产出指标": 40, "效益指标": 20, "满意度指标": 10}),
        ("国家2021", {"成本指标": 20, "产出指标": 40, "效益指标": 20, "满意度指标": 10}),
        ("国家2021不设成本", {"产出指标": 50, "效益指标": 30, "满意度指标": 10}),
        ("国家2021不设满意度", {"成本指标": 20, "产出指标": 40, "效益指标": 30}),
        ("国家2021不设成本和满意度", {"产出指标": 50, "效益指标": 40}),
        ("国家2020", {"产出指标": 50, "效益指标": 30, "满意度指标": 10}),
    ],
)
def test_goal_forms_total_ninety(name: str, points: dict[str, int]) -> None:
    """目标表合计90分，自评再加预算执行率10分。"""
    scheme = profile(name)
    assert {weight.level1: weight.points for weight in scheme.weights} == points
    assert scheme.total == 90 and scheme.execution == 10
    assert "财预〔2020〕10号" in scheme.execution_source


def test_free_and_flat_schemes() -> None:
    """四川的90分由单位分配，重庆的100分不分类。"""
    assert {weight.points for weight in profile("四川").weights} == {None}
    assert profile("重庆").weights == () and profile("重庆").total == 100


def test_required_classes() -> None:
    """数量和质量必设，满意度可以说明不适用。"""
    for name in ("芷江县", "衡阳市", "国家2021不设成本", "国家2020"):
        required = {(entry.level1, entry.level2): entry.waivable for entry in profile(name).required}
        assert required["产出指标", "数量指标"] is False and required["产出指标", "质量指标"] is False
        assert required["满意度指标", None] is True
        assert ("产出指标", "时效指标") not in required


def test_cost_is_required_where_it_has_points() -> None:
    """成本有分值才必设。"""
    for name in load().ids("profile"):
        weights = {weight.level1 for weight in profile(name).weights if weight.points}
        required = {entry.level1 for entry in profile(name).required}
        assert ("成本指标" in weights) == ("成本指标" in required), name


def test_required_classes_have_a_source() -> None:
    """必设的分类都写明依据。"""
    entries = [entry for name in load().ids("profile") for entry in profile(name).required]
    assert entries and all(entry.source for entry in entries)


def test_grade_thresholds() -> None:
    """等级线。"""
    grades = [(grade.name, grade.at_least) for grade in profile("芷江县").grades]
    assert grades == [("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0))]


def test_wording_of_zhijiang() -> None:
    """芷江按比例赋分的句式。"""
    assert profile("芷江县").wording["ratio"].startswith("按计划完成得{分值}分，否则按")
