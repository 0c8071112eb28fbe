"""Finding, reading and writing files. Writing is atomic: a file is there whole, or as it was before."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.ingest.foreign import is_submitted
from goaldsl.model.place import NOWHERE
from goaldsl.project import codes
from goaldsl.project.workspace import STANDARD_INPUT, Workspace

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
            yield Document(None, STANDARD_INPUT, sys.stdin.buffer.read())
            continue
        for path in _files(Path(each)):
            name = workspace.name(path)
            if name in seen:
                continue
            seen.add(name)
            found = True
            yield _read(path, name)
    if not found:
        yield _nothing(workspace, wanted)


def _goals(workspace: Workspace) -> Path:
    goals = workspace.root / "goals"
    return goals if goals.is_dir() else workspace.root


def _files(path: Path) -> Iterator[Path]:
    """`path` itself, or all `.goal` files below it in a fixed order; where there are none, the forms somebody sent."""
    if not path.is_dir():
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


def _read(path: Path, name: str) -> Document | Diagnostic:
    try:
        return Document(path, name, path.read_bytes())
    except OSError as error:
        return unreadable(name, path, error)


def unreadable(name: str, path: Path, error: OSError) -> Diagnostic:
    """A file that cannot be read, and why."""
    broken_link = path.is_symlink() and not path.exists()
    if broken_link:
        why = Message("链接指向的文件不存在", "the link points nowhere")
    elif isinstance(error, FileNotFoundError):
        why = Message("没有这个文件或文件夹", "no such file or folder")
    else:
        why = reason(error)
    return Diagnostic(
        Severity.ERROR,
        name,
        Finding(
            codes.UNREADABLE,
            NOWHERE,
            Message(f"打不开“{name}”：{why.zh}", f"cannot open {name}: {why.en}"),
            remedy=Message("核对路径和权限。", "Check the path and the permissions."),
        ),
    )


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
    """Put `content` at `path`, whole or not at all; raises OSError. Keeps the permissions of a file it replaces."""
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path.resolve()
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def remove(path: Path) -> bool:
    """Remove an output that no longer holds; False when there was none."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def unwritable(name: str, error: OSError) -> Diagnostic:
    """An output that cannot be written, and why."""
    why = reason(error)
    return Diagnostic(
        Severity.ERROR,
        name,
        Finding(
            codes.UNWRITABLE,
            NOWHERE,
            Message(f"写不进“{name}”：{why.zh}", f"cannot write {name}: {why.en}"),
            remedy=Message(
                "用 -o 换一个能写的文件夹，或关掉正打开着该文件的程序。",
                "Choose another folder with -o, or close the program that has the file open.",
            ),
        ),
    )


def reason(error: OSError) -> Message:
    """Why the system refused, in words."""
    words = error.strerror or str(error)
    known = {
        "PermissionError": "没有权限",
        "IsADirectoryError": "这是一个文件夹",
        "NotADirectoryError": "上一级不是文件夹",
        "FileExistsError": "同名的文件挡住了文件夹",
        "FileNotFoundError": "上一级文件夹不存在",
    }
    return Message(known.get(type(error).__name__, words), words)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
