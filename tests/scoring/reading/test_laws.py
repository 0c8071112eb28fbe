"""The mirror: a sentence that a rule prints is that rule when it is read, or is handed over; never another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.catalog.data import ids
from goaldsl.model.rule import BasisKind, Manual, Pass, Rule
from goaldsl.scoring.function.lowering import lower
from goaldsl.scoring.function.order import Verdict, compare
from goaldsl.scoring.function.score import ScoreFunction
from goaldsl.scoring.reading import Read
from goaldsl.scoring.reading import read as read_sentence
from goaldsl.scoring.sentence import render
from goaldsl.scoring.subject import Subject
from tests.scoring.indicators import read, rows, subject
from tests.scoring.reading.same import said
from tests.scoring.strategies import rules, subjects

HERE = Path(__file__).parents[1]


def wordings() -> list[tuple[tuple[str, str], ...]]:
    """The different wordings of the packaged profiles."""
    profiles = [load().profile(identity) for identity in ids("profile")]
    return sorted({tuple(profile.wording.items()) for profile in profiles if profile is not None})


PRINTED = [
    row for row in rows(HERE / "官方句子.md") if "人工" not in row[0] and "及格 60% 反比" not in row[0]
]


@pytest.mark.parametrize(("line", "sentence"), PRINTED)
def test_every_packaged_sentence_reads_back(line: str, sentence: str) -> None:
    """通用句式印出的每一种句子，读回来还是原来的规则。"""
    indicator, _ = read(line)
    row = subject(indicator)
    reading = read_sentence(sentence, row, load().unit)
    assert isinstance(reading, Read), sentence[reading.stopped_at :]
    assert indicator.rule is not None
    assert said(reading.rule, row) == said(indicator.rule, row)


def about_the_row(rule: Rule) -> bool:
    """未发生投诉得5分，无偏差得5分 are said of the row itself, whatever else a rule may mean by them."""
    return not any(
        isinstance(term.shape, Pass) and term.basis.kind is not BasisKind.ACTUAL for term in rule.terms
    )


def same(one: Rule, other: Rule, row: Subject) -> bool:
    """Alike as written, or as functions; what cannot be computed cannot be told apart by a number."""
    if said(one, row) == said(other, row):
        return True
    left, right = lower(one, row), lower(other, row)
    if not isinstance(left, ScoreFunction) or not isinstance(right, ScoreFunction):
        return not isinstance(right, ScoreFunction)
    return compare(left, right).verdict is Verdict.EQUAL


@pytest.mark.parametrize("words", wordings())
def test_no_printed_rule_is_read_as_another(words: tuple[tuple[str, str], ...]) -> None:
    """任意一条写得通的规则印成句子，读回来要么是它，要么交给人，不会是另一条。"""
    wording = dict(words)

    @given(rules().filter(about_the_row), subjects())
    @settings(max_examples=60, deadline=None)
    def holds(rule: Rule, row: Subject) -> None:
        sentence = render(rule, row, wording)
        reading = read_sentence(sentence, row)
        by_hand = any(isinstance(term.shape, Manual) for term in rule.terms)
        if isinstance(reading, Read) and not by_hand:
            assert same(rule, reading.rule, row), sentence

    holds()


PIECES = (
    "满意度", "完成", "未完成", "达到", "95%", "3篇", "10天", "一", "半", "以上", "以下", "（含）", "得", "扣", "满分",
    "10分", "0.5分", "不得分", "否则", "每", "低", "超", "推迟", "1个百分点", "1次", "投诉", "按比例", "计分", "得分=",
    "实际值", "/", "计划值", "*", "指标分值", "（", "）", "，", "；", "。", "、", "：", "-", "≥", "＜", "2026年12月31日前",
    "扣完为止", "最多扣", "基础分", "不足", "按", "计", "1、", "（2）", "以上各项合计计分", "分为", "三个档次", "100%-80%",
    "酌情", "0", "%", "分", "分别", "各", "/次", "其余按线性内插", "负增长", "1/0", "［80%，90%）", "前三名",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), subjects())
@settings(max_examples=400, deadline=None)
def test_any_words_are_read_or_handed_over(sentence: str, row: Subject) -> None:
    """什么句子都读得完：要么是规则，要么说出停在哪里，停的地方在句子之内。"""
    reading = read_sentence(sentence, row)
    if not isinstance(reading, Read):
        assert 0 <= reading.stopped_at <= len(sentence)
    for remark in reading.remarks:
        assert sentence[remark.span.start : remark.span.end] == remark.said


@given(st.text(max_size=40), subjects())
@settings(max_examples=100, deadline=None)
def test_any_signs_are_read_or_handed_over(sentence: str, row: Subject) -> None:
    """乱码也不会出错。"""
    read_sentence(sentence, row)
