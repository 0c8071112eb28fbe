"""每一种变化有一页说明、一个示例、一个案例；案例里的变化一条不多，一条不少。

一个案例是一个文件夹：before.goal、after.goal、expected.md；用到去年实际值的，旁边是 before.actuals.toml，
再早的年份是 earlier.goal、earlier.actuals.toml。
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goaldsl.diagnostics import Preset, Severity
from goaldsl.diff.change import Change, Kind
from goaldsl.diff.changes.registry import CODES, KINDS
from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Comparison
from tests.conftest import Snapshot
from tests.diff.sides import compared, found, side

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("GD*/after.goal"))
NAMED = {f"{code.code}-{code.slug}": code for code in CODES}
SECTIONS = ("作用", "为什么", "示例", "改法", "依据")
SHOWN = {None: "不报", Severity.HINT: "建议", Severity.WARNING: "提示性", Severity.ERROR: "强制性"}


def read(folder: Path) -> Comparison:
    texts = [(folder / name).read_text("utf-8") if (folder / name).exists() else "" for name in ("before.goal", "after.goal", "before.actuals.toml", "earlier.goal", "earlier.actuals.toml")]  # fmt: skip
    earlier = (side(texts[3], "前年.goal", texts[4]),) if texts[3] else ()
    return compared(texts[0], texts[1], texts[2], earlier)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path, snapshot: Snapshot) -> None:
    """案例里报的，正是写着的那些。"""
    made = changes(read(folder))
    assert folder.name.partition("-")[0] in {change.code for change in made}
    snapshot(folder / "expected.md", listed(folder.name, made))


def listed(title: str, made: tuple[Change, ...]) -> str:
    """The changes as a reviewer reads them."""
    lines = [f"# {title}", ""]
    for change in made:
        where = change.paired.name if change.paired else "整表"
        severities = [SHOWN[change.kind.code.severities.under(preset)] for preset in Preset]
        lines.append(f"- {change.code} {where}：{change.reason.zh}（{'、'.join(severities)}）")
        if change.suggestion:
            lines.append(f"  - 建议：{change.suggestion.title.zh}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMED)
def test_every_kind_has_a_case(name: str) -> None:
    """每个代码一个文件夹，另有一个没有变化的行作对照。"""
    assert (FOLDER / name / "after.goal").exists()
    forms = read(FOLDER / name)
    touched = {id(change.paired) for change in changes(forms)}
    assert any(id(row) not in touched for row in forms.rows) or name[:5] in ("GD180", "GD181")


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_nothing_differs_from_itself(folder: Path) -> None:
    """同一份表和自己比，没有变化。"""
    for name in ("before.goal", "after.goal"):
        text = (folder / name).read_text("utf-8")
        assert found(text, text) == ()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code.code)
def test_page(kind: Kind) -> None:
    """说明页五节齐全，示例（不用实际值的）确实报这一条。"""
    sections = dict(re.findall(r"^## (\S+)\n+(.*?)(?=^## |\Z)", kind.code.page, re.DOTALL | re.MULTILINE))
    assert tuple(sections) == SECTIONS
    assert all(re.search(r"[一-鿿]", text) for text in sections.values())
    old, new = re.findall(r"```goal\n(.*?)```", sections["示例"], re.DOTALL)
    if not "GD170" <= kind.code.code <= "GD174":
        assert kind.code.code in {change.code for change in found(old, new)}


def test_codes_are_unique() -> None:
    """代码和短名各不重复，登记按代码排列。"""
    assert len(NAMED) == len(CODES)
    assert [code.code for code in CODES] == sorted({code.code for code in CODES})
    assert len({code.slug for code in CODES}) == len(CODES)
