"""Makes the repository: year folders, drafts as commits, a renamed file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.diff.history.edits import CENTRE, COMMITTEE, OFFICE, ORGANISATION, RENAMED, edited

ROOT = Path(__file__).parent.parent.parent.parent
_DATE = "2026-11-02T09:00:00+08:00"
_SATISFACTION = re.compile(r"^服务对象满意度指标 群众满意度.*\n(?:  .*\n)*", re.MULTILINE)


def git(folder: Path, *words: str) -> str:
    """A git command in the made repository."""
    environment = {**os.environ, "GIT_AUTHOR_DATE": _DATE, "GIT_COMMITTER_DATE": _DATE, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}  # fmt: skip
    identity = (
        "-c",
        "user.name=某股",
        "-c",
        "user.email=somebody@example.invalid",
        "-c",
        "commit.gpgsign=false",
    )
    done = subprocess.run(
        ("git", *identity, *words), cwd=folder, env=environment, capture_output=True, check=True
    )
    return done.stdout.decode()


def make(folder: Path) -> None:
    """The whole history in an empty folder."""
    git(folder, "init", "-q", "-b", "main")
    (folder / "goaldsl.toml").write_text("", encoding="utf-8")
    shutil.copytree(ROOT / "goals", folder / "goals")
    (folder / "goals/2026/政务服务中心.actuals.toml").unlink()
    (folder / "goals/2026/市直机关工委.actuals.toml").unlink()
    _commit(folder, "批复的目标", "v2026")
    _next_years(folder)
    _commit(folder, "下一年的目标", "v2027")
    _drafts(folder)
    _renamed(folder)


def _commit(folder: Path, subject: str, tag: str | None = None) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", subject)
    if tag:
        git(folder, "tag", tag)


def _next_years(folder: Path) -> None:
    goals = folder / "goals"
    (goals / "2027").mkdir()
    for source, target, edits in (
        ("2025/组织部", "2026/组织部", ORGANISATION),
        ("2026/县委办公室", "2027/县委办公室", OFFICE),
        ("2026/市直机关工委", "2027/市直机关工委", COMMITTEE),
        ("2026/政务服务中心", "2027/政务服务中心", CENTRE),
    ):
        text = (goals / f"{source}.goal").read_text("utf-8")
        if target == "2027/政务服务中心":
            text = _SATISFACTION.sub("", text)
        (goals / f"{target}.goal").write_text(edited(text, edits), encoding="utf-8")


def _drafts(folder: Path) -> None:
    """送审稿 and 定稿: a deadline moved within its year."""
    path = folder / "goals/2027/县委办公室.goal"
    text = path.read_text("utf-8")
    draft = edited(text, (("截止 2027年12月31日", "截止 2027年11月20日"),))
    path.write_text(draft, encoding="utf-8")
    _commit(folder, "送审稿", "送审稿")
    final = (("截止 2027年11月20日", "截止 2027年12月10日"), ("  解释 考核下级党委满意度情况。\n", "  解释 考核下级党委满意度情况。\n  数据来源 问卷调查\n"))  # fmt: skip
    path.write_text(edited(draft, final), encoding="utf-8")
    _commit(folder, "定稿", "定稿")


def _renamed(folder: Path) -> None:
    goals = folder / "goals/2027"
    git(folder, "mv", "goals/2027/政务服务中心.goal", "goals/2027/政务中心.goal")
    _commit(folder, "改文件名")
    path = goals / "政务中心.goal"
    path.write_text(edited(path.read_text("utf-8"), RENAMED), encoding="utf-8")
    _commit(folder, "窗口增加")
