"""真实的申报表：和自己比没有变化，和自己公布的 JSON 比也没有；任何两份都比得完。"""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.catalog import load
from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Comparison
from tests.cli.running import Project
from tests.diff.sides import side

ROOT = Path(__file__).parent.parent.parent
FORMS = sorted([*(ROOT / "goals").rglob("*.goal"), *(ROOT / "tests/forms").glob("*.goal")])


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_nothing_differs_from_itself(file: Path) -> None:
    """diff(x, x) 是空的。"""
    one = side(file.read_text("utf-8"), file.name)
    assert changes(Comparison(one, one, load())) == ()


def test_any_two_can_be_compared() -> None:
    """各地的表样、项目表和部门表，两两比得完，不出错。"""
    sides = [side(file.read_text("utf-8"), file.name) for file in FORMS[:8]]
    made = [changes(Comparison(one, other, load())) for one in sides for other in sides if one is not other]
    assert len(made) == 56 and all(made)


def test_published_files_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """.goal 与它公布的 JSON 没有变化。"""
    project = Project(tmp_path, monkeypatch)
    project.write("goaldsl.toml", "")
    for file in FORMS[:6]:
        project.write(f"goals/{file.name}", file.read_bytes())
    assert project.run("build", "--format", "json", "-o", "印").status == 0
    published = sorted((tmp_path / "印").rglob("*.json"))
    assert len(published) == 6
    for path in published:
        run = project.run("diff", str(path), f"goals/{path.stem}.goal", "--exit-code")
        assert run.status == 0, run.out
