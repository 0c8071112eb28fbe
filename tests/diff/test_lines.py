"""goaldsl history：一个指标历年的线；缺的年份写缺，像是改名的断开，没有文号的数出来。"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from goaldsl.diff.history import schema
from tests.cli.running import Project
from tests.conftest import Snapshot
from tests.diff.history.repository import make
from tests.diff.test_command import NEW, OLD

SCHEMA = Path(__file__).parent.parent.parent / "grammar/schema/history-1.json"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path, monkeypatch)
    made.write("goaldsl.toml", "")
    made.write("goals/2023/某某局.goal", OLD.replace("2025", "2023"))
    made.write("goals/2025/某某局.goal", OLD)
    made.write(
        "goals/2026/某某局.goal",
        NEW.replace(">= 2 篇 分值 5\n", ">= 2 篇 分值 5\n  说明[GD101 ≥3→≥2]：压减，〔2026〕12号\n"),
    )
    return made


def test_schema_is_published(snapshot: Snapshot) -> None:
    """公布的模式就是程序用的那一份。"""
    snapshot(SCHEMA, json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")


def test_through_the_years(project: Project) -> None:
    """四个年度，一年没有文件夹：缺；有文号的变化不算没有文号。"""
    made = json.loads(project.run("history", "--name", "调研", "--output-format", "json").out)
    jsonschema.validate(made, json.loads(SCHEMA.read_text("utf-8")))
    (line,) = made["lines"]
    assert [(point["label"], point["missing"], point["target"]) for point in line["points"]] == [
        ("2023", False, "≥3 篇"),
        ("2024", True, ""),
        ("2025", False, "≥3 篇"),
        ("2026", False, "≥2 篇"),
    ]
    assert (line["changes"], line["without_document"]) == (1, 0)
    assert "2024　缺" in project.run("history", "--name", "调研").out


def test_suspected_renames_break_the_line(project: Project) -> None:
    """像是改名的，连着画但断开，问是不是同一个。"""
    (line,) = json.loads(project.run("history", "--name", "老党员", "--output-format", "json").out)["lines"]
    assert [point["joined"] for point in line["points"] if not point["missing"]] == [True, True, False]
    assert line["without_document"] == 1
    text = project.run("history", "--name", "老党员").out
    assert "是不是同一个" in text
    assert (
        'stroke-dasharray="3 4"' in project.run("history", "--name", "老党员", "--output-format", "html").out
    )


def test_nothing_of_that_name(project: Project) -> None:
    """没有这个指标：状态 1。没有年度文件夹：状态 2。"""
    assert project.run("history", "--name", "没有的").status == 1
    shutil.rmtree(project.root / "goals")
    assert project.run("history").status == 2


def test_through_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--revisions：一份表历次提交里的时限。"""
    folder = tmp_path / "仓库"
    folder.mkdir()
    make(folder)
    run = Project(folder, monkeypatch).run(
        "history", "goals/2027/县委办公室.goal", "--name", "工作完成时间", "--revisions", "5"
    )
    assert run.status == 0
    places = [run.out.index(day) for day in ("12月31日", "11月20日", "12月10日")]
    assert places == sorted(places)
