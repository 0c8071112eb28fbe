"""`goaldsl actuals`: the template in which a department fills in what was reached."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from goaldsl.actuals.sheet import write_sheet
from goaldsl.actuals.template import is_filled, template
from goaldsl.cli.session import CLEAN, FINDINGS, UNABLE, Session, open_session, say
from goaldsl.diagnostics import Severity
from goaldsl.model.declaration import Declaration
from goaldsl.project.bounded import read_file
from goaldsl.project.files import Document, write
from goaldsl.project.refusals import reason
from goaldsl.project.workspace import STANDARD_INPUT
from goaldsl.report import Format
from goaldsl.service.filled import Given, beside, tables

FORMATS = ("toml", "xlsx")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    path: str
    out: Path | None
    form: str
    update: bool
    force: bool
    lang: str | None


def actuals(request: Request) -> int:
    """Write the template; returns the exit status."""
    if request.form not in FORMATS:
        raise typer.BadParameter("只能是 toml 或 xlsx (toml or xlsx)", param_hint="--format")
    session = open_session([request.path], request.lang)
    if request.out is not None and Path(request.path).is_dir():
        raise typer.BadParameter("一个文件只放一份模板，文件夹不用 -o (one template only)", param_hint="-o")
    failed, status = False, CLEAN
    for document, compiled in session.compiled([request.path]):
        if compiled.failed or compiled.declaration is None:
            failed = True
            continue
        status = max(status, _write(session, request, document, compiled.declaration))
    if not failed and not session.erring:
        return status
    say(session.rendered(Format.FULL, Severity.ERROR, sys.stderr))
    zh = session.language == "zh"
    say("申报表有强制性问题，没有写模板。" if zh else "The declaration has errors, no template was written.")
    return max(session.status or FINDINGS, status)


def _write(session: Session, request: Request, document: Document, declaration: Declaration) -> int:
    zh = session.language == "zh"
    if request.out is None and document.path is None:
        raise typer.BadParameter("从标准输入读时要用 -o 指明文件 (name a file)", param_hint="-o")
    path = request.out or beside(document, f".actuals.{request.form}")
    kept = None
    if str(path) != STANDARD_INPUT and path.is_file() and not request.force:
        earlier = tables(Given(path, session.workspace.name(path), read_file(path)))
        filled = earlier is None or is_filled(earlier.tables)
        if filled and (earlier is None or not request.update):
            say(_refusal(session.workspace.name(path), readable=earlier is not None, zh=zh))
            return FINDINGS
        kept = earlier.tables if earlier is not None else None
    catalog = session.workspace.catalog
    content = (
        write_sheet(declaration, catalog, kept)
        if request.form == "xlsx"
        else template(declaration, catalog, kept).encode()
    )
    if str(path) == STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        return session.status
    try:
        write(path, content)
    except OSError as error:
        why = reason(error)
        say(f"写不进 {path}：{why.zh}" if zh else f"cannot write {path}: {why.en}")
        return UNABLE
    name = session.workspace.name(path)
    say(
        f"写好 {name}，填好后运行 goaldsl score"
        if zh
        else f"wrote {name}; fill it in, then run goaldsl score"
    )
    return session.status


def _refusal(name: str, *, readable: bool, zh: bool) -> str:
    if not readable:
        return (
            f"{name} 已有内容而且读不懂，没有改动；先改正，或用 --force 重新开始。"
            if zh
            else f"{name} cannot be read and was left as it is; put it right, or start anew with --force."
        )
    return (
        f"{name} 已经填过，没有改动；申报表改过的用 --update（保留已填的），要重新开始用 --force。"
        if zh
        else f"{name} is filled in and was left as it is; --update keeps the answers, --force starts anew."
    )
