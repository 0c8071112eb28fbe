"""Writes `grammar/checks/`, one page per code and the index: run `python -m goaldsl.cli.pages` after a change."""

from __future__ import annotations

from pathlib import Path

from goaldsl.catalog.data import data_directory
from goaldsl.report.pages import pages
from goaldsl.service.codes import all_codes


def folder() -> Path:
    """Where the pages lie."""
    return data_directory() / "checks"


def write() -> None:
    """Write every page anew and remove those of codes that are gone."""
    wanted = pages(all_codes())
    folder().mkdir(exist_ok=True)
    for old in folder().glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder() / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
