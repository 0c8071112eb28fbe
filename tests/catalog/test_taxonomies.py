"""指标体系：两棵树、各地的叫法、英文写法。"""

from __future__ import annotations

import pytest

from goaldsl.catalog import load
from goaldsl.model.target import Direction
from goaldsl.model.taxonomy import Category, Taxonomy


def tree(name: str) -> Taxonomy:
    taxonomy = load().taxonomy(name)
    assert taxonomy is not None
    return taxonomy


def drawn(taxonomy: Taxonomy) -> str:
    return "\n".join(
        f"{level.name}：" + "、".join(child.name for child in level.children) for level in taxonomy.levels
    )


def test_the_tree_of_2021() -> None:
    """2021年的树把成本列为一级。"""
    assert drawn(tree("2021")) == (
        "成本指标：经济成本指标、社会成本指标、生态环境成本指标\n"
        "产出指标：数量指标、质量指标、时效指标\n"
        "效益指标：经济效益指标、社会效益指标、生态效益指标、可持续影响指标\n"
        "满意度指标：服务对象满意度指标"
    )


def test_the_tree_of_2015() -> None:
    """2015年的树把成本列在产出之下。"""
    assert drawn(tree("2015")) == (
        "产出指标：数量指标、质量指标、时效指标、成本指标\n"
        "效益指标：经济效益指标、社会效益指标、生态效益指标、可持续影响指标\n"
        "满意度指标：服务对象满意度指标"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("满意度指标", "服务对象满意度指标"),
        ("服务对象满意度指标等", "服务对象满意度指标"),
        ("社会公众或服务对象满意度指标", "服务对象满意度指标"),
        ("环境效益指标", "生态效益指标"),
        ("quantity", "数量指标"),
        ("Quality", "质量指标"),
        ("ｔｉｍｅｌｉｎｅｓｓ", "时效指标"),
        ("social-benefit", "社会效益指标"),
        ("satisfaction", "服务对象满意度指标"),
    ],
)
def test_spellings_of_second_level_classes(written: str, meant: str) -> None:
    """各地对二级指标的叫法。"""
    for name in ("2015", "2021"):
        category = load().category(tree(name), written)
        assert category is not None and category.level2 == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("效果指标", "效益指标"),
        ("项目完成指标", "产出指标"),
        ("满意度指标", "满意度指标"),
        ("outputs", "产出指标"),
    ],
)
def test_spellings_of_first_level_classes(written: str, meant: str) -> None:
    """各地对一级指标的叫法。"""
    level = load().first_level(tree("2021"), written)
    assert level is not None and level.name == meant


def test_cost_stands_elsewhere_in_each_tree() -> None:
    """成本指标在两棵树里的位置不同。"""
    catalog = load()
    assert catalog.category(tree("2015"), "成本指标") == Category("产出指标", "成本指标")
    assert catalog.category(tree("2021"), "成本指标") is None
    assert catalog.category(tree("2021"), "economic-cost") == Category("成本指标", "经济成本指标")


def test_directions() -> None:
    """成本以低为好，其余以高为好。"""
    for name in ("2015", "2021"):
        for level in tree(name).levels:
            for child in level.children:
                falling = child.direction is Direction.DESCENDING
                assert falling == ("成本" in child.name), child.name


def test_years_and_documents() -> None:
    """年份和文号写在树上。"""
    assert (tree("2015").first_year, tree("2021").first_year) == (2015, 2021)
    assert "财预〔2015〕88号" in tree("2015").source
    assert "财预〔2021〕101号" in tree("2021").source


def test_words_of_all_trees() -> None:
    """所有分类的写法合在一起。"""
    words = load().class_words()
    assert {"数量指标", "成本指标", "经济成本指标", "满意度指标", "environmental-cost"} <= words
    assert "效果指标" in load().first_level_words()
    assert "调研报告" not in words
