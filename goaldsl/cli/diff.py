"""`goaldsl diff`: what changed between two years, drafts or revisions, in the reviewer's words."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import typer

from goaldsl.catalog.shapes import STAGES
from goaldsl.cli.session import CLEAN, FINDINGS, UNABLE, Session, open_session, say
from goaldsl.diagnostics import Preset
from goaldsl.diff import published
from goaldsl.diff.assembly import Selection
from goaldsl.diff.counterparts import Entry
from goaldsl.project.files import unreadable
from goaldsl.report import Format
from goaldsl.report.changes import terminal
from goaldsl.service.codes import known_codes
from goaldsl.service.compare.arguments import Place, RefusedError
from goaldsl.service.compare.roster import NAMES, read_roster
from goaldsl.service.compare.run import Outcome, compare


class Output(StrEnum):
    """How the comparison is told."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    old: str | None = None
    new: str | None = None
    output: Output = Output.TERMINAL
    out: Path | None = None
    gate: str | None = None
    exit_code: bool = False
    accept: tuple[str, ...] = ()
    reason: str | None = None
    accept_from: Path | None = None
    roster: Path | None = None
    full: bool = False
    lang: str | None = None


GATES = ("draft", "review", "frozen", "auto", "草案", "送审", "批复")


def diff(request: Request) -> int:
    """Compare and tell; returns the exit status."""
    session = open_session([], request.lang)
    session.diagnostics.clear()
    place = Place(session.workspace, Path.cwd(), lambda: sys.stdin.buffer.read())
    selection = _selection(request, session)
    try:
        roster = _roster(request, session)
        outcome = compare(request.old, request.new, place, selection, known_codes(), roster)
    except RefusedError as refused:
        session.add([refused.diagnostic])
        return _refused(session)
    except OSError as error:
        session.add([unreadable(str(error.filename), Path(str(error.filename)), error)])
        return _refused(session)
    for source in outcome.sources:
        session.sources[source.path] = source
    session.add(outcome.diagnostics)
    return _told(request, session, outcome)


def _refused(session: Session) -> int:
    say(session.rendered(Format.FULL, stream=sys.stderr))
    return UNABLE


def _told(request: Request, session: Session, outcome: Outcome) -> int:
    if session.diagnostics:
        say(session.rendered(Format.FULL, stream=sys.stderr))
    report = outcome.report
    if outcome.comparable or report.forms:
        sys.stdout.write(rendered(request, report))
    return _status(request, outcome)


def rendered(request: Request, report: published.Report) -> str:
    """The report in the format asked for."""
    if request.output is Output.JSON:
        return published.encode(report).decode()
    columns = shutil.get_terminal_size((120, 24)).columns
    return terminal.render(report, width=max(columns, 60), full=request.full)


def _status(request: Request, outcome: Outcome) -> int:
    if not outcome.comparable:
        return UNABLE
    report = outcome.report
    if not report.gate.passed:
        return FINDINGS
    changed = any(change.severity is not None for change in report.changes) or any(
        form.before is None or form.after is None for form in report.forms
    )
    return FINDINGS if request.exit_code and changed else CLEAN


def _selection(request: Request, session: Session) -> Selection:
    gate: Preset | str | None = None
    if request.gate is not None:
        if request.gate not in GATES:
            raise typer.BadParameter(f"{request.gate}：只能是 {'、'.join(GATES)}", param_hint="--gate")
        gate = "auto" if request.gate == "auto" else STAGES[request.gate]
    settings = session.workspace.config.diff
    return Selection(gate, settings.select, settings.ignore, settings.accept == "candidate", session.language)


def _roster(request: Request, session: Session) -> Sequence[Entry]:
    """The roster named, or the project's own."""
    root = session.workspace.root
    places = [request.roster] if request.roster else [root / name for name in NAMES]
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        if request.roster is not None:
            raise FileNotFoundError(2, "没有这个文件", str(request.roster))
        return ()
    entries = read_roster(path.name, path.read_bytes())
    if entries is None:
        raise typer.BadParameter(f"{path}：没有“名称”一列，不是单位名册", param_hint="--roster")
    return entries
