"""git_setup: what makes git show declarations well: attributes, a diff driver that names the indicator, plain Chinese names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goaldsl.project.files import write
from goaldsl.project.git import GitError, Repository, repository

ATTRIBUTES = ".gitattributes"
LINES = ("*.goal text diff=goal", "*.goal linguist-language=Text")
SETTINGS = {
    "diff.goal.xfuncname": r"^([^ #].*)$",  # the statement that a change stands under
    "diff.goal.wordRegex": r"[0-9]+(\.[0-9]+)?|[^[:space:]]+",
    "core.quotepath": "false",  # Chinese file names as they are
}


@dataclass(frozen=True, slots=True)
class Done:
    """A step: what it was about, whether it was done now, was there already, or why it failed."""

    what: str
    changed: bool
    error: str = ""


def set_up(folder: Path) -> Iterator[Done]:
    """Write the attributes and set the settings of this clone; makes a repository where there is none."""
    found = repository(folder)
    if found is None:
        try:
            Repository(folder).run("init", "-q")
        except GitError as error:
            yield Done("git init", changed=False, error=error.words)
            return
        yield Done("git init", changed=True)
        found = Repository(folder)
    yield _attributes(found.root / ATTRIBUTES)
    for key, value in SETTINGS.items():
        if _setting(found, key) == value:
            yield Done(f"git config {key}", changed=False)
            continue
        try:
            found.run("config", "--local", key, value)
        except GitError as error:
            yield Done(f"git config {key}", changed=False, error=error.words)
            return
        yield Done(f"git config {key}", changed=True)


def _attributes(path: Path) -> Done:
    """Add the lines that are missing; others stay."""
    try:
        text = path.read_text("utf-8") if path.exists() else ""
        missing = [line for line in LINES if line not in text.splitlines()]
        if not missing:
            return Done(ATTRIBUTES, changed=False)
        lead = "" if not text or text.endswith("\n") else "\n"
        write(path, (text + lead + "\n".join(missing) + "\n").encode())
    except (OSError, UnicodeDecodeError) as error:
        return Done(ATTRIBUTES, changed=False, error=str(error))
    return Done(ATTRIBUTES, changed=True)


def _setting(found: Repository, key: str) -> str | None:
    try:
        return found.run("config", "--local", "--get", key).decode().rstrip("\n")
    except GitError:
        return None


def missing(folder: Path) -> list[str]:
    """What a clone lacks; nothing outside a repository."""
    found = repository(folder)
    if found is None:
        return []
    path = found.root / ATTRIBUTES
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError):
        lines = []
    absent = [] if LINES[0] in lines else [ATTRIBUTES]
    return absent + [key for key, value in SETTINGS.items() if _setting(found, key) != value]


def for_other_clones() -> str:
    """The line that others run once: settings of git are not committed."""
    return " && ".join(f"git config {key} '{value}'" for key, value in SETTINGS.items())
