"""`goaldsl diff`: what changed between two years, drafts or revisions, in the reviewer's words."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import typer

from goaldsl.catalog.known_keys import STAGES
from goaldsl.cli.session import CLEAN, FINDINGS, UNABLE, Session, open_session, say
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.diff import published
from goaldsl.diff.assembly import Selection
from goaldsl.diff.counterparts import Entry
from goaldsl.emit.html import render_html
from goaldsl.model.table import Table
from goaldsl.project.bounded import read_file
from goaldsl.project.files import write
from goaldsl.project.refusals import unreadable, unwritable
from goaldsl.report import Format
from goaldsl.report.changes import markdown, terminal
from goaldsl.report.changes.annotations import diagnostics
from goaldsl.service.codes import known_codes
from goaldsl.service.compare.accepting import Wanted, accept
from goaldsl.service.compare.arguments import Place, RefusedError
from goaldsl.service.compare.pages import main_table, tables
from goaldsl.service.compare.reasons import NoReasonsError, read_reasons
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
    if request.accept or request.accept_from:
        return _accepted(request, session, outcome)
    if not outcome.comparable and not outcome.report.forms:
        return UNABLE
    able = _written(request, session, outcome) if request.out else _printed(request, session, outcome)
    return _status(request, outcome) if able else UNABLE


def _printed(request: Request, session: Session, outcome: Outcome) -> bool:
    """Standard output; False where this machine cannot make it."""
    if request.output in (Output.HTML, Output.PDF):
        table = main_table(outcome)
        if table is None:
            return True
        content = _page(table, request.output, session)
        if content is None:
            return False
        sys.stdout.buffer.write(content)
        return True
    sys.stdout.write(rendered(request, session, outcome))
    return True


def _page(table: Table, output: Output, session: Session) -> bytes | None:
    if output is Output.HTML:
        return render_html(table).encode()
    from goaldsl.emit.engine import EngineUnavailable
    from goaldsl.emit.pdf import render_pdf

    try:
        return render_pdf(table)
    except EngineUnavailable as unavailable:
        session.add([Diagnostic(Severity.ERROR, "", unavailable.finding)])
        say(session.rendered(Format.FULL, stream=sys.stderr))
        return None


def _written(request: Request, session: Session, outcome: Outcome) -> bool:
    """Files in the folder asked for: the pages, or the one text."""
    assert request.out is not None
    files: list[tuple[Path, bytes]] = []
    if request.output in (Output.HTML, Output.PDF):
        for name, table in tables(outcome):
            content = _page(table, request.output, session)
            if content is None:
                return False
            files.append((request.out / f"{name}.{request.output.value}", content))
    else:
        text = rendered(request, session, outcome)
        files.append((request.out / f"变化.{_SUFFIXES[request.output]}", text.encode()))
    for path, content in files:
        try:
            write(path, content)
        except OSError as error:
            session.add([unwritable(str(path), error)])
            say(session.rendered(Format.FULL, stream=sys.stderr))
            return False
    say(f"写好 {'、'.join(str(path) for path, _ in files)}")
    return True


_SUFFIXES = {
    Output.TERMINAL: "txt", Output.MARKDOWN: "md", Output.JSON: "json", Output.GITHUB: "github.txt",
    Output.GITLAB: "gitlab.json", Output.SARIF: "sarif", Output.JUNIT: "junit.xml",
}  # fmt: skip


def rendered(request: Request, session: Session, outcome: Outcome) -> str:
    """The report as text in the format asked for."""
    report = outcome.report
    if request.output is Output.JSON:
        return published.encode(report).decode()
    if request.output is Output.MARKDOWN:
        return markdown.render(report)
    if request.output is Output.TERMINAL:
        columns = shutil.get_terminal_size((120, 24)).columns
        return terminal.render(report, width=max(columns, 60), full=request.full)
    notes = Session(session.workspace, session.language)
    notes.sources.update(session.sources)
    notes.files += [file.path for file in report.candidate.files]
    notes.add(diagnostics(report, session.sources))
    text = notes.rendered(Format(request.output.value), stream=sys.stdout)
    return text if text.endswith("\n") or not text else text + "\n"


def _accepted(request: Request, session: Session, outcome: Outcome) -> int:
    """Write acceptances into the new side."""
    wanted = list(_wanted(request, session))
    files, refused = accept(outcome, wanted) if wanted else ([], [])
    if refused:
        session.diagnostics.clear()
        session.add(refused)
        say(session.rendered(Format.FULL, stream=sys.stderr))
        return UNABLE
    if files:
        say(f"写上 {len(wanted)} 条说明：{'、'.join(files)}")
    else:
        say("没有可写的理由。")
    return CLEAN


def _wanted(request: Request, session: Session) -> Iterator[Wanted]:
    if request.accept:
        if not (request.reason or "").strip():
            raise typer.BadParameter("认可变化要写理由：--reason 理由，文号", param_hint="--reason")
        for word in request.accept:
            code, _, name = word.partition("@")
            yield Wanted(code.strip(), name.strip(), request.reason or "")
    if request.accept_from is not None:
        path = request.accept_from
        try:
            yield from read_reasons(path.name, read_file(path))
        except OSError as error:
            raise typer.BadParameter(f"{path}：{error.strerror}", param_hint="--accept-from") from error
        except NoReasonsError as error:
            raise typer.BadParameter(f"{path}：{error}", param_hint="--accept-from") from error


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
    entries = read_roster(path.name, read_file(path))
    if entries is None:
        raise typer.BadParameter(f"{path}：没有“名称”一列，不是单位名册", param_hint="--roster")
    return entries
