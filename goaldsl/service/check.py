"""check: compile files and gather what is found; put right what is certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goaldsl.diagnostics import Diagnostic
from goaldsl.project.workspace import STANDARD_INPUT
from goaldsl.service.session import Session


@dataclass(frozen=True, slots=True)
class Fixed:
    """How many fixes were applied, and what kept a file from being written."""

    count: int
    failures: tuple[Diagnostic, ...]


def check(session: Session, paths: Iterable[str]) -> None:
    """Compile the files; what is found is in the session."""
    for _ in session.compiled(paths):
        pass


def fix(session: Session, paths: Sequence[str]) -> Fixed:
    """Apply the safe fixes to the files. The session is used up: what it found no longer stands in the texts."""
    from goaldsl.project.fixing import apply_fixes

    files = [path for path in paths if path != STANDARD_INPUT]  # which can be read only once
    if paths and not files:
        return Fixed(0, ())
    both = list(session.compiled(files))
    compiled = [each for _, each in both]
    places = {document.name: document.path for document, _ in both if document.path is not None}
    sources = {each.source.path: each.source for each in compiled if each.source.encoding != "binary"}
    found = [diagnostic for each in compiled for diagnostic in each.diagnostics]
    applied, failures = apply_fixes(session.workspace, sources, found, places)
    return Fixed(applied, tuple(failures))
