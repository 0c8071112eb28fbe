"""What the words behind `goaldsl diff` mean, in this order: a path, a year of the project, a range, a file of a
revision, a revision. A word that means two things is an error that names both."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from goaldsl.diagnostics import Code, Diagnostic, Finding, Message, Severity
from goaldsl.model.place import NOWHERE
from goaldsl.project.git import MissingObjectError, Repository, Revision, repository
from goaldsl.project.workspace import Workspace
from goaldsl.service.compare import codes
from goaldsl.service.compare.inputs import Given, Input, at_revision, folder_files, neighbours, on_disk

_YEAR = re.compile(r"(?:19|20)\d\d")
STANDARD_INPUT = "-"


class RefusedError(Exception):
    """The comparison cannot be made; `diagnostic` says why."""

    def __init__(self, code: Code, file: str, message: Message, remedy: Message) -> None:
        super().__init__(message.zh)
        self.diagnostic = Diagnostic(Severity.ERROR, file, Finding(code, NOWHERE, message, remedy=remedy))


@dataclass(frozen=True)
class Place:
    """Where the command was run."""

    workspace: Workspace
    here: Path
    standard_input: Callable[[], bytes]

    @property
    def goals(self) -> Path:
        folder = self.workspace.root / "goals"
        return folder if folder.is_dir() else self.workspace.root

    def years(self) -> dict[int, Path]:
        """The year folders of the project."""
        folders = (path for path in self.goals.iterdir() if path.is_dir()) if self.goals.is_dir() else ()
        return {int(path.name): path for path in sorted(folders) if _YEAR.fullmatch(path.name)}

    def repository(self) -> Repository:
        """The repository around; raises where there is no history."""
        found = repository(self.here)
        if found is None or found.empty:
            why = Message("这里不是 git 仓库", "this is no git repository")
            if found is not None:
                why = Message("这个仓库还没有提交过", "this repository has no commits")
            raise RefusedError(
                codes.NO_REPOSITORY,
                str(self.here),
                Message(f"{why.zh}，没有以前的版本可比", f"{why.en}: there is nothing older to compare with"),
                Message(
                    "直接写两个文件或文件夹，如 goaldsl diff 去年.goal 今年.goal。",
                    "Name two files or folders.",
                ),
            )
        return found


def sides(old: str | None, new: str | None, place: Place) -> tuple[Input, Input]:
    """The two sides that the words mean."""
    if old is None:
        return _two_years(place)
    if new is None:
        return _one(old, place)
    return meaning(old, place), meaning(new, place)


def _two_years(place: Place) -> tuple[Input, Input]:
    years = place.years()
    if len(years) < 2:
        known = "、".join(map(str, years)) or "没有"
        raise RefusedError(
            codes.NOT_COMPARABLE,
            str(place.goals),
            Message(f"要两个年度才能比，项目里的年度文件夹：{known}", "two year folders are needed"),
            Message("写明比什么，如 goaldsl diff 去年.goal 今年.goal。", "Say what to compare."),
        )
    *_, old, new = sorted(years)
    why = "没有写比什么：最新的年度与上一个年度比"
    return _year(old, place, why), _year(new, place, why)


def _one(word: str, place: Place) -> tuple[Input, Input]:
    """One word: that against the working tree."""
    path, _, _ = word.partition("#")
    if ".." in word and not Path(path).exists():
        return _range(word, place)
    old = meaning(word, place)
    if old.kind == "year":
        newest = max(place.years())
        if newest == old.year:
            return _two_years(place)
        return old, _year(newest, place, "只写了一个年度：与最新的年度比")
    if old.kind in ("file", "folder") and old.ref is None:
        return _against_itself(Path(path), old, place)
    return old, _working_tree(old, place)


def _against_itself(path: Path, given: Input, place: Place) -> tuple[Input, Input]:
    """A file of the newest year against its last commit; another one against the newest year."""
    years = place.years()
    newest = years.get(max(years, default=0))
    inside = newest is not None and path.resolve().is_relative_to(newest.resolve())
    if years and not inside and newest is not None:
        return given, _year(max(years), place, "只写了一边：与项目里最新的年度比")
    found = place.repository()
    revision = found.revision("HEAD")
    assert revision is not None
    old = _revised(found, revision, found.inside(path), place, "只写了一个文件：与最后一次提交比")
    return old, given


def _working_tree(old: Input, place: Place) -> Input:
    """What now stands where the old side was read."""
    below = old.asked or ""
    root = place.repository().root
    path = root / below if below else place.goals
    if not path.exists():
        raise RefusedError(
            codes.NOT_COMPARABLE,
            below,
            Message(f"工作区里没有“{below}”", f"the working tree has no {below}"),
            Message("把新的一边也写上。", "Name the new side, too."),
        )
    return _on_disk(path, place, "与工作区比")


def _range(word: str, place: Place) -> tuple[Input, Input]:
    """A..B, A.. (against the working tree), A...B (since they parted)."""
    dots = "..." if "..." in word else ".."
    one, _, other = word.partition(dots)
    found = place.repository()
    first = _revision(one or "HEAD", found)
    if dots == "..." and (base := found.merge_base(first.commit, _revision(other or "HEAD", found).commit)):
        first = Revision(f"{one}...{other}", base, first.day)
    below = found.inside(place.goals) or ""
    old = _revised(found, first, below, place, f"“{word}”是版本范围")
    if not other:
        return old, _on_disk(place.goals, place, f"“{word}”的右边是工作区")
    return old, _revised(found, _revision(other, found), below, place, f"“{word}”是版本范围")


def meaning(word: str, place: Place) -> Input:
    """What one word means."""
    if word == STANDARD_INPUT:
        given = Given("-", place.standard_input())
        return Input("标准输入", "- 是标准输入", "file", (given,), place.workspace, single=True)
    for prefix, make in (("year:", _as_year), ("git:", _as_revision)):
        if word.startswith(prefix):
            return make(word.removeprefix(prefix), place)
    bare, _, sheet = word.partition("#")
    meanings: list[tuple[str, Callable[[], Input]]] = []
    path = Path(bare) if bare and Path(bare).exists() else None
    if path is not None:
        meanings.append((f"路径 ./{bare}", lambda: _on_disk(path, place, f"“{word}”是路径", sheet or None)))
    if _YEAR.fullmatch(word) and int(word) in place.years():
        folder = place.years()[int(word)]
        if path is None or path.resolve() != folder.resolve():
            meanings.append((f"年度 year:{word}", lambda: _as_year(word, place)))
        else:
            return _as_year(word, place)
    named = word.startswith(("./", "../", "/")) or (path is not None and "/" in word)
    found = None if named or _file_of_revision(word) is not None else repository(place.here)
    if found is not None and found.revision(word) is not None:
        meanings.append((f"版本 git:{word}", lambda: _as_revision(word, place)))
    if len(meanings) > 1:
        both = "，又是".join(text for text, _ in meanings)
        ways = "、".join(text.partition(" ")[2] for text, _ in meanings)
        raise RefusedError(
            codes.AMBIGUOUS,
            word,
            Message(f"“{word}”既是{both}", f"{word} means two things: {ways}"),
            Message(f"写明是哪一个：{ways}。", f"Write one of {ways}."),
        )
    if meanings:
        return meanings[0][1]()
    if _file_of_revision(word) is not None:
        return _as_revision(word, place)
    return _nothing(word, place)


def _file_of_revision(word: str) -> tuple[str, str] | None:
    """REV:path; a prefix of one letter is a drive."""
    revision, colon, path = word.partition(":")
    return (revision, path) if colon and len(revision) > 1 else None


def _nothing(word: str, place: Place) -> Input:
    """Nothing of that name: as a revision where there is history, else as a path."""
    if _YEAR.fullmatch(word):
        known = "、".join(map(str, place.years())) or "没有"
        raise RefusedError(
            codes.NOT_COMPARABLE,
            word,
            Message(f"项目里没有 {word} 年度，有的年度：{known}", f"the project has no folder {word}"),
            Message("换一个年度，或写文件、版本。", "Name another year, a file or a revision."),
        )
    looks_like_path = (
        "/" in word
        or "\\" in word
        or Path(word).suffix in (".goal", ".json", ".docx", ".xlsx", ".pdf", ".html")
    )
    if looks_like_path:
        raise RefusedError(
            codes.NOT_COMPARABLE,
            word,
            Message(f"没有文件或文件夹“{word}”", f"no such file or folder: {word}"),
            Message("核对路径。", "Check the path."),
        )
    return _as_revision(word, place)


def _as_year(word: str, place: Place) -> Input:
    if not _YEAR.fullmatch(word) or int(word) not in place.years():
        return _nothing(word if _YEAR.fullmatch(word) else f"0000{word}", place)
    return _year(int(word), place, f"“{word}”是项目的年度")


def _year(year: int, place: Place, why: str) -> Input:
    folder = place.years()[year]
    paths = folder_files(folder)
    files = on_disk(paths, place.workspace)
    beside = neighbours(paths, place.workspace)
    return Input(str(year), why, "year", files, place.workspace, None, beside, year)


def _on_disk(path: Path, place: Place, why: str, sheet: str | None = None) -> Input:
    paths = folder_files(path) if path.is_dir() else [path]
    name = place.workspace.name(path)
    kind = "folder" if path.is_dir() else "file"
    files, beside = on_disk(paths, place.workspace, sheet), neighbours(paths, place.workspace)
    return Input(name, why, kind, files, place.workspace, None, beside, None, kind == "file")


def _as_revision(word: str, place: Place) -> Input:
    found = place.repository()
    revision, path = _file_of_revision(word) or (word, None)
    commit = _revision(revision, found)
    below = path if path is not None else found.inside(place.goals) or ""
    why = f"“{word}”是版本 {commit.short}（{commit.day}）"
    return _revised(found, commit, below, place, why, asked=path)


def _revised(
    found: Repository, revision: Revision, below: str | None, place: Place, why: str, asked: str | None = None
) -> Input:
    if below is None:
        raise RefusedError(
            codes.NO_REPOSITORY,
            str(found.root),
            Message("这个文件在仓库外面，没有历史", "the file lies outside the repository"),
            Message("换成仓库里的文件。", "Name a file of the repository."),
        )
    below = below.strip("/").removeprefix("./")
    project = found.inside(place.workspace.root) or ""
    project = "" if project == "." else project
    below = "" if below == "." else below
    today = below
    listed = _listed(found, revision)
    single = below in listed
    if below and not single and not any(path.startswith(f"{below}/") for path in listed):
        former = found.former_path(revision.commit, below)
        if former is None:
            raise _absent(found, revision, below)
        why, below, single = f"{why}，当时叫 {former}", former, True
    try:
        files, beside, workspace = at_revision(found, revision, below, project)
    except MissingObjectError as missing:
        raise _shallow(found, revision, missing) from missing
    label = f"{revision.typed}:{below}" if single else revision.typed
    ref = f"{revision.commit}:{below}"
    return Input(
        label, why, "file" if single else "revision", files, workspace, ref, beside, None, single, today
    )


def _listed(found: Repository, revision: Revision) -> dict[str, str]:
    return found.files(revision.commit)


def _revision(word: str, found: Repository) -> Revision:
    revision = found.revision(word)
    if revision is not None:
        return revision
    if found.shallow:
        remedy = Message(
            "这是浅克隆，先运行 git fetch --unshallow。", "A shallow clone: run git fetch --unshallow."
        )
    else:
        remedy = Message(
            "用 git log --oneline 或 git tag 看有哪些版本；远程的先 git fetch。", "See git log and git tag."
        )
    raise RefusedError(
        codes.REVISION,
        word,
        Message(f"没有版本“{word}”，也没有这个文件", f"no revision or file {word}"),
        remedy,
    )


def _absent(found: Repository, revision: Revision, path: str) -> RefusedError:
    return RefusedError(
        codes.REVISION,
        path,
        Message(f"版本 {revision.typed} 里没有“{path}”", f"{revision.typed} has no {path}"),
        Message(f"用 git ls-tree -r --name-only {revision.typed} 看那时有哪些文件。", "See git ls-tree."),
    )


def _shallow(found: Repository, revision: Revision, missing: MissingObjectError) -> RefusedError:
    command = "git fetch --unshallow" if found.shallow else f"git fetch origin {revision.commit}"
    return RefusedError(
        codes.REVISION,
        revision.typed,
        Message(f"这个克隆里缺少对象（{missing.words}）", f"this clone lacks an object ({missing.words})"),
        Message(f"先运行 {command}。", f"Run {command} first."),
    )
