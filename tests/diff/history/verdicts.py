"""What people wrote down, and what the program finds."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

from goaldsl.diff.assembly import Selection
from goaldsl.diff.published import Report
from goaldsl.project.workspace import open_workspace
from goaldsl.service.codes import known_codes
from goaldsl.service.compare.arguments import Place
from goaldsl.service.compare.run import compare

COMPARED = {
    "2025 → 2026": ("2025", "2026"),
    "2026 → 2027": ("2026", "2027"),
    "送审稿..定稿": ("送审稿..定稿", None),
    "改名以后": ("定稿:goals/2027/政务中心.goal", None),
}
_NOTATION = ("GD180", "GD181", "GD182")
Verdicts = dict[tuple[str, str], str]


def expected(name: str) -> Verdicts:
    """The lines under a heading of the table written by hand."""
    text = (Path(__file__).parent / "应有结论.md").read_text("utf-8")
    part = text.partition(f"## {name}\n")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line[:2] == "| "
    ]
    return {(unit, indicator): codes for unit, indicator, codes in rows[2:]}


def report(folder: Path, old: str | None, new: str | None) -> Report:
    """A comparison inside the made repository."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        place = Place(open_workspace(Path()), Path.cwd(), lambda: b"")
        return compare(old, new, place, Selection(), known_codes()).report
    finally:
        os.chdir(here)


def got(folder: Path, name: str) -> Verdicts:
    """The codes of each row, by the end of the department's name."""
    made = report(folder, *COMPARED[name])
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in made.changes:
        if change.code not in _NOTATION:
            unit = made.forms[change.form].after
            indicator = change.name.after or change.name.before or "整表"
            found[_short(unit.name if unit else ""), indicator.partition("、")[0]].add(change.code)
    return {key: " ".join(sorted(codes)) for key, codes in found.items()}


def _short(name: str) -> str:
    return next(
        (end for end in ("组织部", "委员会办公室", "机关工作委员会", "政务服务中心") if name.endswith(end)),
        name,
    )
