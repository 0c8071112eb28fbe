"""check、build、diff 收得下 import 收得下的每一种格式；说的是原表的行和列，不说 .goal 的写法。"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Preset
from goaldsl.ingest.importing import import_file
from goaldsl.ingest.telling import LANGUAGE
from goaldsl.project.files import Document, documents
from goaldsl.project.workspace import open_workspace
from goaldsl.service.codes import known_codes
from tests.ingest.packages import cell, docx, paragraph, table

FORMS = sorted(path for path in (Path(__file__).parent / "forms").iterdir() if path.suffix != ".json")
# one fault in each cell: what a clerk gets wrong, so that many codes are reached
_FAULTS = (
    ("产出指标", "数量指标", "培训次数", "≥", "10次左右", "次", "", "10"),
    ("产出指标", "数量指标", "培训次数", "≥", "按月安排", "次", "每少1次扣1分", "10"),
    ("产出指标", "质量指标", "合格率", "≥", "120", "%", "达到95%得10分，每降低1%扣20分", "10"),
    ("产出指标", "时效指标", "完成时间", "定性", "2031年12月31日前", "天", "2031年12月31日前完成，得5分，每推迟1天扣1分，扣完为止", "50"),
    ("效益指标", "社会效益指标", "社会效益指标", "定性", "****", "", "", "0"),
    ("效益指标", "数量指标", "提升提升服务", "定性", "", "", "", ""),
    ("成本指标", "经济成本指标", "成本", "≥", "30", "万元", "每超10%扣2分", "20"),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "=", "95", "", "由人评定", "10"),
)  # fmt: skip


def compile_all(name: str, data: bytes, preset: Preset | None = None) -> tuple[Compiled, ...]:
    return Compiler(load(), Defaults(preset=preset), known_codes()).compile_all(name, data)


def faulty() -> bytes:
    """一份错处很多的 Word 申报表。"""
    heading = (
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值类型",
        "指标值",
        "计量单位",
        "评（扣）分标准",
        "分值",
    )
    rows = ["".join(cell(words) for words in row) for row in (heading, *_FAULTS)]
    head = [
        "".join(cell(words) for words in ("部门（单位）名称", "甲局")),
        "".join(cell(words) for words in ("年度总体目标", "做好工作。做好工作。")),
    ]
    title = paragraph("部门（单位）整体支出绩效目标表") + paragraph("（2026年度）")
    return docx(title + table(head) + table(rows) + paragraph("填表人：张三"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_of_any_format_is_checked(path: Path) -> None:
    """每种格式都编译得出申报表；来源是原文件。"""
    for compiled in compile_all(str(path), path.read_bytes()):
        assert compiled.declaration is not None
        assert compiled.source.path == str(path)
        assert compiled.declaration.indicators


@pytest.mark.parametrize("preset", list(Preset))
def test_findings_speak_of_the_paper(preset: Preset) -> None:
    """给交表人的话：哪一行哪一列，填什么；没有关键词、缩进和 --fix。"""
    found = [each for one in compile_all("甲.docx", faulty(), preset) for each in one.diagnostics]
    assert len({each.finding.code.code for each in found}) >= 12
    for diagnostic in found:
        finding = diagnostic.finding
        assert finding.fix is None
        said = [
            finding.message.zh,
            *(note.zh for note in finding.notes),
            *([finding.remedy.zh] if finding.remedy else []),
        ]
        assert not any(re.search(r"--\w|`|\.goal|缩进|行首", words) for words in said), said
        assert finding.remedy is None or not LANGUAGE.search(finding.remedy.zh)
    assert any(re.match(r"表 \d 第 \d+ 行第 \d+ 列：", each.finding.message.zh) for each in found)


def test_a_folder_of_submissions(tmp_path: Path) -> None:
    """报送文件夹里的各种表都查；锁文件、系统文件不算；有 .goal 的文件夹只查 .goal。"""
    shutil.copy(Path(__file__).parent / "forms" / "左移.md", tmp_path / "甲.md")
    (tmp_path / "乙.docx").write_bytes(faulty())
    for litter in ("~$乙.docx", "Thumbs.db", ".DS_Store", "甲.导入核对.html"):
        (tmp_path / litter).write_bytes(b"\x00\x01")
    names = [
        Path(each.name).name
        for each in documents(open_workspace(tmp_path), [str(tmp_path)])
        if isinstance(each, Document)
    ]
    assert names == ["乙.docx", "甲.md"]
    (tmp_path / "丙.goal").write_text("年度 2026\n", "utf-8")
    names = [
        Path(each.name).name
        for each in documents(open_workspace(tmp_path), [str(tmp_path)])
        if isinstance(each, Document)
    ]
    assert names == ["丙.goal"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.xls", "a.pdf", "a.html", "a.csv", "a.txt"]))
def test_any_bytes_end_in_findings(data: bytes, name: str) -> None:
    """什么字节都读得完：不是申报表就说不是，不会中断。"""
    imported = import_file(name, data, load())
    assert imported.goals or imported.findings or imported.embedded


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_packages_end_in_findings(data: st.DataObject) -> None:
    """Word 文件改坏几个字节、截断，也读得完。"""
    whole = bytearray(faulty())
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    imported = import_file("甲.docx", bytes(whole[:cut]), load())
    assert imported.goals or imported.unsorted or imported.findings


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "",
                    "三级指标",
                    "指标值",
                    "分值",
                    "产出指标",
                    "数量指标",
                    "甲乙丙",
                    "≥",
                    "10",
                    "95%",
                    "得分",
                    "总分",
                    "100",
                    "项目名称",
                    "#",
                    "—",
                ]
            ),
            min_size=1,
            max_size=7,
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_table_keeps_its_cells(rows: list[list[str]]) -> None:
    """什么样的表都一格不丢。"""
    text = "\n".join("\t".join(row) for row in rows)
    imported = import_file("表.txt", text.encode(), load())
    for form in [goal.form for goal in imported.goals] + imported.unsorted:
        assert len(form.fates) == len(form.pieces)
