"""`goaldsl score`: the self-evaluation of a year, the state of things in mid-year, and goals against what was approved."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from goaldsl.cli.build import formats_of
from goaldsl.cli.session import FINDINGS, Session, open_session, say
from goaldsl.diagnostics import Severity
from goaldsl.emit import PRINTERS
from goaldsl.model.declaration import Declaration
from goaldsl.project.outputs import Outputs
from goaldsl.report import Format
from goaldsl.scoring.points import plain
from goaldsl.service.approved import compare_published
from goaldsl.service.evaluate import Order, Scored, Watched, evaluate
from goaldsl.service.monitoring import report


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    path: str
    actuals: Path | None
    out: Path | None
    formats: str | None
    approved: Path | None
    at: str | None
    public: bool
    lang: str | None


def score(request: Request) -> int:
    """Evaluate and write; returns the exit status."""
    session = open_session([request.path], request.lang)
    if request.path.endswith(".json") and request.approved is not None and request.actuals is None:
        compared = compare_published(session, Path(request.path), request.approved)
        if compared is not None:
            return _finish(session)
    if request.actuals is not None and Path(request.path).is_dir():
        raise typer.BadParameter("一份实际值只配一份申报表 (one declaration only)", param_hint="--actuals")
    watched, written = [], False
    for told in evaluate(session, [request.path], _order(session, request)):
        if isinstance(told, Scored):
            _say_result(session, told)
            written = written or bool(told.written)
        else:
            watched.append(told)
    if request.at is not None:
        sys.stdout.write(_progress(session, request.at, watched, as_data=_as_data(request)))
    return _finish(session, written=written)


def _as_data(request: Request) -> bool:
    return request.formats is not None and request.formats.strip().lower() == "json"


def _progress(session: Session, at: str, watched: list[Watched], *, as_data: bool) -> str:
    """All that was asked for as one text: of several files, each under its name; as data always one document."""
    if as_data:
        from goaldsl.evaluation.published import encode

        return encode(at, ((each.file, each.progress) for each in watched))
    told = [(each.file, report(each.progress, session.language)) for each in watched]
    if len(told) == 1:
        return told[0][1]
    return "\n".join(f"{session.workspace.shown(file)}\n{text}" for file, text in told)


def _order(session: Session, request: Request) -> Order:
    names = tuple(name for name, printer in PRINTERS.items() if printer.evaluation)
    default = [name for name in session.workspace.config.formats if name in names]
    return Order(
        Outputs(session.workspace, request.out),
        formats_of(request.formats, default, names),
        request.actuals,
        request.approved,
        lambda declaration: _day(request.at, declaration),
        request.public,
    )


def _day(text: str | None, declaration: Declaration) -> datetime.date | None:
    if text is None:
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text}：日期写 2026-06-30 (a date such as 2026-06-30)", param_hint="--at"
        ) from None
    if declaration.year is not None and day.year != declaration.year.value:
        year = declaration.year.value
        raise typer.BadParameter(f"{text} 不在 {year} 年度 (not in {year})", param_hint="--at")
    return day


def _say_result(session: Session, scored: Scored) -> None:
    evaluation = scored.evaluation
    total = plain(evaluation.total) if evaluation.total is not None else "？"
    full, grade = plain(evaluation.full), evaluation.grade or ""
    written = [session.workspace.name(path) for path in scored.written]
    if session.language == "zh":
        say(f"总分 {total}（满分 {full}）{'，' + grade if grade else ''}")
    else:
        say(f"{total} of {full} points {grade}".rstrip())
    if written:
        say(f"写好 {'、'.join(written)}" if session.language == "zh" else f"wrote {', '.join(written)}")


def _finish(session: Session, *, written: bool = False) -> int:
    if session.diagnostics:
        say(session.rendered(Format.FULL, Severity.HINT, sys.stderr))
        errors = sum(each.severity is Severity.ERROR for each in session.diagnostics)
        if errors and session.status == FINDINGS:
            zh, en = ("有问题的没有写出", "what has them") if written else ("没有写出自评表", "nothing")
            say(
                f"有 {errors} 处强制性问题，{zh}。"
                if session.language == "zh"
                else f"{errors} error(s), {en} was {'not ' if written else ''}written."
            )
    return session.status
