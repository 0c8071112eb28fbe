"""发现牵涉别的文件（去年的、批复的）：写明是哪个文件；修改各归各的文件；路径从运行命令的文件夹算起。"""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.diagnostics import Edit, Fix, Message
from goaldsl.model.place import Span
from goaldsl.project.fixing import fixed_files
from goaldsl.project.workspace import open_workspace
from goaldsl.report import Format, Report, render
from tests.report import example

THIS_YEAR, LAST_YEAR = "goals/2026/甲.goal", "goals/2025/甲.goal"


def fix(*edits: Edit) -> Fix:
    return Fix(Message("改", "fix"), edits)


def test_one_fix_in_two_files() -> None:
    """一条修改动两个文件：两个都改，算一条。"""
    both = fix(Edit(Span(0, 1), "丙"), Edit(Span(1, 2), "丁", LAST_YEAR))
    texts, count = fixed_files({THIS_YEAR: "甲乙", LAST_YEAR: "甲乙"}, [(THIS_YEAR, both)])
    assert (texts, count) == ({THIS_YEAR: "丙乙", LAST_YEAR: "甲丁"}, 1)


def test_a_fix_is_whole_or_not_at_all() -> None:
    """有一处碰上别的修改，或有一个文件读不到，整条都不改。"""
    first = fix(Edit(Span(0, 1), "丙", LAST_YEAR))
    touching = fix(Edit(Span(0, 1), "戊"), Edit(Span(1, 2), "丁", LAST_YEAR))
    lost = fix(Edit(Span(0, 1), "己"), Edit(Span(0, 1), "己", "没有.goal"))
    asked = [(THIS_YEAR, touching), (LAST_YEAR, first), (THIS_YEAR, lost)]
    texts, count = fixed_files({THIS_YEAR: "甲乙", LAST_YEAR: "甲乙"}, asked)
    assert (texts, count) == ({LAST_YEAR: "丙乙"}, 1)


@pytest.mark.parametrize("form", Format)
def test_names_are_those_of_the_reader(form: Format) -> None:
    """换一种叫法，报告里每个文件名都跟着换，别的一字不动。"""
    report = example.report()
    moved = render(report.renamed(lambda name: f"县/{name}"), form)
    if form not in (
        Format.GITLAB,
        Format.SARIF,
        Format.JUNIT,
    ):  # whose names and fingerprints follow the file
        assert moved.replace("县/", "") == render(report, form)
    assert moved.count("goals/") == moved.count("县/goals/") + moved.count("%E5%8E%BF/goals/")


def test_paths_start_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "县"
    (project / "goals").mkdir(parents=True)
    (project / "goaldsl.toml").touch()
    (project / "goaldsl.toml").touch()
    file = project / "goals" / "甲.goal"
    file.touch()
    workspace = open_workspace(project)
    name = workspace.name(file)
    assert name == "goals/甲.goal"  # in published data, wherever one stands
    for folder, shown in ((tmp_path, "县/goals/甲.goal"), (project, name), (project / "goals", "甲.goal")):
        monkeypatch.chdir(folder)
        assert workspace.shown(name) == shown
        assert Path(shown).is_file()
        assert workspace.name(Path(shown)) == name
    assert workspace.shown("-") == "-"


def test_a_file_outside_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """项目以外的文件不与项目里同名的混淆。"""
    project = tmp_path / "县"
    project.mkdir()
    (project / "goaldsl.toml").touch()
    (project / "甲.goal").touch()
    (tmp_path / "甲.goal").touch()
    workspace = open_workspace(project)
    monkeypatch.chdir(tmp_path)
    assert workspace.shown(workspace.name(Path("甲.goal"))) == "甲.goal"
    assert workspace.shown(workspace.name(project / "甲.goal")) == "县/甲.goal"


def test_nothing_is_renamed_twice() -> None:
    """没有牵涉别处的报告，换名只换一次。"""
    assert Report((), ("甲.goal",)).renamed(lambda name: f"县/{name}").files == ("县/甲.goal",)
