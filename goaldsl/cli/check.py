"""`goaldsl check`: report what is wrong; with --fix, put right what is certain."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from goaldsl.cli.session import Session, open_session, say
from goaldsl.diagnostics import Preset
from goaldsl.project.workspace import STANDARD_INPUT
from goaldsl.report import Format


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    paths: tuple[str, ...]
    output_format: Format
    preset: Preset | None
    fix: bool
    strict: bool
    lang: str | None


def check(request: Request) -> int:
    """Check the files and print the report; returns the exit status."""
    session = open_session(request.paths, request.lang, request.preset, request.strict)
    if request.fix:
        changed = _fix(session, request)
        session = _again(session, request)
        _say_fixed(session, changed)
    for _ in session.compiled(request.paths):
        pass
    text = session.rendered(request.output_format, stream=sys.stdout)
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")
    return session.status


def _again(session: Session, request: Request) -> Session:
    fresh = open_session(request.paths, request.lang, request.preset, request.strict)
    fresh.diagnostics += [each for each in session.diagnostics if each.finding.code.code == "GX102"]
    fresh.unable = session.unable
    return fresh


def _fix(session: Session, request: Request) -> int:
    """Apply the safe fixes to the files; returns how many were applied."""
    from goaldsl.project.fixing import apply_fixes

    files = [path for path in request.paths if path != STANDARD_INPUT]  # which can be read only once
    if request.paths and not files:
        return 0
    compiled = [each for _, each in session.compiled(files)]
    sources = {each.source.path: each.source for each in compiled if each.source.encoding != "binary"}
    found = [diagnostic for each in compiled for diagnostic in each.diagnostics]
    applied, failures = apply_fixes(session.workspace, sources, found)
    session.diagnostics += failures
    session.unable = session.unable or bool(failures)
    return applied


def _say_fixed(session: Session, count: int) -> None:
    if count:
        say(f"已自动修改 {count} 处。" if session.language == "zh" else f"Fixed {count} place(s).")
