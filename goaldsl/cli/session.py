"""What every command that compiles files shares: opening the project, printing what was found."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import typer

from goaldsl import __version__
from goaldsl.cli.progress import Entry, progress
from goaldsl.diagnostics import Preset, Severity
from goaldsl.project.workspace import open_workspace
from goaldsl.report import Format, Report, render
from goaldsl.service import session as gathering

CLEAN, FINDINGS, UNABLE = 0, 1, 2


class Session(gathering.Session):
    """One run of a command: what the service gathers, shown on the terminal."""

    def watched(self, entries: Sequence[Entry], what: str = "检查") -> Iterator[Entry]:
        """The entries one by one, with a bar while a person watches long work."""
        return progress(entries, self.language, what)

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
        return FINDINGS if self.erring else CLEAN


def open_session(
    paths: Iterable[str], lang: str | None, preset: Preset | None = None, strict: bool = False
) -> Session:
    """The session for some paths: the project is that of the first one, else of the current folder."""
    first = next((path for path in paths if path != "-"), None)
    start = Path(first) if first is not None and os.path.lexists(first) else Path()
    workspace = open_workspace(start)
    session = Session(
        workspace, language(lang, workspace.config.language), preset, strict or workspace.config.strict
    )
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
