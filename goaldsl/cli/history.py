"""`goaldsl history`: an indicator's line through the years, or through the commits of a form."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from goaldsl.cli.session import CLEAN, FINDINGS, UNABLE, open_session, say
from goaldsl.diff.history import encode
from goaldsl.emit.history import render_history
from goaldsl.project.refusals import unreadable
from goaldsl.report import Format
from goaldsl.report.changes import lines
from goaldsl.service.codes import known_codes
from goaldsl.service.compare.arguments import Place, RefusedError
from goaldsl.service.compare.lines import through_revisions, through_years


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    paths: tuple[str, ...]
    name: str | None
    output: str
    revisions: int | None
    lang: str | None


def history(request: Request) -> int:
    """Print the lines; returns the exit status."""
    session = open_session([], request.lang)
    session.diagnostics.clear()
    place = Place(session.workspace, Path.cwd(), lambda: sys.stdin.buffer.read())
    try:
        if request.revisions is not None:
            made = through_revisions(place, request.paths, request.name, request.revisions, known_codes())
        else:
            made = through_years(place, request.paths, request.name, known_codes())
    except RefusedError as refused:
        session.add([refused.diagnostic])
        say(session.rendered(Format.FULL, stream=sys.stderr))
        return UNABLE
    except OSError as error:
        session.add([unreadable(str(error.filename), Path(str(error.filename)), error)])
        say(session.rendered(Format.FULL, stream=sys.stderr))
        return UNABLE
    if request.output == "json":
        sys.stdout.write(encode(made).decode())
    elif request.output == "html":
        sys.stdout.write(render_history(made, f"历年指标 {request.name or ''}".strip()))
    else:
        sys.stdout.write(lines.render(made))
    return CLEAN if made.lines else FINDINGS
