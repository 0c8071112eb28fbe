"""score 写什么：说写好的就在，写不成的不留旧表；文件夹里的每一份都算；项目的句式处处有效。"""

from __future__ import annotations

import pytest

from goaldsl.catalog.known_keys import KNOWN_FORMATS
from goaldsl.emit import PRINTERS
from tests.cli.running import Project
from tests.score.cases import ROAD, ROAD_FIGURES


@pytest.fixture
def scored(project: Project) -> Project:
    """两份申报表，各有实际值。"""
    for name in ("甲路", "乙路"):
        project.write(f"goals/2026/{name}.goal", ROAD.replace("乡村道路", name))
        project.write(f"goals/2026/{name}.actuals.toml", ROAD_FIGURES)
    return project


def test_a_format_of_the_declaration_only_is_refused(scored: Project) -> None:
    """自评表没有审核页：--format review 说没有这种格式，不说写好。"""
    result = scored.run("score", "goals/2026/甲路.goal", "--format", "review")
    assert result.status == 2
    assert "没有“review”这种格式" in result.err and "写好" not in result.err
    assert not (scored.root / "out").exists()


def test_every_known_format_is_printed(scored: Project) -> None:
    """配置里能写的格式，就是能生成的格式；每种都写得出文件。"""
    assert set(KNOWN_FORMATS) == set(PRINTERS)
    quick = [name for name in PRINTERS if name != "pdf"]
    result = scored.run("build", "goals/2026/甲路.goal", "--format", ",".join(quick))
    assert result.status == 0
    assert scored.outputs() == sorted(f"2026/甲路.{PRINTERS[name].suffix}" for name in quick)


@pytest.mark.parametrize(
    ("file", "typed", "wrong"),
    [
        (".actuals.toml", '"实际完成值" = 8', '"实际完成值" = "不知道"'),
        (".goal", ">= 10 公里", ">= 十里路 公里"),
        (".actuals.toml", ROAD_FIGURES, "["),
    ],
    ids=["实际值不能算", "申报表写错", "实际值不成文"],
)
def test_a_failing_score_leaves_no_old_table(scored: Project, file: str, typed: str, wrong: str) -> None:
    """这一次算不成，上一次的自评表不留在那里；别人的不动。"""
    assert scored.run("score", "goals/2026").status == 0
    assert "2026/甲路.self-evaluation.html" in scored.outputs()
    path = scored.root / f"goals/2026/甲路{file}"
    path.write_text(path.read_text("utf-8").replace(typed, wrong), "utf-8")
    assert scored.run("score", "goals/2026/甲路.goal").status == 1
    assert scored.outputs() == ["2026/乙路.self-evaluation.html", "2026/乙路.self-evaluation.json"]


def test_a_folder_means_every_declaration(scored: Project) -> None:
    """score 一个文件夹：每份都算；其中一份错，另一份照写。"""
    result = scored.run("score", "goals/2026", "--format", "json")
    assert result.status == 0
    assert result.err.count("总分") == 2
    assert scored.outputs() == ["2026/乙路.self-evaluation.json", "2026/甲路.self-evaluation.json"]
    (scored.root / "goals/2026/乙路.actuals.toml").unlink()
    result = scored.run("score", "goals/2026", "--format", "json")
    assert result.status == 1 and result.err.count("总分") == 1
    assert scored.outputs() == ["2026/甲路.self-evaluation.json"]


def test_actual_values_belong_to_one_declaration(scored: Project) -> None:
    """给文件夹又指明一份实际值：不知道是谁的，拒绝。"""
    result = scored.run("score", "goals/2026", "--actuals", "goals/2026/甲路.actuals.toml")
    assert result.status == 2 and "--actuals" in result.err


def test_templates_for_a_folder(scored: Project) -> None:
    """actuals 一个文件夹：每份都写模板；-o 只能给一份。"""
    for path in scored.root.glob("goals/2026/*.toml"):
        path.unlink()
    assert scored.run("actuals", "goals/2026").status == 0
    assert len(list(scored.root.glob("goals/2026/*.actuals.toml"))) == 2
    assert scored.run("actuals", "goals/2026", "-o", "一份.toml").status == 2


def test_rule_heeds_the_projects_wording(project: Project) -> None:
    """goaldsl rule 打印的句子，用项目的句式，与申报表里的一样。"""
    words = ("rule", "按比例", "--target", ">= 95 %", "--score", "10")
    before = project.run(*words).out
    project.write("goaldsl.toml", '[wording]\n"按比例" = "本县按完成比例计分。"\n')
    after = project.run(*words).out
    assert "本县按完成比例计分。" in after and "本县按完成比例计分。" not in before
