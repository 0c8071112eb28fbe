"""`goaldsl score`: the self-evaluation of a year, the state of things in mid-year, and goals against what was approved."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from goaldsl import __version__, self_evaluation
from goaldsl.cli import filled
from goaldsl.cli.approved import against, compare_published
from goaldsl.cli.build import formats_of
from goaldsl.cli.monitoring import data, report
from goaldsl.cli.printing import missing_glyphs
from goaldsl.cli.session import FINDINGS, Session, open_session, say
from goaldsl.diagnostics import Diagnostic, Severity
from goaldsl.emit.engine import EngineUnavailable
from goaldsl.emit.html import render_html
from goaldsl.emit.self_evaluation import self_evaluation as published
from goaldsl.evaluation.accepting import not_accepted
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.evaluation.progress import progress
from goaldsl.forms.public import mask_evaluation
from goaldsl.forms.self_evaluation import lay_out_evaluation
from goaldsl.model.declaration import Declaration
from goaldsl.model.evaluation import Evaluation
from goaldsl.model.table import Table
from goaldsl.project.files import Document, unwritable, write
from goaldsl.project.outputs import Outputs
from goaldsl.report import Format
from goaldsl.review.severity import graded
from goaldsl.scoring.points import plain

SUFFIX = "self-evaluation"


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
    for document, compiled in session.compiled([request.path]):
        session.diagnostics = [each for each in session.diagnostics if each.severity is Severity.ERROR]
        if compiled.failed or compiled.declaration is None:
            break
        _score(session, request, document, compiled.declaration)
    return _finish(session)


def _score(session: Session, request: Request, document: Document, declaration: Declaration) -> None:
    given = filled.find(session, document, request.actuals)
    if given is None:
        return
    catalog = session.workspace.catalog
    at = _day(request.at, declaration)
    loaded = filled.load(session, given, declaration, catalog, so_far=at is not None)
    if loaded is None:
        return
    actuals, findings = loaded
    if at is not None:
        left = not_accepted(findings, actuals, so_far=True)
        session.add(graded(given.name, left, declaration.preset), actuals.source)
        so_far = progress(declaration, actuals, catalog, at)
        as_data = request.formats is not None and request.formats.strip().lower() == "json"
        sys.stdout.write(data(so_far) if as_data else report(so_far, session.language))
        return
    evaluation, more = evaluate(declaration, actuals, catalog)
    left = not_accepted([*findings, *more], actuals)
    session.add(graded(given.name, left, declaration.preset), actuals.source)
    if request.approved is not None:
        against(session, published(evaluation, __version__), declaration, request.approved)
    if session.status == 0:
        shown = mask_evaluation(evaluation) if request.public else evaluation
        _write(session, request, document, shown)


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


def _write(session: Session, request: Request, document: Document, evaluation: Evaluation) -> None:
    formats = formats_of(request.formats, session.workspace.config.formats)
    outputs = Outputs(session.workspace, request.out)
    stem = f"{outputs.stem(document, evaluation.declaration)}.{SUFFIX}"
    written = []
    for suffix, content in _files(session, evaluation, formats, stem.rpartition("/")[2]):
        path = outputs.path(stem, suffix)
        try:
            write(path, content)
        except OSError as error:
            session.add([unwritable(session.workspace.name(path), error)])
            session.unable = True
            return
        written.append(session.workspace.name(path))
    _say_result(session, evaluation, written)


def _files(
    session: Session, evaluation: Evaluation, formats: tuple[str, ...], name: str
) -> Iterator[tuple[str, bytes]]:
    table = lay_out_evaluation(evaluation)
    content = self_evaluation.encode(published(evaluation, __version__))
    if "html" in formats:
        yield "html", render_html(table).encode()
    if "json" in formats:
        yield "json", content
    if "pdf" in formats:
        source = evaluation.actuals.source
        session.add(missing_glyphs(source.path, source, table))
        pdf = _pdf(session, table, content, name, source.path)
        if pdf is not None:
            yield "pdf", pdf


def _pdf(session: Session, table: Table, content: bytes, name: str, file: str) -> bytes | None:
    from goaldsl.emit.pdf import Attachment, Relationship, render_pdf

    attached = Attachment(
        f"{name}.json",
        content,
        "application/json",
        Relationship.DATA,
        f"自评数据（{self_evaluation.SCHEMA}）",
    )
    try:
        return render_pdf(table, (attached,))
    except EngineUnavailable as unavailable:
        session.add([Diagnostic(Severity.ERROR, file, unavailable.finding)])
        session.unable = True
        return None


def _say_result(session: Session, evaluation: Evaluation, written: list[str]) -> None:
    total = plain(evaluation.total) if evaluation.total is not None else "？"
    full, grade = plain(evaluation.full), evaluation.grade or ""
    if session.language == "zh":
        say(f"总分 {total}（满分 {full}）{'，' + grade if grade else ''}")
        say(f"写好 {'、'.join(written)}")
    else:
        say(f"{total} of {full} points {grade}".rstrip())
        say(f"wrote {', '.join(written)}")


def _finish(session: Session) -> int:
    if session.diagnostics:
        say(session.rendered(Format.FULL, Severity.HINT, sys.stderr))
        errors = sum(each.severity is Severity.ERROR for each in session.diagnostics)
        if errors and session.status == FINDINGS:
            zh = session.language == "zh"
            say(
                f"有 {errors} 处强制性问题，没有写出自评表。"
                if zh
                else f"{errors} error(s), nothing was written."
            )
    return session.status
