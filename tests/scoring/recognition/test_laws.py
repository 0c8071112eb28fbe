"""Sentence and rule are inverse: what a rule prints is read back as that rule, in the wording of every profile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.catalog import load
from goaldsl.catalog.data import ids
from goaldsl.model.rule import Manual, Ratio, Rule
from goaldsl.scoring.recognition import recognise
from goaldsl.scoring.recognition.said import said
from goaldsl.scoring.sentence import render
from goaldsl.scoring.subject import Subject
from tests.scoring.strategies import rules, subjects


def wordings() -> list[tuple[tuple[str, str], ...]]:
    """The different wordings of the packaged profiles."""
    profiles = [load().profile(identity) for identity in ids("profile")]
    return sorted({tuple(profile.wording.items()) for profile in profiles if profile is not None})


def has_formula(rule: Rule) -> bool:
    """A pass mark of 100 % leaves nothing to divide by (GB314)."""
    return not any(isinstance(term.shape, Ratio) and term.shape.floor == 1 for term in rule.terms)


@pytest.mark.parametrize("words", wordings())
def test_a_printed_rule_reads_back(words: tuple[tuple[str, str], ...]) -> None:
    """规则印成句子，再读回来，还是同一条规则。"""
    wording = dict(words)

    @given(rules().filter(has_formula), subjects())
    @settings(max_examples=300, deadline=None)
    def holds(rule: Rule, subject: Subject) -> None:
        sentence = render(rule, subject, wording)
        read = recognise(sentence, subject)
        if len(rule.terms) == 1 and isinstance(rule.terms[0].shape, Manual):
            assert read.rule is None
            return
        assert read.rule is not None, (sentence, read)
        assert said(read.rule, subject) == said(rule, subject), sentence

    holds()


PIECES = (
    "满意度", "完成", "未完成", "达到", "95%", "3篇", "10天", "一", "半", "以上", "以下", "（含）", "得", "扣", "满分",
    "10分", "0.5分", "不得分", "否则", "每", "低", "超", "推迟", "1个百分点", "1次", "投诉", "按比例", "计分", "得分=",
    "实际值", "/", "计划值", "*", "指标分值", "（", "）", "，", "；", "。", "、", "：", "-", "≥", "＜", "2026年12月31日前",
    "扣完为止", "最多扣", "基础分", "不足", "按", "计", "1、", "（2）", "以上各项合计计分", "分为", "三个档次", "100%-80%",
    "酌情", "0", "%", "分",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), subjects())
@settings(max_examples=400, deadline=None)
def test_any_words_are_read_or_refused(sentence: str, subject: Subject) -> None:
    """什么句子都读得完：要么是规则，要么说出停在哪里，停的地方在句子之内。"""
    read = recognise(sentence, subject)
    assert (read.rule is None) == (read.stopped_at is not None)
    if read.stopped_at is not None:
        assert sentence.startswith(read.understood)
        assert 0 <= len(read.understood) <= read.stopped_at <= len(sentence)
    for remark in read.remarks:
        assert sentence[remark.span.start : remark.span.end] == remark.said


@given(st.text(max_size=40), subjects())
@settings(max_examples=100, deadline=None)
def test_any_signs_are_read_or_refused(sentence: str, subject: Subject) -> None:
    """乱码也不会出错。"""
    read = recognise(sentence, subject)
    assert read.rule is not None or read.stopped_at is not None
