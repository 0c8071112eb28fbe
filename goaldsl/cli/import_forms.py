"""`goaldsl import`: existing forms become `.goal` files, with a page to check them by."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from goaldsl.cli.session import Session, open_session, say
from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.ingest.foreign import is_litter, is_submitted
from goaldsl.model.place import NOWHERE
from goaldsl.project import codes
from goaldsl.project.bounded import read_file
from goaldsl.project.files import write
from goaldsl.project.refusals import unreadable, unwritable
from goaldsl.project.workspace import STANDARD_INPUT
from goaldsl.report import Format
from goaldsl.service.importing import Importer, Outcome, beside, may_replace


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    paths: tuple[str, ...]
    out: Path | None
    overwrite: bool
    keep_contacts: bool
    lang: str | None


def import_forms(request: Request) -> int:
    """Import the files and tell what became of them; returns the exit status."""
    session = open_session(request.paths, request.lang)
    folder = request.out or session.workspace.root / "goals"
    importer = Importer(session.workspace.catalog, request.keep_contacts)
    for source in session.watched(list(_sources(session, request.paths)), "导入"):
        outcome = importer.outcome(source.name, source.load())
        session.files.append(source.shown)
        session.add(replace(each, file=source.shown) for each in outcome.diagnostics)
        _write(session, folder, outcome, request.overwrite)
        for line in outcome.lines:
            sys.stdout.write(line + "\n")
    if session.diagnostics:
        say(session.rendered(Format.FULL, stream=sys.stderr))
    return session.status


@dataclass(frozen=True, slots=True)
class _Source:
    """A form to import: its own name, its name in diagnostics, its bytes when it is its turn."""

    name: str
    shown: str
    load: Callable[[], bytes]


def _sources(session: Session, paths: Sequence[str]) -> Iterator[_Source]:
    for each in paths:
        if each == STANDARD_INPUT:
            pasted = sys.stdin.buffer.read()
            yield _Source("粘贴.txt", STANDARD_INPUT, partial(bytes, pasted))
            continue
        for path in _files(Path(each)):
            shown = session.workspace.name(path)
            try:
                if path.suffix.lower() == ".zip":
                    yield from _members(path, shown)
                else:
                    path.stat()
                    yield _Source(path.name, shown, partial(read_file, path))
            except OSError as error:
                session.files.append(shown)
                session.add([unreadable(shown, path, error)])


def _members(path: Path, shown: str) -> Iterator[_Source]:
    """The files in an archive; one that is no archive is left to the readers."""
    from goaldsl.ingest.document import Unreadable
    from goaldsl.ingest.readers.package import Package

    try:
        members = Package(read_file(path)).members()
    except Unreadable:
        yield _Source(path.name, shown, partial(read_file, path))
        return
    for name, data in members:
        if not any(is_litter(part) for part in Path(name).parts):
            yield _Source(Path(name).name, f"{shown}/{name}", partial(bytes, data))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted(names):
            if is_submitted(name) or name.lower().endswith(".zip"):
                yield Path(folder) / name


def _write(session: Session, folder: Path, outcome: Outcome, overwrite: bool) -> None:
    """Write what belongs together, or none of it."""
    for main, others in beside(outcome.files):
        target = folder / main
        try:
            if target.exists() and not may_replace(target.read_bytes(), overwrite):
                session.add([_edited(session.workspace.name(target), outcome.source)])
                continue
            for name in (main, *others):
                write(folder / name, outcome.files[name])
        except OSError as error:
            session.add([unwritable(session.workspace.name(target), error)])
            session.unable = True


def _edited(name: str, source: str) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        source,
        Finding(
            codes.KEPT,
            NOWHERE,
            Message(f"{name} 已经有了，又被改过，没有覆盖", f"{name} exists and was edited; it was kept"),
            remedy=Message(
                "要覆盖就加 --overwrite，或用 -o 换一个文件夹。",
                "Use --overwrite, or another folder with -o.",
            ),
        ),
    )
