"""导入：写出的 .goal 经编译读回来，与原表一样；一格不丢；不该覆盖的不覆盖。"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.cli import main
from goaldsl.compiler import Compiler
from goaldsl.ingest.importing import count_line, counted, file_name, import_file
from goaldsl.ingest.reading.result import Fate
from goaldsl.ingest.writing.contacts import commented
from goaldsl.ingest.writing.statements import items
from goaldsl.model.declaration import Declaration
from goaldsl.service.codes import known_codes
from goaldsl.service.importing import Importer
from tests.forms.test_masks import SPELLINGS

HERE = Path(__file__).parent
GOALS = HERE.parent.parent / "goals"
FORMS = sorted(path for path in (HERE / "forms").iterdir() if path.suffix != ".json")
SEEDS = {"县委办公室": 2026, "市直机关工委": 2026, "政务服务中心": 2026, "组织部": 2025}


def compiled(name: str, text: str) -> Declaration:
    declaration = (
        Compiler(load(), Defaults(), known_codes()).compile(f"{name}.goal", text.encode()).declaration
    )
    assert declaration is not None and declaration.complete
    return declaration


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", SEEDS)
def test_the_four_seeds_come_out_as_they_were_typed(name: str) -> None:
    """四份公开的申报表，导入的结果与逐字录入的一样：表样、年度、每一行印的每一格、职责和目标。"""
    goals = import_file(f"{name}.txt", (HERE / "seeds" / f"{name}.txt").read_bytes(), load()).goals
    assert len(goals) == 1
    made = compiled(name, goals[0].text)
    typed = compiled(name, (GOALS / str(SEEDS[name]) / f"{name}.goal").read_text("utf-8"))
    assert made.form.id == typed.form.id
    assert made.year is not None and made.year.value == SEEDS[name]
    for mine, other in zip(made.indicators, typed.indicators, strict=True):
        assert mine.name.value == other.name.value
        for key in ("type", "value", "unit", "score", "explanation", "remark"):
            assert getattr(mine.printed, key) == getattr(other.printed, key), (mine.name.value, key)
        assert squeezed(mine.printed.criterion) == squeezed(other.printed.criterion)
    for key in ("duties", "goals"):
        assert [item.number + squeezed(item.text.value) for item in made.items(key)] == [
            item.number + squeezed(item.text.value) for item in typed.items(key)
        ]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    """原文 n 格 = 照放 + 推断 + 待核 + 入注释，丢失 0；没处放的每一格都在注释里找得到。"""
    for goal in import_file(path.name, path.read_bytes(), load(), keep_contacts=True).goals:
        total, fates, lost = counted([goal.form])
        assert lost == 0
        assert total == sum(fates.values()) > 0
        assert f"原文 {total} 格" in count_line([goal.form])
        comments = "".join(squeezed(line) for line in goal.text.split("\n") if line.lstrip().startswith("#"))
        for each in goal.form.leftovers:
            placed = goal.form.fates.get(each.number, (Fate.NOTED, ""))[0] is Fate.PLACED
            assert placed or squeezed(commented(each.text, keep=True)) in comments


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_the_text_says_what_was_read(path: Path) -> None:
    """写出的每一行，编译回来就是读到的名称、符号、值、单位和分值。"""
    for goal in import_file(path.name, path.read_bytes(), load()).goals:
        declaration = compiled(path.name, goal.text)
        assert len(declaration.indicators) == len(goal.form.rows)
        for indicator, row in zip(declaration.indicators, goal.form.rows, strict=True):
            assert squeezed(indicator.name.value) == squeezed(row.name)
            assert (indicator.score.value if indicator.score else None) == (
                Decimal(row.score) if row.score else None
            )
            assert squeezed(row.value + row.unit) in squeezed(
                indicator.printed.value + indicator.printed.unit
            )


def test_a_self_evaluation_brings_its_actual_values(tmp_path: Path) -> None:
    """自评表：实际值、得分进实际值文件，goaldsl score 读得懂。"""
    path = HERE / "forms" / "符号字体.docx"
    outcome = Importer(load()).outcome(path.name, path.read_bytes())
    actuals = next(text for name, text in outcome.files.items() if name.endswith(".actuals.toml")).decode()
    assert '["指标"."政策知晓率"]' in actuals.replace("[指标", '["指标"')
    assert '"实际完成值" = 98' in actuals
    assert any("不是批复件" in line for line in outcome.lines)


def test_what_a_template_left_in_a_name_moves_to_its_column() -> None:
    """“苗木成活率(≥**%)”“营造林总面积(亩)”：符号和单位归指标值，并列为推断。"""
    text = "# 项目支出绩效目标申报表\n\n| 一级指标 | 二级指标 | 三级指标 | 指标值 |\n| 产出指标 | 质量指标 | 苗木成活率(≥**%) | 85 |\n| | 数量指标 | 面积（亩） | 30 |\n"
    goal = import_file("表.md", text.encode(), load()).goals[0]
    assert [(row.name, row.operator, row.value, row.unit) for row in goal.form.rows] == [
        ("苗木成活率", ">=", "85", "%"),
        ("面积", "", "30", "亩"),
    ]
    assert len(goal.doubts) == 2


def test_an_edited_file_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """没改过的可以再导入一次；改过的不覆盖，除非要求。"""
    source = HERE / "forms" / "左移.md"
    command = ["import", str(source), "-o", str(tmp_path)]
    assert _run(*command) == 0
    assert _run(*command) == 0
    written = next(tmp_path.rglob("*.goal"))
    written.write_text(written.read_text("utf-8") + "# 我改过\n", "utf-8")
    assert _run(*command) == 1
    assert "我改过" in written.read_text("utf-8")
    assert _run(*command, "--overwrite") == 0
    assert "我改过" not in written.read_text("utf-8")
    assert next(tmp_path.rglob("*.导入核对.html")).is_file()
    capsys.readouterr()


def _run(*arguments: str) -> int:
    import sys

    before, sys.argv = sys.argv, ["goaldsl", *arguments]
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    finally:
        sys.argv = before
    return 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲/乙:丙?", "甲／乙：丙？"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("con", "_con"),
        ("甲" * 80, "甲" * 60),
        ("\u202e甲\n乙", "甲乙"),
        (" . ", ""),
    ],
)
def test_names_fit_every_file_system(text: str, name: str) -> None:
    """文件名里不许有的字换成全角，最长 60 个字。"""
    assert file_name(text) == name


@pytest.mark.parametrize(("written", "shown"), SPELLINGS)
def test_contacts_are_masked_in_comments(written: str, shown: str) -> None:
    """注释里的电话、身份证号，与公开件遮得一样，不管怎么写；要留着的照写。"""
    assert commented(f"审批人 {written}", keep=False) == " ".join(f"审批人 {shown}".split())
    assert commented(f"审批人 {written}", keep=True) == " ".join(f"审批人 {written}".split())


def test_comments_are_one_line() -> None:
    """没有换行和改变方向的字符；总投资的元数不是电话。"""
    assert commented("甲\n\u202e乙\x00丙", keep=False) == "甲 乙 丙"
    assert commented("总投资138" + "00000000元", keep=False) == "总投资138" + "00000000元"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1、甲；2、乙；3、丙", ["1、甲；", "2、乙；", "3、丙"]),
        ("总的要求：(1)甲。(2)乙。", ["总的要求：", "(1)甲。", "(2)乙。"]),
        ("完成1.5万亩，2.甲", ["完成1.5万亩，2.甲"]),
        ("一、甲\n二、乙", ["一、甲", "二、乙"]),
        ("①甲②乙", ["①甲", "②乙"]),
        ("目标1：甲 目标2：乙", ["目标1：甲", "目标2：乙"]),
    ],
)
def test_items_begin_at_their_numbers(text: str, found: list[str]) -> None:
    """一段里接排的条目，按连着的序号分开。"""
    assert items(text) == found


def test_what_was_cut_out_of_a_run_is_doubted_and_totals_are_compared() -> None:
    """连成一行的表：只此一解的拆法列为待核，合计不符的说出来。"""
    path = HERE / "forms" / "连成一行.txt"
    lines = Importer(load()).outcome(path.name, path.read_bytes()).lines
    assert any(
        "“1020万元20万元10”" in line and "分值 10、目标 20万元、实际 20万元、得分 10" in line
        for line in lines
    )
    assert "  表里不合 总分印 100，指标 100 + 执行 10 = 110" in lines
