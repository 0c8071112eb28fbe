"""计量单位：量纲、大小、由此推出的单位；百分率的范围。"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.catalog import RateDomain, load
from goaldsl.catalog.units import MULTIPLES, packaged_units

unit = load().unit
COUNTS = sorted(u.symbol for u in packaged_units().values() if u.dimension == "count" and u.scale == 1)
MEASURES = sorted(u.symbol for u in packaged_units().values() if "/" not in u.symbol)


@pytest.mark.parametrize(
    ("word", "dimension", "scale"),
    [
        ("篇", "count", 1),
        ("万件", "count", 10_000),
        ("亿人次", "count", 100_000_000),
        ("%", "rate", Fraction(1, 100)),
        ("％", "rate", Fraction(1, 100)),
        ("百分比", "rate", Fraction(1, 100)),
        ("个百分点", "rate", Fraction(1, 100)),
        ("‰", "rate", Fraction(1, 1000)),
        ("元", "money", 1),
        ("千元", "money", 1_000),
        ("万元", "money", 10_000),
        ("百万元", "money", 1_000_000),
        ("亿元", "money", 100_000_000),
        ("万亿元", "money", 10**12),
        ("月", "months", 1),
        ("季度", "months", 3),
        ("年", "months", 12),
        ("小时", "hours", 1),
        ("分钟", "hours", Fraction(1, 60)),
        ("天", "hours", 24),
        ("周", "hours", 168),
        ("亩", "area", Fraction(2000, 3)),
        ("万亩", "area", Fraction(20_000_000, 3)),
        ("公顷", "area", 10_000),
        ("㎡", "area", 1),
        ("m²", "area", 1),
        ("km", "length", 1_000),
        ("Ｍ", "length", 1),
        ("厘米", "length", Fraction(1, 100)),
        ("吨", "weight", 1_000),
        ("克", "weight", Fraction(1, 1000)),
        ("升", "volume", Fraction(1, 1000)),
        ("度", "energy", 1),
        ("GB", "data", 1_024),
        ("元/亩", "money/area", Fraction(3, 2000)),
        ("万元/公里", "money/length", 10),
        ("次/月", "count/months", 1),
        ("元每平方米", "money/area", 1),
        ("元/人·天", "money/count/hours", Fraction(1, 24)),
        ("毫克/升", "weight/volume", Fraction(1, 1000)),
    ],
)
def test_dimension_and_scale(word: str, dimension: str, scale: int | Fraction) -> None:
    """单位的量纲和大小。"""
    found = unit(word)
    assert (found.dimension, found.scale) == (dimension, scale)


def test_a_mu_is_exact() -> None:
    """一亩是十五分之一公顷。"""
    assert unit("亩").scale * 15 == unit("公顷").scale


def test_counts_of_different_things() -> None:
    """不同之物的计数不能换算。"""
    assert unit("人").counted == unit("名").counted == unit("位").counted
    assert unit("人").counted != unit("人次").counted
    assert unit("万人次").counted == unit("人次").counted
    assert unit("美元").dimension != unit("元").dimension


def test_working_days_are_not_days() -> None:
    """工作日不与天换算。"""
    assert unit("工作日").dimension != unit("天").dimension


def test_only_counts_are_whole() -> None:
    """只有计数一定是整数。"""
    assert unit("篇").whole and unit("万件").whole
    assert not unit("元/人").whole and not unit("万元").whole and not unit("年").whole


@pytest.mark.parametrize("word", ["", "/", "scroe", "百年", "万%", "元/", "/亩", "篇篇", "元/某物"])
def test_unknown_units(word: str) -> None:
    """没有的单位就说没有。"""
    assert not unit(word).known


def test_units_keep_their_letters() -> None:
    """单位照原样印。"""
    assert [unit(word).symbol for word in ("百分比", "％", "KM", "某某")] == ["百分比", "％", "KM", "某某"]


@given(st.sampled_from(COUNTS), st.sampled_from(sorted(MULTIPLES)))
def test_multiples(word: str, multiple: str) -> None:
    """万X就是一万个X。"""
    listed = packaged_units().get(multiple + word)
    many = unit(multiple + word)
    assert many.scale == MULTIPLES[multiple] and many.counted == (listed or unit(word)).counted


@given(st.sampled_from(MEASURES), st.sampled_from(MEASURES))
def test_quotients(top: str, below: str) -> None:
    """每X的大小是相除。"""
    if "每" in top + below:
        return
    rate = unit(f"{top}/{below}")
    assert rate.known and not rate.whole
    assert rate.scale == unit(top).scale / unit(below).scale


@given(st.text(max_size=8))
def test_any_word_may_be_asked(word: str) -> None:
    """什么字都能问。"""
    assert unit(word).symbol == word
    assert unit(word).scale > 0


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("文体活动参与率", "share"),
        ("培训合格率（%）", "share"),
        ("群众满意度", "share"),
        ("“好差评”评价率", "share"),
        ("项目(工程)完成及时率", "share"),
        ("重点工作的办结率", "share"),
        ("旅游总收入增长率", "change"),
        ("参训人员月收入增幅", "change"),
        ("“三公”经费变动率", "change"),
        ("成本节约率", "change"),
        ("任务完成率", "other"),
        ("预算控制率", "other"),
        ("资金到位率", "other"),
        ("学前教育毛入学率", "other"),
        ("适龄儿童入学率", "share"),
        ("覆盖率达到要求的村", "other"),
    ],
)
def test_domain_of_a_rate(name: str, domain: str) -> None:
    """百分率的范围看中心词。"""
    assert load().rate_domain(name) is RateDomain(domain)
