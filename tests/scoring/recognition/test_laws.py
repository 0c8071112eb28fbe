"""Sentence and rule are inverse: what a rule prints is read back as that rule, in the wording of every profile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

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
