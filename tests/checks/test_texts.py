"""从中文文字里读数、读日子、找重复的几条规律。"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.checks.text.framing import adds_nothing
from goaldsl.checks.text.quantities import quantities
from goaldsl.checks.text.repeats import repeating_lines, repeats
from goaldsl.checks.text.written import within
from goaldsl.checks.text.years import mentions
from goaldsl.model.place import Span, Text
from goaldsl.parse.numerals import chinese_number, number
from goaldsl.source import Source

_DIGITS = "零一二三四五六七八九"


def _in_words(value: int) -> str:
    """一万零三十 的写法：四位一节，节内的零只读一个。"""
    if value == 0:
        return "零"
    words = ""
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, value = divmod(value, unit)
        if section:
            gap = "零" if words and section < 1000 else ""
            words += gap + _section(section) + name
    return words


def _section(value: int) -> str:
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            words += ("零" if zero and words else "") + _DIGITS[digit] + name
        zero = digit == 0 if words else False
    return words


@given(st.integers(0, 10**9))
def test_numbers_in_words_are_read_back(value: int) -> None:
    """汉字写的数，读出来还是那个数。"""
    assert chinese_number(_in_words(value)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("两千", 2000),
        ("二百五十", 250),
        ("1,200", 1200),
        ("９５", 95),
        ("1.5", "1.5"),
    ],
)
def test_usual_spellings(words: str, value: object) -> None:
    """常见的写法。"""
    assert number(words) == Decimal(str(value))


@pytest.mark.parametrize("words", ["两三", "三四五", "百元"])
def test_no_numbers(words: str) -> None:
    """约数和别的字不是数。"""
    assert number(words) is None


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["%", "次", "万元", "人次", "公里"]))
def test_quantity_with_its_operator(amount: Decimal, unit: str) -> None:
    """“不低于N”说的是至少，“控制在N以内”说的是至多，数和单位一字不差。"""
    (least,) = quantities(f"全年不低于{amount}{unit}。", load().unit)
    (most,) = quantities(f"全年控制在{amount}{unit}以内。", load().unit)
    assert (least.sense, least.amount, least.unit.symbol) == (">=", amount, unit)
    assert (most.sense, most.amount) == ("<=", amount)
    assert f"全年不低于{amount}{unit}。"[least.start : least.end] == f"不低于{amount}{unit}"


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("不少于三次", ">="),
        ("3次以上", ">="),
        ("达到3次及以上", ">="),
        ("未达到3次", "<"),
        ("不超过3次", "<="),
        ("超过3次", ">"),
        ("低于3次", "<"),
        ("完成3次", "="),
        ("开展3次", ""),
    ],
)
def test_sense_of_operator_words(words: str, sense: str) -> None:
    """词尾相同的说法不混：不低于、低于，达到、未达到。"""
    (quantity,) = quantities(words, load().unit)
    assert (quantity.sense, quantity.amount) == (sense, Decimal(3))


@pytest.mark.parametrize("words", ["得10分", "第3次会议", "〔2021〕101号", "一次性验收"])
def test_no_quantities(words: str) -> None:
    """得分、序数、文号、名称里的数不是数量。"""
    assert not list(quantities(words, load().unit))


@given(st.text("计划完成培训安全生产，1", min_size=0, max_size=30))
def test_repeating_lines_agree_with_the_definition(line: str) -> None:
    """找到的行，正是有两到八个字连写两遍的行。"""
    prose = f"开头\n{line}\n结尾"
    lines = [each for each in prose.split("\n") if re.search(r"(.{2,8})\1", each)]
    assert set(lines) <= repeating_lines(prose)
    if not lines:
        assert not any(list(repeats(each)) for each in prose.split("\n"))


@given(
    st.text(
        "甲乙丙丁戊己庚辛",
        min_size=2,
        max_size=6,
    ).filter(lambda group: len(set(group)) == len(group))
)
def test_a_doubled_group_is_found(group: str) -> None:
    """任意几个不同的字连写两遍，都找得到，位置不差。"""
    text = f"按{group}{group}在年内办结"
    assert [text[start:end] for start, end in repeats(text)] == [group * 2]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年12月31日前完成", datetime.date(2026, 12, 31)),
        ("2026年6月底前", datetime.date(2026, 6, 30)),
        ("于2026年底完工", datetime.date(2026, 12, 31)),
        ("2026.11.30前", datetime.date(2026, 11, 30)),
        ("2026年9月验收", datetime.date(2026, 9, 30)),
    ],
)
def test_deadlines(text: str, day: datetime.date) -> None:
    """说到哪天为止。"""
    assert [mention.deadline for mention in mentions(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "较2025年增长3%",
        "2021年以来建成的站点",
        "到2030年基本普及",
        "2025-2026学年",
        "2026—2028年行动计划",
        "财预〔2021〕101号",
        "《2025年工作要点》",
        "2025年第3次常务会议",
        "截至2025年底",
        "2020年底前已建成的站点",
        "在2025年基础上",
        "与2024年同期持平",
        "2025年秋季学期",
        "2025年结转资金",
        "编号20260101",
    ],
)
def test_years_of_other_times(text: str) -> None:
    """历史、规划、文号、学年说的不是本年度。"""
    assert not list(mentions(text))


@given(st.text("考核调研报告完成情况", max_size=20))
def test_an_explanation_made_of_the_name_adds_nothing(name: str) -> None:
    """解释就是名称，或者给名称套上“考核……情况”，都没有新的内容；多一个实词就有。"""
    title = "乡村" + name + "篇数"
    assert adds_nothing(f"考核{title}情况。", title)
    assert not adds_nothing(f"考核经县委签批的{title}情况。", title)


@given(st.text("甲乙丙\n 0", max_size=12), st.text("甲乙丙丁", min_size=1, max_size=8), st.data())
def test_words_are_found_where_they_stand(before: str, words: str, data: st.DataObject) -> None:
    """一段文字里的字词，指得出在原文的哪里。"""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    source = Source("例.goal", before + words)
    text = Text(words, Span(len(before), len(before) + len(words)))
    assert source.slice(within(source, text, start, end)) == words[start:end]
