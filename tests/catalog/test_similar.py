"""“是不是……？”：够近才提示，拿不准就不提示。"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goaldsl.catalog import load, similar


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("数量指针", "数量指标"),
        ("数量", "数量指标"),
        ("质量旨标", "质量指标"),
        ("社会效益指", "社会效益指标"),
        ("服务对象满意指标", "服务对象满意度指标"),
        ("quantiy", "quantity"),
        ("timelines", "timeliness"),
    ],
)
def test_misspelt_classes(typed: str, meant: str) -> None:
    """写错一两个字的分类。"""
    assert similar(typed, sorted(load().class_words())) == meant


def test_swapped_letters() -> None:
    """写错的字母和调换的字母。"""
    assert similar("scroe", ["score", "rule", "criterion"]) == "score"
    assert similar("profle", ["form", "profile"]) == "profile"


@pytest.mark.parametrize("typed", ["", "人", "调研报告", "办公室", "x", "2026"])
def test_distant_words_are_not_suggested(typed: str) -> None:
    """差得远的不提示。"""
    assert similar(typed, sorted(load().class_words())) is None


def test_misspelt_units() -> None:
    """单位只差一个字。"""
    assert similar("平方木", load().unit_names()) in ("平方米", "平方")
    assert similar("万圆", load().unit_names()) in ("万元", None)


@given(st.text(min_size=2, max_size=12))
def test_a_word_is_nearest_to_itself(word: str) -> None:
    """原词就是最近的。"""
    blank = not word.split() or len("".join(word.split())) < 2
    assert blank or similar(word, [word, word + "的"]) in (word, word + "的")


@given(st.lists(st.text(max_size=6), max_size=6), st.text(max_size=6))
def test_the_answer_is_a_candidate_whatever_the_order(words: list[str], word: str) -> None:
    """只从给出的词里选，与次序无关。"""
    found = similar(word, words)
    assert found is None or found in words
    assert found == similar(word, list(reversed(words)))
