"""真实申报表：`goals/` 里的四份文件编译出来的表，与原件逐格相同。

原件的每一格抄在 `expected/<文件名>.md` 里，不经过 `.goal` 文件；斜体的分类是原件放错或漏印后归位的。
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Finding, Severity
from goaldsl.forms import lay_out
from goaldsl.model.declaration import Declaration
from goaldsl.model.table import Role, Row, Table
from goaldsl.parse import parse
from goaldsl.parse.encoding import read
from goaldsl.service.codes import known_codes

HERE = Path(__file__).parent
GOALS = HERE.parent.parent / "goals"
FILES = {path.stem: path for path in sorted(GOALS.glob("*/*.goal"))}
EXPECTED = {path.stem: path for path in sorted((HERE / "expected").glob("*.md"))}
Grid = list[list[str]]


@cache
def compiled(name: str) -> tuple[Declaration, tuple[Finding, ...]]:
    """The declaration of one file, and everything found while reading it."""
    source, remarks = read(str(FILES[name]), FILES[name].read_bytes())
    syntax = parse(source, load())
    declaration, findings = bind(syntax, load(), Defaults())
    return declaration, (*remarks, *syntax.findings, *findings)


def section(name: str, title: str) -> Grid:
    """The Markdown table under a heading of the expected page; [] where the document has none."""
    page = EXPECTED[name].read_text("utf-8")
    body = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert body, f"{EXPECTED[name].name} 没有“{title}”一节"
    lines = [line for line in body[1].splitlines() if line.startswith("|")]
    rows = [[cell(text) for text in line.strip().strip("|").split("|")] for line in lines]
    return rows[:1] + rows[2:]


def cell(text: str) -> str:
    """A cell of the page: `*质量指标*` is a class put right, `<br>` a new paragraph."""
    text = re.sub(r"^\*([^*]+)\*$", r"\1", text.strip())
    return text.replace("<br>", "\n")


def spread(table: Table) -> Grid:
    """Every slot of the printed grid with the text of the cell that covers it."""
    grid: Grid = [["" for _ in table.columns] for _ in table.rows]
    for at, row in enumerate(table.rows):
        for printed in row.cells:
            for down in range(printed.rowspan):
                for right in range(printed.colspan):
                    grid[at + down][printed.column + right] = printed.text
    return grid


def block(table: Table) -> tuple[int, int]:
    """First row of the indicator block (its column headings) and the row after its last."""
    head = next(at for at, row in enumerate(table.rows) if row.header)
    signed = (at for at, row in enumerate(table.rows) if at > head and is_sign_off(row))
    return head, next(signed, len(table.rows))


def is_sign_off(row: Row) -> bool:
    return any(printed.role is Role.SIGNATURE for printed in row.cells)


def test_every_declaration_has_its_document() -> None:
    """每份真实申报表都有抄录的原件。"""
    assert set(FILES) == set(EXPECTED) == {"县委办公室", "政务服务中心", "市直机关工委", "组织部"}


@pytest.mark.parametrize("name", FILES)
def test_nothing_stops_the_build(name: str) -> None:
    """原件可以有毛病，但没有读不懂的地方。"""
    declaration, findings = compiled(name)
    errors = [f for f in findings if f.code.severities.under(declaration.preset) is Severity.ERROR]
    assert not errors, [finding.message.zh for finding in errors]


@pytest.mark.parametrize("name", EXPECTED)
def test_title_year_and_unit(name: str) -> None:
    """标题、年度、抬头的单位与原件相同。"""
    declaration, _ = compiled(name)
    table = lay_out(declaration)
    expected = dict(section(name, "抬头")[1:])
    assert table.title == expected["标题"]
    assert table.subtitle == expected["年度"]
    assert [line.text for line in table.above] == [expected["填报单位"]] * bool(expected["填报单位"])


@pytest.mark.parametrize("name", EXPECTED)
def test_header(name: str) -> None:
    """表头各栏（单位名称、职责、年度目标）的字样和内容与原件相同，空的也空着。"""
    table = lay_out(compiled(name)[0])
    printed = [[row.cells[0].text, row.cells[1].text] for row in table.rows[: block(table)[0]]]
    assert printed == section(name, "表头")[1:]


@pytest.mark.parametrize("name", EXPECTED)
def test_indicators_cell_by_cell(name: str) -> None:
    """栏名和每一行指标逐格相同。"""
    table = lay_out(compiled(name)[0])
    head, end = block(table)
    margin = 1 if table.columns[0].key == "margin" else 0
    printed = [row[margin:] for row in spread(table)[head:end]]
    expected = [row[:-1] for row in section(name, "绩效指标")]
    assert printed == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_points(name: str) -> None:
    """分值逐行相同，合计 90 分。"""
    declaration, _ = compiled(name)
    points = [row.score.value for row in declaration.indicators if row.score is not None]
    assert points == [Decimal(row[-1]) for row in section(name, "绩效指标")[1:]]
    assert sum(points) == 90


@pytest.mark.parametrize("name", EXPECTED)
def test_sign_off(name: str) -> None:
    """审核栏和落款与原件相同；原件没有的不印。"""
    table = lay_out(compiled(name)[0])
    signed = [
        printed.text.replace("：", "\n").split("\n")
        for row in table.rows[block(table)[1] :]
        for printed in row.cells
    ]
    assert [[parts[0], "".join(parts[1:]).strip()] for parts in signed] == section(name, "审核")[1:]
    assert [[line.label.rstrip("：:"), line.text] for line in table.below] == section(name, "落款")[1:]


@pytest.mark.parametrize("name", EXPECTED)
def test_real_defects_and_nothing_else(name: str) -> None:
    """检查指出原件真实的毛病，一条不漏，也不多说一条。"""
    path = FILES[name]
    result = Compiler(load(), Defaults(), known_codes()).compile(path.name, path.read_bytes())
    found = [each.finding.code.code for each in result.diagnostics]
    assert sorted(found) == sorted(row[2] for row in section(name, "检查应当指出")[1:])


def test_empty_name_stays_empty() -> None:
    """组织部的部门名称照原件空着。"""
    declaration, _ = compiled("组织部")
    assert declaration.field("department") is None
    assert lay_out(declaration).rows[0].cells[1].text == ""


def test_no_full_telephone_number() -> None:
    """个人电话只留前三位和后四位。"""
    for path in (*FILES.values(), *EXPECTED.values()):
        assert not re.search(r"1[3-9]\d{9}", path.read_text("utf-8")), path.name
