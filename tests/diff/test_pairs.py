"""几对表，结论由人判定：一对是两个单位填的同一个模板，两对去年真实、今年照着改写，一对是两年的文字。"""

from __future__ import annotations

from pathlib import Path

import pytest

from goaldsl.diff.collecting import changes
from goaldsl.diff.comparison import Paired
from goaldsl.diff.matching import Link
from tests.diff.sides import compared, found

FOLDER = Path(__file__).parent / "pairs"
TABLES = sorted(FOLDER.glob("*/判定.md"))
# What a word of the person asks of the codes: one of these must be there.
CODES = {
    "放宽": {"GD101", "GD107"},
    "收紧": {"GD102", "GD108"},
    "换类": {"GD150", "GD151"},
    "分值增": {"GD131"},
    "分值减": {"GD130"},
    "换算": {"GD111"},
    "要人看": {"GD113", "GD199", "GD124"},
}
QUIET = {"GD182", "GD183", "GD160", "GD111"}


def read(folder: Path) -> tuple[str, str]:
    old, new = ((folder / f"{name}.goal").read_text("utf-8") for name in ("去年", "今年"))
    return old, new


def rows(table: Path) -> list[list[str]]:
    lines = [line for line in table.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("half", [0, 1], ids=["单号", "双号"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.parent.name)
def test_verdicts(table: Path, half: int) -> None:
    """程序说的与人判定的一致，单号行、双号行都对。"""
    forms = compared(*read(table.parent))
    codes: dict[int, set[str]] = {}
    for change in changes(forms):
        codes.setdefault(id(change.paired), set()).update((change.code, *change.if_same))
    wrong = []
    for old, new, verdict in rows(table)[half::2]:
        paired = _paired(forms.rows, old, new)
        said = codes.get(id(paired), set()) if paired else set()
        wrong += [(old, new, word, sorted(said)) for word in verdict.split() if not _fits(word, paired, said)]
    assert wrong == []


def _paired(matches: tuple[Paired, ...], old: str, new: str) -> Paired | None:
    for paired in matches:
        names = [[row.name for row in side] for side in (paired.match.olds, paired.match.news)]
        if (old in names[0] or old == "—") and (new in names[1] or new == "—") and (old, new) != ("—", "—"):
            return paired
    return None


def _fits(word: str, paired: Paired | None, codes: set[str]) -> bool:
    if paired is None:
        return False
    if word in ("取消", "新增"):
        return not paired.sure and paired.match.link is not Link.SUSPECTED
    if word == "合并":
        return len(paired.match.olds) > 1
    if word == "改名":
        return bool(paired.match.olds and paired.match.news)
    if word in ("相同", "写法"):
        return not codes - QUIET - {"GD124", "GD120", "GD122"}
    return bool(codes & CODES[word])


def test_texts_of_two_years() -> None:
    """两年的文字：标点旁的空格不算；预算大变、目标照抄要说；进度改了要说。"""
    made = {change.code: change for change in found(*read(FOLDER / "万里街道-文字"))}
    assert "-90.5%" in made["GD162"].reason.zh
    assert "GD191" not in made
    fields = [change.field for change in found(*read(FOLDER / "万里街道-文字")) if change.code == "GD192"]
    assert fields == ["schedule"]


def test_copied_goals_are_told_only_when_copied() -> None:
    """目标改了一句，报 GD191，不报 GD162。"""
    old, new = read(FOLDER / "万里街道-文字")
    made = {change.code for change in found(old, new.replace("便捷", "便利"))}
    assert "GD191" in made and "GD162" not in made
