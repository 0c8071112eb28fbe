"""`goaldsl init`: a new project with its configuration and a declaration to begin with."""

from __future__ import annotations

from pathlib import Path

from goaldsl.catalog import guess, load
from goaldsl.cli.session import CLEAN, UNABLE, language, say
from goaldsl.project.clock import this_year
from goaldsl.project.refusals import reason
from goaldsl.service.git_setup import for_other_clones, set_up
from goaldsl.service.new_project import new_project


def init(folder: Path, form: str, year: int | None, lang: str | None, *, git: bool = False) -> int:
    """Write the files of a new project; files that are there already stay as they are."""
    zh = language(lang) == "zh"
    catalog = load()
    if catalog.form(form) is None:
        near = guess(form, catalog.form_names())
        listed = "、".join(catalog.form_names())
        hint = near.asked.zh if near else f"可用的有：{listed}"
        say(f"没有表样“{form}”。{hint}" if zh else f"There is no form “{form}”. {hint}")
        return UNABLE
    for placed in new_project(folder, form, year or this_year(), "zh" if zh else "en"):
        if placed.error is not None:
            why, path = reason(placed.error), folder / placed.name
            say(f"写不进 {path}：{why.zh}" if zh else f"cannot write {path}: {why.en}")
            return UNABLE
        if placed.written:
            say(f"写好 {placed.name}" if zh else f"wrote {placed.name}")
        else:
            say(f"已有 {placed.name}，没有改动" if zh else f"{placed.name} exists, left as it is")
    if git and not _git(folder, zh=zh):
        return UNABLE
    say("下一步：goaldsl build" if zh else "Next: goaldsl build")
    return CLEAN


def _git(folder: Path, *, zh: bool) -> bool:
    """Set git up for declarations; what each step came to is said."""
    for done in set_up(folder):
        if done.error:
            say(f"{done.what} 没有做成：{done.error}" if zh else f"{done.what} failed: {done.error}")
            return False
        state = ("设好" if done.changed else "已有") if zh else ("set" if done.changed else "was set")
        say(f"{state} {done.what}")
    say("git 的设置不随仓库走，别的克隆里运行一次：" if zh else "Run once in other clones:")
    say(f"  {for_other_clones()}")
    return True
