"""`goaldsl build`: check, then write the official table and the interchange file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from goaldsl.catalog import guess
from goaldsl.cli.session import Session, open_session, say
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.emit import PRINTERS
from goaldsl.project.outputs import Outputs
from goaldsl.report import Format
from goaldsl.service.make import make


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
    formats = formats_of(request.formats, session.workspace.config.formats, tuple(PRINTERS))
    outputs = Outputs(session.workspace, request.out)
    made = make(session, request.paths, outputs, formats, public=request.public)
    _report(session, outputs, len(made.files), made.declarations)
    return session.status


def formats_of(asked: str | None, default: Sequence[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats asked for among those known; a wrong one is a mistake on the command line."""
    if asked is None and default:
        return tuple(default)
    wanted = tuple(dict.fromkeys(word.strip().lower() for word in (asked or "").split(",") if word.strip()))
    for word in wanted:
        if word not in known:
            near = guess(word, known)
            hint = near.asked.zh if near else f"可用的有 {'、'.join(known)}。"
            raise typer.BadParameter(f"没有“{word}”这种格式，{hint}", param_hint="--format")
    if not wanted:
        raise typer.BadParameter(f"没有写格式，可用的有 {'、'.join(known)}。", param_hint="--format")
    return wanted


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
    """Whether it kept a declaration from being written: settings (goaldsl.toml and what it lists) are none."""
    if diagnostic.file.endswith(".toml"):
        return False
    machine = diagnostic.finding.code.code.startswith("GX") and diagnostic.finding.code.code != "GX101"
    return diagnostic.severity is Severity.ERROR and not machine
