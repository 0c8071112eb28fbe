"""`goaldsl check`: report what is wrong; with --fix, put right what is certain."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from goaldsl.cli.session import Session, open_session, say
from goaldsl.diagnostics import Preset
from goaldsl.report import Format
from goaldsl.service import check as service


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
    session = _session(request)
    if request.fix:
        fixed = service.fix(session, request.paths)
        session = _session(request)
        session.add(fixed.failures)
        session.unable = bool(fixed.failures)
        _say_fixed(session, fixed.count)
    service.check(session, request.paths)
    text = session.rendered(request.output_format, stream=sys.stdout)
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")
    return session.status


def _session(request: Request) -> Session:
    return open_session(request.paths, request.lang, request.preset, request.strict)


def _say_fixed(session: Session, count: int) -> None:
    if count:
        say(f"已自动修改 {count} 处。" if session.language == "zh" else f"Fixed {count} place(s).")
