"""Finding, reading and writing files. Writing is atomic: a file is there whole, or as it was before."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.ingest.foreign import is_submitted
from goaldsl.model.place import NOWHERE
from goaldsl.project import codes
from goaldsl.project.bounded import read_file, read_standard_input
from goaldsl.project.refusals import unreadable
from goaldsl.project.workspace import STANDARD_INPUT, Workspace

_TEMPORARY = ".goaldsl-"
"""How temporary names begin: short, so that a long name can be written too; then comes the process."""
_SKIPPED = frozenset(("out", "node_modules", "__pycache__"))


@dataclass(frozen=True, slots=True)
class Document:
    """A file to compile: where it is (None for standard input), its name in diagnostics, its bytes."""

    path: Path | None
    name: str
    data: bytes


def documents(workspace: Workspace, paths: Sequence[str]) -> Iterator[Document | Diagnostic]:
    """The files that `paths` name, read one by one; what cannot be read is a diagnostic.

    A folder stands for all `.goal` files below it; without paths it is the project's `goals/`.
    """
    wanted = list(paths) or [str(_goals(workspace))]
    seen: set[str] = set()
    found = False
    for each in wanted:
        if each == STANDARD_INPUT:
            found = True
            yield _typed()
            continue
        for path in _files(Path(each)):
            place = _place(path)
            if place in seen:
                continue
            seen.add(place)
            found = True
            yield _read(path, workspace.name(path))
    if not found:
        yield _nothing(workspace, wanted)


def _goals(workspace: Workspace) -> Path:
    goals = workspace.root / "goals"
    return goals if goals.is_dir() else workspace.root


def _files(path: Path) -> Iterator[Path]:
    """`path` itself, or all `.goal` files below it in a fixed order; where there are none, the forms somebody sent."""
    if not os.path.isdir(path):  # noqa: PTH112  which, unlike Path.is_dir, takes names that are too long
        yield path
        return
    found = list(_below(path))
    goals = [each for each in found if each.suffix == ".goal"]
    yield from goals or (each for each in found if is_submitted(each.name))


def _below(path: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder) / name


def _place(path: Path) -> str:
    """Where a file is, so that it is read once however often it is named."""
    return os.path.realpath(path)


def _read(path: Path, name: str) -> Document | Diagnostic:
    try:
        return Document(path, name, read_file(path))
    except OSError as error:
        return unreadable(name, path, error)


def _typed() -> Document | Diagnostic:
    try:
        return Document(None, STANDARD_INPUT, read_standard_input())
    except OSError as error:
        return unreadable(STANDARD_INPUT, Path(STANDARD_INPUT), error)


def _nothing(workspace: Workspace, wanted: Sequence[str]) -> Diagnostic:
    places = "、".join(wanted)
    return Diagnostic(
        Severity.ERROR,
        workspace.name(Path(wanted[0])),
        Finding(
            codes.NOTHING,
            NOWHERE,
            Message(f"“{places}”里没有 .goal 文件", f"no .goal file in {places}"),
            remedy=Message(
                "换到项目文件夹再运行，或用 goaldsl init 建一个新项目。",
                "Run it in the project's folder, or make a new project with goaldsl init.",
            ),
        ),
    )


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all; raises OSError. Keeps the permissions of a file it replaces.

    A link is replaced, never written through: what it points to belongs to somebody else.
    """
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=f"{_TEMPORARY}{os.getpid()}-", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_source(path: Path, content: bytes) -> None:
    """Put `content` into a source file: one that is a link stays one. Raises OSError."""
    write(Path(os.path.realpath(path)), content)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a run which was killed has left in a folder."""
    for left in folder.glob(f"{_TEMPORARY}*.tmp"):
        owner = left.name.removeprefix(_TEMPORARY).partition("-")[0]
        if not (owner.isdecimal() and _runs(int(owner))):
            remove(left)


def _runs(process: int) -> bool:
    """Whether a process still runs. Elsewhere than on POSIX an open file cannot be removed anyway."""
    if os.name != "posix":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced; those of a new one else."""
    try:
        status = path.lstat()
    except OSError:
        status = None
    if status is not None and stat.S_ISREG(status.st_mode):
        return status.st_mode & 0o777
    return 0o666 & ~_umask()


def remove(path: Path) -> bool:
    """Remove an output that no longer holds; False when there was none."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
