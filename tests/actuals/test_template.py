"""实际值模板：问什么、写明什么；改了申报表不丢已填的；TOML 与表格互通。"""

from __future__ import annotations

import datetime
import tomllib
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from goaldsl.actuals.asking import asked_rows
from goaldsl.actuals.questions import FormQuestion, Kind
from goaldsl.actuals.reading import read_tables
from goaldsl.actuals.sheet import write_sheet
from goaldsl.actuals.template import is_filled, template
from goaldsl.catalog import load
from goaldsl.catalog.data import parse
from goaldsl.model.actuals import Actuals
from goaldsl.model.declaration import Declaration
from goaldsl.service.sheets import Unreadable, read_filled
from tests.interchange.declarations import FILES
from tests.interchange.declarations import declared as whole
from tests.score.cases import declared, read

ROWS = """数量指标 调研报告完成篇数 >= 3 篇 分值 10 赋分 按比例
时效指标 工作完成时间 截止 2026-12-31 分值 10 赋分 每推迟10天扣1分
社会效益指标 政府公信力 定性 效果明显 分值 10 赋分 分档 效果明显 10, 效果一般 5
社会效益指标 方便群众 定性 效果明显 分值 10 赋分 按评判等级
质量指标 管理制度 定性 健全 分值 3 赋分 逐项 有制度 2, 有专人 1
社会效益指标 社会稳定 定性 平稳 分值 5 赋分 发生 上访 每1起扣2分
经济成本指标 三公经费 <= 10 万元 分值 3 赋分 变动率 每超1%扣0.3分
质量指标 任务完成率 >= 90% 分值 5 赋分 人工 酌情扣分
"""


def test_template_says_what_is_asked() -> None:
    """注释写明目标、标准、单位、档次和区间。"""
    text = template(declared(ROWS), load())
    for words in (
        '["指标"."调研报告完成篇数"]  # 数量指标，10 分\n# 目标：≥3篇。标准：',
        '"实际完成值" = ""  # 填数字，单位：篇',
        '"实际完成日期" = ""  # 填日期，如 2026-12-20；没有完成的写 "未完成"',
        '"实际完成值" = ""  # 选一个：效果明显、效果一般、未达到',
        '"评判等级" = ""  # 选一个：基本达成目标、部分实现目标、实现目标程度较低',
        "由人评定：基本达成目标 8 到 10 分；部分实现目标 6 到 8 分（不含）；实现目标程度较低 0 到 6 分（不含）",
        '"符合的项目" = ""  # 符合的列在方括号里：有制度、有专人；都不符合写 "都没有"',
        '"上访发生数" = ""  # 填数字，单位：起',
        '"上年实际数" = ""  # 上年的实际值，单位：万元',
        '"评定得分" = ""  # 由人评定，0 到 5 分',
    ):
        assert words in text


def test_over_achievement_is_asked_only_where_the_scheme_wants_it() -> None:
    """只有方案要求的才问超额说明。"""
    assert "超额完成说明" not in template(declared(ROWS), load())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_template_of_real_declarations(path: Path) -> None:
    """真实申报表的模板都是合格的 TOML；原样交回只报没有填。"""
    declaration = whole(path.read_text("utf-8"))
    text = template(declaration, load())
    assert not is_filled(tomllib.loads(text))
    _, findings, _ = read(declaration, text)
    assert {finding.code.code for finding in findings} <= {"GA103"}


def _answer(question: FormQuestion) -> st.SearchStrategy[object]:
    match question.kind:
        case Kind.NUMBER:
            return st.integers(2, 12).map(Decimal)  # 1 under a target of 90 % would be asked back
        case Kind.DATE:
            return st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 6, 30))
        case Kind.WORD:
            return st.sampled_from(question.choices)
        case Kind.LIST:
            return st.lists(st.sampled_from(question.choices), min_size=1, unique=True)
        case Kind.TEXT:
            return st.text(alphabet="已按要求完成，“”12%\n\\\"'", max_size=20).map(str.strip).filter(bool)


@st.composite
def fillings(draw: st.DrawFn) -> dict[str, object]:
    """Arbitrary answers to everything that is asked of ROWS."""
    rows = asked_rows(declared(ROWS), load())
    indicators: dict[str, dict[str, object]] = {
        row.heading: {question.key: draw(_answer(question)) for question in row.questions} for row in rows
    }
    budget: dict[str, object] = {
        "全年预算数": Decimal(100),
        "全年执行数": draw(st.decimals(0, 100, places=2)),
    }
    whole: dict[str, object] = {"预算": budget, "指标": indicators}
    tables: tuple[dict[str, object], ...] = (whole, budget, *indicators.values())
    for table in tables:
        if draw(st.booleans()):
            table["说明[GA110]"] = "见自评报告"
    return whole


def told(actuals: Actuals) -> object:
    """What was said, without places."""
    rows = [{key: (answer.value, answer.text) for key, answer in row.answers.items()} for row in actuals.rows]
    accepted = [(each.code.value, each.what, each.reason.value) for each, _ in actuals.accepted]
    return rows, accepted, actuals.funds.adjusted, actuals.funds.executed, actuals.achieved


@settings(max_examples=60, deadline=None)
@given(fillings())
def test_update_keeps_every_answer(tables: dict[str, object]) -> None:
    """更新模板不丢已填的；再更新一次不再变化。"""
    declaration = declared(ROWS)
    once = template(declaration, load(), tables)
    again = template(declaration, load(), parse(once))
    assert again == once
    first, findings, _ = read(declaration, once)
    assert [finding.message.zh for finding in findings] == []
    assert told(read(declaration, again)[0]) == told(first)


@settings(max_examples=30, deadline=None)
@given(fillings())
def test_sheet_says_the_same(tables: dict[str, object]) -> None:
    """表格填的与 TOML 填的读出来一样。"""
    declaration = declared(ROWS)
    sheet = read_filled("某局.actuals.xlsx", write_sheet(declaration, load(), tables))
    assert sheet is not None
    source, filled = sheet
    from_sheet, findings = read_tables(source, filled, declaration, load())
    assert [finding.message.zh for finding in findings] == []
    from_text, _, _ = read(declaration, template(declaration, load(), tables))
    assert squeezed(told(from_sheet)) == squeezed(told(from_text))


def squeezed(value: object) -> str:
    """As text, with line breaks and blanks alike: a cell of a sheet holds a text in its own way."""
    return "".join(repr(value).replace("\\n", "").split())


def test_findings_in_a_sheet_name_the_row() -> None:
    """表格里的问题指到第几行。"""
    declaration = declared(ROWS)
    kept = {"指标": {"调研报告完成篇数": {"实际完成值": "三篇多"}}}
    sheet = read_filled("某局.actuals.xlsx", write_sheet(declaration, load(), kept))
    assert sheet is not None
    source, filled = sheet
    _, findings = read_tables(source, filled, declaration, load())
    wrong = next(finding for finding in findings if finding.code.code == "GA104")
    assert source.slice(wrong.span) == "三篇多"
    assert source.line(source.position(wrong.span.start).line).startswith(
        "指标  调研报告完成篇数  实际完成值"
    )


def test_sheet_is_the_same_every_time() -> None:
    """同样的申报表，表格逐字节相同。"""
    declaration = declared(ROWS)
    assert write_sheet(declaration, load()) == write_sheet(declaration, load())


def test_other_files_are_no_sheet() -> None:
    with pytest.raises(Unreadable):
        read_filled("a.xlsx", b"PK\x03\x04")
    assert read_filled("a.xlsx", "部门,年度\n".encode()) is None


def test_shown_text_counts() -> None:
    """单元格显示的算数：显示 86% 就是 86%，问题说出是哪一格；伸到表尾的格子不占内存。"""
    book = load_workbook(BytesIO(write_sheet(declared(ROWS), load())))
    sheet = book.active
    rate = next(
        row for row in sheet.iter_rows() if row[1].value == "任务完成率" and row[2].value == "实际完成值"
    )
    rate[3].value, rate[3].number_format = 0.86, "0%"
    count = next(row for row in sheet.iter_rows() if row[1].value == "调研报告完成篇数")
    count[3].value = "三篇多"
    sheet["XFD1048576"] = "远"
    out = BytesIO()
    book.save(out)
    read_back = read_filled("某局.actuals.xlsx", out.getvalue())
    assert read_back is not None
    source, filled = read_back
    assert filled.tables["指标"]["任务完成率"]["实际完成值"] == "86%"
    assert count[3].coordinate + "：三篇多" in source.text


def changed(declaration: Declaration, text: str) -> str:
    return template(declaration, load(), parse(text))


def test_changed_declaration_keeps_what_fits() -> None:
    """申报表删了指标，原来填的留作注释；其余照旧。"""
    kept = template(declared(ROWS), load()).replace(
        '"实际完成值" = ""  # 填数字，单位：篇', '"实际完成值" = 4  # 填数字，单位：篇'
    )
    text = changed(declared(ROWS.replace("调研报告完成篇数", "调研报告篇数")), kept)
    assert '# 申报表里已没有“调研报告完成篇数”这个指标，原来填的是：\n# "实际完成值" = 4' in text
    assert '"实际完成值" = 4' in changed(declared(ROWS.replace(">= 3 篇", ">= 5 篇")), kept)


def test_equal_names_have_headings_of_their_own() -> None:
    """同名的指标用分类区别。"""
    rows = "数量指标 培训 >= 3 次 分值 10\n质量指标 培训 >= 90% 分值 10\n质量指标 培训 >= 80% 分值 10\n"
    text = template(declared(rows), load())
    for heading in ("数量指标 培训", "质量指标 培训", "质量指标 培训（2）"):
        assert f'["指标"."{heading}"]' in text
