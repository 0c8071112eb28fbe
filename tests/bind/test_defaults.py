"""项目的默认值让位给文件，文件让位给命令行；长列表照样编号。"""

from __future__ import annotations

import pytest

from goaldsl.bind import Defaults
from goaldsl.diagnostics import Preset
from goaldsl.forms import lay_out
from tests.bind.reading import bound


def test_file_outranks_project() -> None:
    """文件里写了表样、年度、状态，就不看项目的。"""
    defaults = Defaults(form="hengyang", year=2025, stage=Preset.REVIEW)
    own, _ = bound("部门 某局\n", defaults)
    assert (own.form.id, own.year.value if own.year else None, own.preset) == (
        "hengyang",
        2025,
        Preset.REVIEW,
    )
    said, _ = bound("部门 某局\n表样 芷江\n年度 2026\n状态 批复\n", defaults)
    assert (said.form.id, said.year.value if said.year else None, said.preset) == (
        "zhijiang",
        2026,
        Preset.FROZEN,
    )


def test_command_line_outranks_file() -> None:
    declaration, _ = bound("年度 2026\n状态 草案\n", Defaults(preset=Preset.FROZEN))
    assert declaration.preset is Preset.FROZEN


def test_taxonomy_and_profile_follow_the_form() -> None:
    """体系和分值方案随表样；写明了就用写明的。"""
    by_form, _ = bound("年度 2026\n表样 衡阳\n")
    assert (by_form.taxonomy.id, by_form.profile.id) == (by_form.form.taxonomy, by_form.form.profile)
    said, _ = bound("年度 2026\n表样 衡阳\n指标体系 2015\n分值方案 芷江\n")
    assert (said.taxonomy.id, said.profile.id) == ("mof-2015", "zhijiang")


@pytest.mark.parametrize("count", [1, 99, 101, 1010])
def test_long_lists_are_numbered(count: int) -> None:
    declaration, _ = bound("年度 2026\n表样 芷江\n职责\n" + "  - 甲\n" * count)
    numbers = [item.number for item in declaration.items("duties")]
    assert len(set(numbers)) == count


def test_empty_field_prints_an_empty_cell_and_an_absent_one_no_row() -> None:
    """栏目写了没填，印栏名和空格；没写的不印这一行。"""

    def labels(text: str) -> list[str]:
        table = lay_out(bound(text)[0])
        return [cell.text for row in table.rows for cell in row.cells] + [line.label for line in table.below]

    bare = labels("年度 2026\n表样 芷江\n")
    assert not {"单位负责人", "部门（单位）职责"} & set(bare)
    empty = labels("年度 2026\n表样 芷江\n职责\n单位负责人\n")
    assert {"单位负责人", "部门（单位）职责"} <= set(empty)


def test_title_of_the_file() -> None:
    """表名改标题。"""
    assert lay_out(bound("年度 2026\n表样 芷江\n表名 另一张表\n")[0]).title == "另一张表"
