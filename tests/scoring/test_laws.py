"""Laws that hold for every rule of the language, under every indicator."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.model.place import NOWHERE
from goaldsl.model.rule import Manual, Rule
from goaldsl.model.target import Direction
from goaldsl.parse import parse_rule
from goaldsl.scoring.notation import dsl
from goaldsl.scoring.points import plain
from goaldsl.scoring.resolution import resolved
from goaldsl.scoring.sentence import render
from goaldsl.scoring.subject import Subject
from goaldsl.scoring.validity import examine
from tests.scoring.publishing import data, rule_from_data
from tests.scoring.strategies import is_valid, rules, subjects


@given(rules(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_what_is_written_reads_back(rule: Rule, english: bool) -> None:
    """规则写成文字，再读回来，还是同一条规则。"""
    text = dsl(rule, english=english)
    assert parse_rule(text) == rule, text


@given(rules(), subjects())
@settings(max_examples=200, deadline=None)
def test_published_data_gives_the_resolved_rule_back(rule: Rule, subject: Subject) -> None:
    """规则写成 JSON，再读回来，是同一条规则，各项参数都已算清。"""
    published = json.loads(json.dumps(data(rule, subject)))
    again = rule_from_data(published)
    assert again == resolved(rule, subject)
    assert json.loads(json.dumps(data(again, subject))) == published


@given(rules(), subjects())
@settings(max_examples=200, deadline=None)
def test_every_rule_has_a_sentence(rule: Rule, subject: Subject) -> None:
    """任何规则都能写成一句话：一行，没有没填的空，没有科学记数。"""
    sentence = render(rule, subject, {})
    assert sentence
    assert not {"\n", "{", "}"} & set(sentence)
    assert "E+" not in sentence


@given(st.lists(rules(), min_size=2, max_size=20), subjects())
@settings(max_examples=60, deadline=None)
def test_different_rules_never_share_a_sentence(several: list[Rule], subject: Subject) -> None:
    """两条意思不同的规则，印出的句子也不同：看句子就知道是哪一条。"""
    said: dict[str, Rule] = {}
    for rule in several:
        if is_valid(rule, subject):
            meaning = resolved(rule, subject)
            assert said.setdefault(render(rule, subject, {}), meaning) == meaning


@given(rules(), subjects())
@settings(max_examples=200, deadline=None)
def test_spent_is_never_said_of_what_may_fall_below_nothing(rule: Rule, subject: Subject) -> None:
    """可倒扣的规则不说“扣完为止”。"""
    if rule.modifiers.signed:
        assert "扣完为止" not in render(rule, subject, {})


@given(rules(), subjects())
@settings(max_examples=200, deadline=None)
def test_every_finding_speaks_both_languages(rule: Rule, subject: Subject) -> None:
    """任何规则都查得完，每条意见都有中文、英文和改法。"""
    for finding in examine(rule, subject, NOWHERE):
        assert finding.message.zh
        assert finding.message.en.isascii() or any(mark in finding.message.en for mark in "“”")
        assert finding.remedy


@given(rules())
@settings(max_examples=100, deadline=None)
def test_words_of_a_person_are_kept(rule: Rule) -> None:
    """人工评判的话照原样印出。"""
    sentence = render(rule, Subject("完成篇数", None, Decimal(10), Direction.ASCENDING), {})
    for term in rule.terms:
        if isinstance(term.shape, Manual):
            assert term.shape.text.rstrip("。") in sentence


@given(st.fractions(max_denominator=10**6))
@settings(max_examples=200, deadline=None)
def test_numbers_print_exactly(value: Fraction) -> None:
    """数字怎么印都是原数：除得尽的印成小数，除不尽的印成分数。"""
    assert Fraction(plain(value)) == value
