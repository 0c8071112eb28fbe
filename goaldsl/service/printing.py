"""Printing declarations: each to the formats asked for, PDF pages on all cores where there are many."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from goaldsl import __version__
from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.emit import PRINTERS, codes
from goaldsl.emit.coverage import uncovered
from goaldsl.emit.declaration import document
from goaldsl.emit.engine import EngineUnavailable
from goaldsl.emit.html import render_html
from goaldsl.forms import lay_out, masked
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import NOWHERE, Span
from goaldsl.model.table import Table
from goaldsl.published import declaration as interchange
from goaldsl.service.session import Session
from goaldsl.source import Source

_MANY = 4  # PDFs from which on a second process pays for its start


@dataclass(frozen=True, slots=True)
class Job:
    """A declaration to print: the name of its source, the stem of its outputs, the source's name in published data."""

    name: str
    stem: str
    declaration: Declaration
    public: bool
    attach_source: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    published: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The files of one declaration by suffix, and what is to be said of them."""

    stem: str
    files: dict[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    unable: bool = False


@dataclass(frozen=True, slots=True)
class _Pages:
    """What a PDF is made of; small enough to hand to another process."""

    table: Table
    data: bytes
    source: bytes | None
    name: str


def print_all(jobs: list[Job], formats: tuple[str, ...], session: Session) -> Iterator[Printed]:
    """Print every job; a machine that cannot make PDF is told of once, the other formats are written all the same."""
    catalog, language = session.workspace.catalog, session.language
    pages: list[tuple[Job, _Pages]] = []
    for job in jobs:
        declaration, diagnostics, path = job.declaration, job.diagnostics, job.published
        if job.public:
            declaration, diagnostics, path = masked((declaration, diagnostics, path))
        table = lay_out(declaration)
        files = {}
        if "html" in formats:
            files["html"] = render_html(table).encode()
        if "json" in formats:
            files["json"] = interchange.encode(document(declaration, catalog, __version__, path=path))
        if "review" in formats:
            from goaldsl.service.reviewing import review

            files[PRINTERS["review"].suffix] = review(declaration, diagnostics, catalog, language).encode()
        missing: tuple[Diagnostic, ...] = ()
        if "pdf" in formats:
            pages.append((job, _pages(job, declaration, table, catalog)))
            missing = missing_glyphs(job.name, declaration.source, table)
        yield Printed(job.stem, files, missing)
    yield from _print_pages(pages, session)


def _pages(job: Job, declaration: Declaration, table: Table, catalog: Catalog) -> _Pages:
    data = interchange.encode(document(declaration, catalog, __version__, acceptances=False))
    with_source = job.attach_source and not job.public  # the source is not masked
    source = declaration.source.data if with_source else None
    return _Pages(table, data, source, job.stem.rpartition("/")[2])


def _print_pages(pages: list[tuple[Job, _Pages]], session: Session) -> Iterator[Printed]:
    if not pages:
        return
    try:
        results = _results([each for _, each in pages])
        for (job, _), content in session.watched(list(zip(pages, results, strict=True)), "生成 PDF"):
            yield Printed(job.stem, {"pdf": content})
    except EngineUnavailable as unavailable:
        diagnostic = Diagnostic(Severity.ERROR, pages[0][0].name, unavailable.finding)
        yield Printed(pages[0][0].stem, {}, (diagnostic,), unable=True)


def _results(pages: list[_Pages]) -> Iterator[bytes]:
    from goaldsl.emit import engine

    engine.weasyprint()  # before the processes divide, so that each has it loaded
    workers = min(os.cpu_count() or 1, len(pages) // 2)
    if len(pages) < _MANY or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(_pdf, pages)
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_pdf, pages, chunksize=1)


def _pdf(pages: _Pages) -> bytes:
    from goaldsl.emit.pdf import Attachment, Relationship, render_pdf

    attach = partial(Attachment, media_type="application/json", relationship=Relationship.DATA)
    attachments = [attach(f"{pages.name}.json", pages.data, description="交换文件（goaldsl/declaration/1）")]
    if pages.source is not None:
        attachments.append(
            Attachment(f"{pages.name}.goal", pages.source, "text/plain", Relationship.SOURCE, "申报表原文")
        )
    return render_pdf(pages.table, tuple(attachments))


def missing_glyphs(name: str, source: Source, table: Table) -> tuple[Diagnostic, ...]:
    """One warning for all characters that no font of ours can print."""
    missing = uncovered(_all_text(table))
    if not missing:
        return ()
    at = source.text.find(missing[0])
    shown = "、".join(f"{character}（U+{ord(character):04X}）" for character in missing)
    finding = Finding(
        codes.NO_GLYPH,
        Span(at, at + 1) if at >= 0 else NOWHERE,
        Message(f"字库里没有：{shown}，PDF 里印成〓", f"no font has: {shown}; printed as 〓 in the PDF"),
        remedy=Message(
            "改用规范汉字，或在打印后手工补上。", "Use a standard character, or write it in by hand."
        ),
    )
    return (Diagnostic(Severity.WARNING, name, finding),)


def _all_text(table: Table) -> str:
    parts = [
        table.title,
        table.subtitle,
        *table.notes,
        *(cell.text for row in table.rows for cell in row.cells),
    ]
    parts += [line.label + line.text for line in (*table.above, *table.below)]
    return "".join(parts)
