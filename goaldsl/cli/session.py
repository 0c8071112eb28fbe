"""What every command that compiles files shares: the project, the diagnostics gathered, how they are printed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import typer

from goaldsl import __version__
from goaldsl.cli.codes import known_codes
from goaldsl.cli.progress import progress
from goaldsl.compiler import Compiled, compile_file
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.project.files import Document, documents
from goaldsl.project.workspace import Workspace, open_workspace
from goaldsl.report import Format, Report, render
from goaldsl.source import Source

CLEAN, FINDINGS, UNABLE = 0, 1, 2


@dataclass
class Session:
    """One run of a command over some files."""

    workspace: Workspace
    language: Literal["zh", "en"]
    preset: Preset | None
    strict: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    unable: bool = False

    def compiled(self, paths: Iterable[str]) -> Iterator[tuple[Document, Compiled]]:
        """Compile the files one after the other; an error in one does not stop the others."""
        catalog, defaults, known = self.workspace.catalog, self.workspace.defaults(self.preset), known_codes()
        found = list(documents(self.workspace, list(paths)))
        for document in progress(found, self.language):
            if isinstance(document, Diagnostic):
                self.files.append(document.file)
                self.add([document])
                continue
            compiled = compile_file(document.name, document.data, catalog, defaults, known)
            self.files.append(document.name)
            self.add(compiled.diagnostics, compiled.source)
            yield document, compiled

    def add(self, diagnostics: Iterable[Diagnostic], source: Source | None = None) -> None:
        """Gather diagnostics; the text they speak of is kept only while there are any."""
        before = len(self.diagnostics)
        for diagnostic in diagnostics:
            if self.strict and diagnostic.severity is Severity.WARNING:
                diagnostic = replace(diagnostic, severity=Severity.ERROR)
            self.diagnostics.append(diagnostic)
        if source is not None and len(self.diagnostics) > before:
            self.sources[source.path] = source

    def rendered(self, form: Format, least: Severity = Severity.HINT, stream: object = sys.stdout) -> str:
        """The diagnostics in a format, those of at least a severity."""
        order = [Severity.HINT, Severity.WARNING, Severity.ERROR]
        shown = [each for each in self.diagnostics if order.index(each.severity) >= order.index(least)]
        report = Report(
            tuple(shown),
            tuple(self.files),
            self.sources,
            __version__,
            self.language,
            pages=None,
            colour=bool(getattr(stream, "isatty", lambda: False)()),
            width=shutil.get_terminal_size((100, 24)).columns,
        )
        return render(report.renamed(self.workspace.shown), form)

    @property
    def status(self) -> int:
        """The exit status: 2 when something could not be done, 1 for errors in the input, else 0."""
        if self.unable:
            return UNABLE
        errors = any(each.severity is Severity.ERROR for each in self.diagnostics)
        return FINDINGS if errors else CLEAN


def open_session(
    paths: Iterable[str], lang: str | None, preset: Preset | None = None, strict: bool = False
) -> Session:
    """The session for some paths: the project is that of the first one, else of the current folder."""
    first = next((path for path in paths if path != "-"), None)
    start = Path(first) if first is not None and Path(first).exists() else Path()
    workspace = open_workspace(start)
    session = Session(
        workspace, language(lang, workspace.config.language), preset, strict or workspace.config.strict
    )
    if workspace.source is not None:
        session.add(workspace.diagnostics, workspace.source)
    return session


def language(asked: str | None, default: str = "zh") -> Literal["zh", "en"]:
    """The language of messages; a wrong one is a mistake on the command line."""
    chosen = asked or default
    if chosen not in ("zh", "en"):
        raise typer.BadParameter(f"{chosen}：只能是 zh 或 en (must be zh or en)", param_hint="--lang")
    return "en" if chosen == "en" else "zh"


def say(text: str) -> None:
    """A line for the person at the terminal."""
    sys.stderr.write(text if text.endswith("\n") else text + "\n")
