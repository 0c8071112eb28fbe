"""`goaldsl fmt`: put files into the one layout, or say which are not in it."""

from __future__ import annotations

import difflib
import sys

from goaldsl.cli.session import CLEAN, FINDINGS, UNABLE, open_session, say
from goaldsl.report import Format
from goaldsl.service.formatting import Formatted, format_all, put


def fmt(paths: tuple[str, ...], *, check: bool, diff: bool, lang: str | None) -> int:
    """Format the files; returns the exit status."""
    session = open_session(paths, lang)
    zh = session.language == "zh"
    changed, left = 0, 0
    for done in format_all(session, paths):
        name = done.document.name
        if done.refused:
            say(f"{name}：排版会改变内容，没有动。" if zh else f"{name}: left, its meaning would change.")
        left += done.text is None
        changed += done.changed
        if done.document.path is None and not (check or diff):
            sys.stdout.buffer.write(done.document.data if done.text is None else done.text.encode())
            continue
        if not done.changed:
            continue
        if diff:
            sys.stdout.write(_difference(done))
        elif not check:
            put(session, done)
        say(_told(name, zh, written=not (check or diff)))
    if session.diagnostics:
        sys.stderr.write(session.rendered(Format.CONCISE, stream=sys.stderr).rstrip("\n") + "\n")
    if session.unable:
        return UNABLE
    return FINDINGS if left or session.erring or (changed and (check or diff)) else CLEAN


def _told(name: str, zh: bool, *, written: bool) -> str:
    if written:
        return f"已排版 {name}" if zh else f"formatted {name}"
    return f"要排版 {name}" if zh else f"would format {name}"


def _difference(done: Formatted) -> str:
    name = done.document.name
    lines = difflib.unified_diff(
        done.before.splitlines(keepends=True),
        (done.text or "").splitlines(keepends=True),
        f"{name}（现在）",
        f"{name}（排版后）",
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)
