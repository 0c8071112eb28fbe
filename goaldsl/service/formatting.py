"""Putting files into the one layout: what would change, what cannot be formatted, what is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Diagnostic
from goaldsl.fmt import formatted
from goaldsl.project.files import Document, documents, write
from goaldsl.project.refusals import unwritable
from goaldsl.review.severity import graded
from goaldsl.service.codes import known_codes
from goaldsl.service.session import Session


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of one file: its bytes before and after; `text` None where it was left as it is."""

    document: Document
    before: str
    text: str | None
    refused: bool = False  # formatting would have changed what it says

    @property
    def changed(self) -> bool:
        return self.text is not None and self.text.encode() != self.document.data


def format_all(session: Session, paths: Iterable[str]) -> Iterator[Formatted]:
    """Each `.goal` file in its layout. What does not parse is left, with the findings that say why."""
    defaults = session.workspace.defaults(session.preset)
    compiler = Compiler(session.workspace.catalog, defaults, known_codes())
    for document in documents(session.workspace, list(paths)):
        if isinstance(document, Diagnostic):
            session.files.append(document.file)
            session.add([document])
            continue
        session.files.append(document.name)
        syntax = compiler.syntax(document.name, document.data)
        if not syntax.complete:
            preset = defaults.preset or defaults.stage
            errors = [
                each for each in graded(document.name, syntax.findings, preset) if each.severity == "error"
            ]
            session.add(errors, syntax.source)
            yield Formatted(document, syntax.source.text, None)
            continue
        text = formatted(syntax, lambda new: compiler.syntax("", new.encode()))
        yield Formatted(document, syntax.source.text, text, refused=text is None)


def put(session: Session, done: Formatted) -> None:
    """Write a file in its new layout; it is there whole, or as it was before."""
    assert done.document.path is not None and done.text is not None
    try:
        write(done.document.path, done.text.encode())
    except OSError as error:
        session.unable = True
        session.add([unwritable(done.document.name, error)])
