"""The official sentence of each kind of rule, in the common wording and in a file's own (官方句子.md, 句式.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.model.rule import Rule, Sentence, Term
from goaldsl.scoring.recognition import read_sentence
from goaldsl.scoring.wording import templates, unknown_holes
from tests.scoring.indicators import read, rows

HERE = Path(__file__).parent


@pytest.mark.parametrize(("line", "sentence"), rows(HERE / "官方句子.md"))
def test_sentence(line: str, sentence: str) -> None:
    indicator, findings = read(line)
    assert indicator.printed.criterion == sentence
    assert not [finding for finding in findings if finding.code.code.startswith("GS")]


@pytest.mark.parametrize(("wording", "line", "sentence"), rows(HERE / "句式.md"))
def test_wording(wording: str, line: str, sentence: str) -> None:
    indicator, _ = read(f"{wording}\n{line}")
    assert indicator.printed.criterion == sentence


def test_a_sentence_is_kept_to_the_letter() -> None:
    """官方句子暂时整句保留，一个字不改。"""
    text = "满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分"
    assert read_sentence(text) == Rule((Term(Sentence(text)),))


@pytest.mark.parametrize("kind", templates())
def test_the_packaged_wording_uses_only_its_own_holes(kind: str) -> None:
    """通用句式里的每个空都填得上。"""
    assert unknown_holes(kind, templates()[kind].text) == ()


def test_no_two_kinds_of_sentence_share_a_name() -> None:
    """句式的名称不重复，改一种不会误改另一种。"""
    names = [name for kind, template in templates().items() for name in {kind, *template.names}]
    assert len(names) == len(set(names))
