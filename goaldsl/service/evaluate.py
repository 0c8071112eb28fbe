"""evaluate: declarations with their actual values. Each gives a 自评表, or its progress on a day of the year.

A 自评表 that does not come about leaves no older one in its place.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from goaldsl import __version__
from goaldsl.diagnostics import Diagnostic, Severity
from goaldsl.emit import PRINTERS
from goaldsl.emit.engine import EngineUnavailable
from goaldsl.emit.html import render_html
from goaldsl.emit.self_evaluation import self_evaluation as published
from goaldsl.evaluation.accepting import not_accepted
from goaldsl.evaluation.evaluate import evaluate as evaluated
from goaldsl.evaluation.progress import Progress, progress
from goaldsl.forms.public import masked
from goaldsl.forms.self_evaluation import lay_out_evaluation
from goaldsl.model.declaration import Declaration
from goaldsl.model.evaluation import Evaluation
from goaldsl.model.table import Table
from goaldsl.project.files import Document, remove
from goaldsl.project.outputs import Outputs
from goaldsl.published import self_evaluation
from goaldsl.review.severity import graded
from goaldsl.service import filled
from goaldsl.service.approved import against
from goaldsl.service.make import put
from goaldsl.service.printing import missing_glyphs
from goaldsl.service.session import Session

SUFFIX = "self-evaluation"
Day = Callable[[Declaration], datetime.date | None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: the formats, the file of actual values, the approved declaration, the day for progress."""

    outputs: Outputs
    formats: tuple[str, ...]
    actuals: Path | None
    approved: Path | None
    day: Day
    public: bool


@dataclass(frozen=True, slots=True)
class Watched:
    """How far a declaration has come on the day, and the name of its file."""

    file: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Scored:
    """An evaluation and the files that were written of it."""

    evaluation: Evaluation
    written: tuple[Path, ...]


def evaluate(session: Session, paths: list[str], order: Order) -> Iterator[Scored | Watched]:
    """Evaluate every declaration that has no error; what is wrong is added to the session."""
    compiled = list(session.compiled(paths))
    session.diagnostics = [each for each in session.diagnostics if each.severity is Severity.ERROR]
    for document, one in compiled:
        declaration = one.declaration
        if one.failed or declaration is None:
            _remove_old(order.outputs, document, declaration)
            continue
        told = _one(session, order, document, declaration)
        if told is not None:
            yield told
        elif order.day(declaration) is None:
            _remove_old(order.outputs, document, declaration)


def _one(
    session: Session, order: Order, document: Document, declaration: Declaration
) -> Scored | Watched | None:
    """What becomes of one declaration; None when an error stands in the way."""
    before = len(session.diagnostics)
    given = filled.find(session, document, order.actuals)
    if given is None:
        return None
    catalog, at = session.workspace.catalog, order.day(declaration)
    loaded = filled.load(session, given, declaration, catalog, so_far=at is not None)
    if loaded is None:
        return None
    actuals, findings = loaded
    if at is not None:
        left = not_accepted(findings, actuals, so_far=True)
        session.add(graded(given.name, left, declaration.preset), actuals.source)
        return Watched(document.name, progress(declaration, actuals, catalog, at))
    evaluation, more = evaluated(declaration, actuals, catalog)
    left = not_accepted([*findings, *more], actuals)
    session.add(graded(given.name, left, declaration.preset), actuals.source)
    if order.approved is not None:
        against(session, declaration, order.approved)
    if any(each.severity is Severity.ERROR for each in session.diagnostics[before:]):
        return None
    return _write(session, order, document, masked(evaluation) if order.public else evaluation)


def _stem(outputs: Outputs, document: Document, declaration: Declaration | None) -> str:
    return f"{outputs.stem(document, declaration)}.{SUFFIX}"


def _remove_old(outputs: Outputs, document: Document, declaration: Declaration | None) -> None:
    """Remove the 自评表 of an earlier run: it no longer holds."""
    for stem in {_stem(outputs, document, declaration), _stem(outputs, document, None)}:
        for printer in PRINTERS.values():
            if printer.evaluation:
                remove(outputs.path(stem, printer.suffix))


def _write(session: Session, order: Order, document: Document, evaluation: Evaluation) -> Scored:
    stem = _stem(order.outputs, document, evaluation.declaration)
    files = dict(_files(session, evaluation, order.formats, stem.rpartition("/")[2]))
    written = put(session, order.outputs, stem, files)
    for path in {order.outputs.path(stem, PRINTERS[name].suffix) for name in order.formats} - set(written):
        remove(path)
    return Scored(evaluation, tuple(written))


def _files(
    session: Session, evaluation: Evaluation, formats: tuple[str, ...], name: str
) -> Iterator[tuple[str, bytes]]:
    table = lay_out_evaluation(evaluation)
    content = self_evaluation.encode(published(evaluation, session.workspace.catalog, __version__))
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
