"""make: compile files, print what has no error and write it; what failed leaves no old output behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from goaldsl.compiler import Compiled
from goaldsl.emit import PRINTERS
from goaldsl.project.files import Document, remove
from goaldsl.project.outputs import Outputs
from goaldsl.project.refusals import unwritable
from goaldsl.service.printing import Job, print_all
from goaldsl.service.session import Session


@dataclass(frozen=True, slots=True)
class Made:
    """How many declarations were printed, into which files."""

    declarations: int
    files: tuple[Path, ...]


def make(
    session: Session, paths: Iterable[str], outputs: Outputs, formats: tuple[str, ...], *, public: bool
) -> Made:
    """Make the outputs of some files; what is wrong is added to the session."""
    jobs = []
    for document, compiled in session.compiled(paths):
        outputs.keep(document)
        job = _job(session, outputs, document, compiled, public)
        if job is not None:
            jobs.append(job)
    written: list[Path] = []
    for printed in print_all(jobs, formats, session):
        session.add(printed.diagnostics)
        session.unable = session.unable or printed.unable
        written += put(session, outputs, printed.stem, printed.files)
    wanted = {outputs.path(job.stem, PRINTERS[name].suffix) for job in jobs for name in formats}
    for path in wanted - outputs.sources - set(written):
        remove(path)
    return Made(len(jobs), tuple(written))


def _job(
    session: Session, outputs: Outputs, document: Document, compiled: Compiled, public: bool
) -> Job | None:
    """What is to be printed of a compiled file; a failed one loses the outputs it left before."""
    declaration = compiled.declaration
    if compiled.failed or declaration is None:
        for old in outputs.leftovers(document, declaration):
            remove(old)
        return None
    stem = outputs.stem(document, declaration)
    clash = outputs.claim(stem, document)
    if clash is not None:
        session.add([clash])
        return None
    attach = session.workspace.config.attach_source
    published = session.workspace.published(document.path) if document.path else document.name
    return Job(document.name, stem, declaration, public, attach, compiled.diagnostics, published)


def put(session: Session, outputs: Outputs, stem: str, files: dict[str, bytes]) -> list[Path]:
    """Write the files of one stem, by suffix; stops at the first that cannot be written."""
    written = []
    for suffix, content in files.items():
        path = outputs.path(stem, suffix)
        if path in outputs.sources:  # an interchange file built in its own place
            continue
        try:
            outputs.write(path, content)
        except OSError as error:
            session.add([unwritable(session.workspace.name(path), error)])
            session.unable = True
            break
        written.append(path)
    return written
