"""The official sentence of each kind of rule, in the common wording and in a file's own (官方句子.md, 句式.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.model.scoring import Unread
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


def test_a_sentence_not_understood_is_kept_to_the_letter() -> None:
    """没有读懂的官方句子整句保留，一个字不改，也不冒充规则。"""
    text = "视完成情况酌情给分，由主管部门研究确定"
    indicator, _ = read(f"数量指标 印发简报期数 >= 12 期 分值 10\n  赋分 {text}")
    assert isinstance(indicator.scoring, Unread)
    assert (indicator.scoring.sentence.value, indicator.printed.criterion) == (text, text)
    assert indicator.rule is None


@pytest.mark.parametrize("kind", templates())
def test_the_packaged_wording_uses_only_its_own_holes(kind: str) -> None:
    """通用句式里的每个空都填得上。"""
    assert unknown_holes(kind, templates()[kind].text) == ()


def test_no_two_kinds_of_sentence_share_a_name() -> None:
    """句式的名称不重复，改一种不会误改另一种。"""
    names = [name for kind, template in templates().items() for name in {kind, *template.names}]
    assert len(names) == len(set(names))
