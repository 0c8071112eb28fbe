"""真实的表：各种格式，逐格与真值比；有一格错了或漏了就不通过。"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.truth import compare, forms_of

FOLDER = Path(__file__).parent / "forms"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "真值.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted({each["file"] for each in TRUTH.values()}))
def test_every_cell_is_right(name: str) -> None:
    """每一格都对，一行不多，一行不少。"""
    expected = [each for each in TRUTH.values() if each["file"] == name]
    forms = forms_of(FOLDER / name)
    assert len(forms) == len(expected)
    for wanted, form in zip(expected, forms, strict=True):
        assert compare(wanted, form).words == ()


@pytest.mark.parametrize("name", sorted({each["file"] for each in TRUTH.values()}))
def test_no_cell_is_lost(name: str) -> None:
    """原文的每一格都有着落：照放、推断、待核，或者入注释。"""
    for form in forms_of(FOLDER / name):
        assert sorted(form.fates) == [number for number in form.pieces if number in form.fates]
        assert len(form.fates) == len(form.pieces)
