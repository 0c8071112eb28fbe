"""`goaldsl build`: check, then write the official table and the interchange file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from goaldsl.catalog import similar
from goaldsl.catalog.shapes import KNOWN_FORMATS
from goaldsl.cli.printing import Job, Printed, print_all
from goaldsl.cli.session import Session, open_session, say
from goaldsl.compiler import Compiled
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.project.files import Document, remove, unwritable, write
from goaldsl.project.outputs import Outputs
from goaldsl.report import Format


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    paths: tuple[str, ...]
    out: Path | None
    formats: str | None
    preset: Preset | None
    public: bool
    lang: str | None


def build(request: Request) -> int:
    """Build the files and report; returns the exit status."""
    session = open_session(request.paths, request.lang, request.preset)
    formats = formats_of(request.formats, session.workspace.config.formats)
    outputs = Outputs(session.workspace, request.out)
    jobs = []
    for document, compiled in session.compiled(request.paths):
        outputs.keep(document)
        job = _job(session, outputs, document, compiled, request.public)
        if job is not None:
            jobs.append(job)
    written = _write(session, outputs, jobs, formats)
    _report(session, outputs, written, len(jobs))
    return session.status


def formats_of(asked: str | None, default: Sequence[str]) -> tuple[str, ...]:
    """The formats asked for; a wrong one is a mistake on the command line."""
    if asked is None:
        return tuple(default)
    wanted = tuple(dict.fromkeys(word.strip().lower() for word in asked.split(",") if word.strip()))
    for word in wanted:
        if word not in KNOWN_FORMATS:
            guess = similar(word, KNOWN_FORMATS)
            hint = f"是不是 {guess}？" if guess else f"可用的有 {'、'.join(KNOWN_FORMATS)}。"
            raise typer.BadParameter(f"没有“{word}”这种格式，{hint}", param_hint="--format")
    if not wanted:
        raise typer.BadParameter(f"没有写格式，可用的有 {'、'.join(KNOWN_FORMATS)}。", param_hint="--format")
    return wanted


def _job(
    session: Session, outputs: Outputs, document: Document, compiled: Compiled, public: bool
) -> Job | None:
    """What is to be printed of a compiled file; a failed one loses the outputs it left before."""
    declaration = compiled.declaration
    if compiled.failed or declaration is None:
        for old in outputs.leftovers(document, declaration):
            remove(old)
        return None
    stem = outputs.stem(document, declaration)
    clash = outputs.claim(stem, document)
    if clash is not None:
        session.add([clash])
        return None
    return Job(
        document.name, stem, declaration, public, session.workspace.config.attach_source, compiled.diagnostics
    )


def _write(session: Session, outputs: Outputs, jobs: list[Job], formats: tuple[str, ...]) -> int:
    """Print and write; returns how many files were written. What could not be made leaves nothing old behind."""
    wanted = {outputs.path(job.stem, suffix) for job in jobs for suffix in formats} - outputs.sources
    written = set()
    for printed in print_all(jobs, formats, session.workspace.catalog, session.language):
        session.add(printed.diagnostics)
        session.unable = session.unable or printed.unable
        written |= _write_files(session, outputs, printed)
    for path in wanted - written:
        remove(path)
    return len(written)


def _write_files(session: Session, outputs: Outputs, printed: Printed) -> set[Path]:
    written = set()
    for suffix, content in printed.files.items():
        path = outputs.path(printed.stem, suffix)
        if path in outputs.sources:  # an interchange file built in its own place
            continue
        try:
            write(path, content)
        except OSError as error:
            session.add([unwritable(session.workspace.name(path), error)])
            session.unable = True
            break
        written.add(path)
    return written


def _report(session: Session, outputs: Outputs, written: int, declarations: int) -> None:
    worth = [each for each in session.diagnostics if each.severity is not Severity.HINT]
    hints = len(session.diagnostics) - len(worth)
    if worth:
        say(session.rendered(Format.FULL, Severity.WARNING, sys.stderr))
    place = session.workspace.name(outputs.folder)
    if session.language == "zh":
        say(f"{declarations} 份申报表，{written} 个文件，写在 {place}/")
        if hints:
            say(f"另有 {hints} 条建议，运行 goaldsl check 查看。")
        _say_failed(session, "{} 个文件有强制性问题，没有写出。")
    else:
        say(f"{declarations} declaration(s), {written} file(s), in {place}/")
        if hints:
            say(f"{hints} hint(s): see goaldsl check.")
        _say_failed(session, "{} file(s) have errors and were not written.")


def _say_failed(session: Session, sentence: str) -> None:
    failed = {each.file for each in session.diagnostics if _is_input_error(each)}
    if failed:
        say(sentence.format(len(failed)))


def _is_input_error(diagnostic: Diagnostic) -> bool:
    machine = diagnostic.finding.code.code.startswith("GX") and diagnostic.finding.code.code != "GX101"
    return diagnostic.severity is Severity.ERROR and not machine
