"""自评的 JSON、自评表和命令：格式提交在案，真实申报表写得出，有问题的不写。"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from goaldsl.catalog import load
from goaldsl.cli.actuals import Request as Template
from goaldsl.cli.actuals import actuals as write_template
from goaldsl.cli.score import Request, score
from goaldsl.emit.html import render_html
from goaldsl.emit.self_evaluation import self_evaluation as published
from goaldsl.evaluation import published as published_progress
from goaldsl.forms.public import masked
from goaldsl.forms.self_evaluation import evaluation_forms, lay_out_evaluation
from goaldsl.model.evaluation import Evaluation
from goaldsl.model.table import Table
from goaldsl.published import self_evaluation
from tests.conftest import Snapshot
from tests.interchange.declarations import FILES, ROOT
from tests.interchange.declarations import declared as whole
from tests.score.cases import MOBILE, ROAD, ROAD_FIGURES, declared, evaluated, filled_in

SCHEMA = ROOT / "grammar" / "schema" / "self-evaluation-1.json"
REAL = sorted(ROOT.glob("goals/*/*.actuals.toml"))


def real(path: Path) -> Evaluation:
    """A real declaration under its made-up figures."""
    goal = path.with_name(path.name.replace(".actuals.toml", ".goal"))
    return evaluated(whole(goal.read_text("utf-8"), goal.name), path.read_text("utf-8"))[0]


def project() -> Evaluation:
    return evaluated(declared(ROAD, head=""), ROAD_FIGURES)[0]


def test_committed_schema(snapshot: Snapshot) -> None:
    """提交的格式与程序一致；过期了用 `pytest tests/score --update-snapshots` 重新生成。"""
    snapshot(SCHEMA, json.dumps(self_evaluation.schema(), ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_self_evaluations(path: Path, snapshot: Snapshot) -> None:
    """四份真实申报表按编造的数字自评：JSON 合格，读回来不变，得分的推算人工看过。"""
    evaluation = real(path)
    assert "编造" in evaluation.actuals.note
    document = published(evaluation, load(), "0.1.0")
    data = self_evaluation.encode(document)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(json.loads(data))
    assert self_evaluation.decode(data) == document
    lines = [f"{row.name}：{row.derivation}" for row in document.indicators]
    totals = f"总分 {document.totals.points}（满分 {document.totals.full}），{document.totals.grade}"
    text = "\n".join([document.execution.derivation, *lines, totals]) + "\n"
    snapshot(f"expected/{path.name.removesuffix('.actuals.toml')}.txt", text)


def test_every_real_declaration_has_its_figures() -> None:
    assert len(REAL) == len([path for path in FILES if path.parent.parent.name == "goals"])


def test_packaged_forms() -> None:
    """每种自评表：栏名齐全，资金一块放得下六栏，印有哪一栏的申报表用哪一种不重复。"""
    forms = evaluation_forms()
    assert len({form.for_field for form in forms}) == len(forms)
    known = {"level1", "level2", "name", "target", "actual", "score", "points", "reason"}
    for form in forms:
        assert {column.key for column in form.columns} == known
        assert len(form.columns) >= 8
        assert all(value for value in (form.title, form.funds_label, form.goals_label, form.total_label))


def slots(table: Table) -> list[tuple[int, int]]:
    return [
        (row + down, cell.column + right)
        for row, line in enumerate(table.rows)
        for cell in line.cells
        for down in range(cell.rowspan)
        for right in range(cell.colspan)
    ]


@pytest.mark.parametrize("evaluation", [project(), *(real(path) for path in REAL)])
def test_grid_has_no_hole(evaluation: Evaluation) -> None:
    """表格铺满，没有空洞，没有重叠。"""
    table = lay_out_evaluation(evaluation)
    size = len(table.rows) * len(table.columns)
    assert len(slots(table)) == len(set(slots(table))) == size


def text_of(table: Table) -> list[str]:
    return [cell.text for row in table.rows for cell in row.cells]


def test_project_form() -> None:
    """项目用全国通用的项目支出绩效自评表：表头、资金、目标、指标、总分、等级。"""
    table = lay_out_evaluation(project())
    assert (table.title, table.subtitle) == ("项目支出绩效自评表", "（2026年度）")
    texts = text_of(table)
    row = texts.index("年度资金总额")
    assert texts[row : row + 7] == ["年度资金总额", "500", "520", "520", "10", "100%", "10"]
    assert "其中：当年财政拨款" in texts
    assert texts[-4:] == ["总分", "100", "90", "优"]
    heading = texts.index("一级指标")
    assert texts[heading : heading + 8] == [
        "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施",
    ]  # fmt: skip
    assert "汛期停工，下年三月完工。" in texts
    assert "1. 新建道路里程：8 公里 ÷ 10 公里 = 80%，50 分 × 80%，得 40 分。" in table.notes


def test_department_form() -> None:
    assert lay_out_evaluation(real(REAL[0])).title == "部门（单位）整体支出绩效自评表"


def test_public_form_hides_telephones() -> None:
    """公开版遮住电话。"""
    page = render_html(lay_out_evaluation(masked(project())))
    assert MOBILE not in page and "137****1640" in page


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────
GOAL = "部门 某局\n年度 2026\n表样 芷江\n数量指标 培训次数 >= 3 次 分值 10 赋分 按比例\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "goaldsl.toml").write_text("", encoding="utf-8")
    (tmp_path / "某局.goal").write_text(GOAL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(**changed: object) -> int:
    request = {"path": "某局.goal", "actuals": None, "out": None, "formats": "html,json", "approved": None}
    return score(Request(**{**request, "at": None, "public": False, "lang": None, **changed}))  # type: ignore[arg-type]


def template(**changed: object) -> int:
    request = {
        "path": "某局.goal",
        "out": None,
        "form": "toml",
        "update": False,
        "force": False,
        "lang": None,
    }
    return write_template(Template(**{**request, **changed}))  # type: ignore[arg-type]


def fill(folder: Path, value: str) -> None:
    (folder / "某局.actuals.toml").write_text(
        filled_in({"培训次数": f'"实际完成值" = {value}\n'}), encoding="utf-8"
    )


def test_template_is_never_overwritten_unasked(folder: Path) -> None:
    """填过的模板不覆盖；--update 保留已填的，--force 重新开始。"""
    file = folder / "某局.actuals.toml"
    assert template() == 0 and template() == 0  # an empty one is written anew
    fill(folder, "3")
    before = file.read_bytes()
    assert template() == 1
    assert file.read_bytes() == before
    assert template(update=True) == 0
    assert '"实际完成值" = 3  # ' in file.read_text("utf-8")
    assert template(force=True) == 0
    assert '"实际完成值" = ""' in file.read_text("utf-8")
    file.write_text("= 坏了", encoding="utf-8")
    assert template(update=True) == 1


def test_score_writes_only_what_is_sound(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """没有实际值文件、填错的，退出状态 1，不写；填对的写出。"""
    assert run() == 1
    assert "先运行 goaldsl actuals" in capsys.readouterr().err
    fill(folder, "-3")
    assert run() == 1
    assert "GA107" in capsys.readouterr().err
    assert not (folder / "out").exists()
    fill(folder, "3")
    assert run() == 0
    assert "总分 20（满分 20），优" in capsys.readouterr().err
    names = sorted(path.name for path in (folder / "out" / "2026").iterdir())
    assert names == ["某局.self-evaluation.html", "某局.self-evaluation.json"]


def test_score_is_reproducible(folder: Path) -> None:
    """同样的输入，逐字节相同。"""
    fill(folder, "3")
    run()
    file = folder / "out" / "2026" / "某局.self-evaluation.json"
    before = file.read_bytes()
    run()
    assert file.read_bytes() == before


def test_sheet_is_read_when_there_is_no_text(folder: Path) -> None:
    assert template(form="xlsx") == 0
    assert run() == 1  # a sheet that nobody filled in


def test_approved_goals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """批复之后改低目标：报出，不写；对照已写的 JSON 也报。"""
    fill(folder, "3")
    approved = folder / "批复.goal"
    approved.write_text(GOAL.replace(">= 3", ">= 5"), encoding="utf-8")
    assert run(approved=approved) == 1
    assert "GD101" in capsys.readouterr().err
    assert run(approved=folder / "某局.goal") == 0
    made = "out/2026/某局.self-evaluation.json"
    assert run(path=made, approved=folder / "某局.goal") == 0
    assert run(path=made, approved=approved) == 1
    assert "降低要求｜培训次数：≥5 次 → ≥3 次" in capsys.readouterr().err


def test_monitoring_prints_and_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """年中监控只打印，不写自评表；没有填全不算错。"""
    (folder / "某局.actuals.toml").write_text('["指标"."培训次数"]\n"实际完成值" = 1\n', encoding="utf-8")
    assert run(at="2026-06-30") == 0
    assert "! 培训次数：到目前 1次；完成目标的 33.33%；落后于进度" in capsys.readouterr().out
    assert run(at="2026-06-30", formats="json") == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, json.loads(published_progress.schema()))
    assert (told["schema"], told["at"]) == ("goaldsl/progress/1", "2026-06-30")
    (one,) = told["declarations"]
    assert (one["file"], one["elapsed"]) == ("某局.goal", "181/365")
    assert one["indicators"][0] == {
        "name": "培训次数", "actual": "1次", "share": "1/3", "filled": True, "behind": True,
            "ahead": False, "score": "10", "reachable": "10", "lost": False,
    }  # fmt: skip
    assert not (folder / "out").exists()


def test_monitoring_of_a_folder_is_one_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """一个文件夹的年中监控：JSON 是一份，按文件分开；打印的每份前面写明是哪个文件。"""
    (folder / "乙局.goal").write_text(GOAL, encoding="utf-8")
    values = [folder / f"{name}.actuals.toml" for name in ("某局", "乙局")]
    for path in values:
        path.write_text('["指标"."培训次数"]\n"实际完成值" = 1\n', encoding="utf-8")
    assert run(path=".", at="2026-06-30", formats="json") == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, json.loads(published_progress.schema()))
    assert [each["file"] for each in told["declarations"]] == ["乙局.goal", "某局.goal"]
    assert run(path=".", at="2026-06-30") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("乙局.goal\n截至 2026年6月30日") and "\n某局.goal\n截至" in printed
    for path in values:
        path.unlink()
    assert run(path=".", at="2026-06-30", formats="json") == 1
    assert json.loads(capsys.readouterr().out)["declarations"] == []


def test_progress_schema_is_published() -> None:
    """grammar/schema 里的与程序里的类型一致。"""
    path = SCHEMA.with_name("progress-1.json")
    assert path.read_text(encoding="utf-8") == published_progress.schema()
