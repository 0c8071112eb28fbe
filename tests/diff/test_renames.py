"""名称不同的两行是不是同一个：照语料，一半调、一半验，两半都要对。"""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.diff.matching import Link
from tests.diff.sides import compared

CORPUS = Path(__file__).parent / "改名语料.md"
FORM = "部门 某某局\n年度 2026\n指标 {name} {target} 分值 10\n"


def rows() -> list[tuple[str, ...]]:
    lines = [line for line in CORPUS.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


@pytest.mark.parametrize("half", [0, 1], ids=["单号", "双号"])
def test_corpus(half: int) -> None:
    """该起疑的起疑，不该起疑的不起疑。"""
    wrong = [row for row in rows()[half::2] if row[4] != "难" and _suspected(*row[:4]) != (row[4] == "同")]
    assert wrong == []


def test_corpus_has_both_kinds() -> None:
    """两种判定都有，各不少于十五对。"""
    verdicts = [row[4] for row in rows()]
    assert verdicts.count("同") >= 15 and verdicts.count("不同") >= 15


def _suspected(old: str, before: str, new: str, after: str) -> bool:
    forms = compared(FORM.format(name=old, target=before), FORM.format(name=new, target=after))
    return any(each.link is Link.SUSPECTED for each in forms.matching.matches)


def test_real_forms_do_not_resemble_themselves() -> None:
    """真实的表里，名称不同的行两两不起疑。"""
    from goaldsl.catalog import load
    from goaldsl.diff.likeness import THRESHOLD, likeness, vetoed
    from goaldsl.diff.view import View
    from tests.diff.sides import side

    root = Path(__file__).parent.parent.parent
    asked, false = 0, []
    for file in sorted([*(root / "goals").rglob("*.goal"), *(root / "tests/forms").glob("*.goal")]):
        each = side(file.read_text("utf-8"), file.name)
        view = View(each, each, load())
        for one in view.rows:
            for other in view.rows:
                if one.key != other.key:
                    asked += 1
                    if (
                        not vetoed(one.traits, other.traits)
                        and likeness(one.traits, other.traits, 0 * THRESHOLD) >= THRESHOLD
                    ):
                        false.append((one.name, other.name))
    assert asked > 2000
    assert len(false) * 300 <= asked, false
