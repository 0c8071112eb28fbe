"""A self-evaluation against the approved declaration: both as files, or one of them just made."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from goaldsl import __version__
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Diagnostic, Finding, Message, Preset, Severity
from goaldsl.emit.declaration import document
from goaldsl.evaluation.substitution import substitutions
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import NOWHERE, Span
from goaldsl.project import codes
from goaldsl.project.files import unreadable
from goaldsl.published import declaration as interchange
from goaldsl.published import self_evaluation
from goaldsl.review.severity import graded
from goaldsl.service.codes import known_codes
from goaldsl.service.session import Session
from goaldsl.source import Source

_NAME = re.compile(r'^      "name": "', re.MULTILINE)


def against(
    session: Session, evaluated: self_evaluation.Document, declaration: Declaration, path: Path
) -> None:
    """Adds what the evaluation of a declaration changed, at the declaration's lines."""
    approved = _approved(session, path)
    if approved is None:
        return

    def place(row: int | None) -> Span:
        return NOWHERE if row is None else declaration.indicators[row].span

    source = declaration.source
    findings = substitutions(evaluated, approved, place)
    session.add(graded(source.path, findings, Preset.FROZEN), source)


def compare_published(session: Session, path: Path, approved_path: Path) -> bool | None:
    """Compares a published self-evaluation; None when the file is none."""
    try:
        data = path.read_bytes()
        evaluated = self_evaluation.decode(data)
    except (OSError, msgspec.DecodeError):
        return None
    name = session.workspace.name(path)
    source = Source(name, data.decode(), data)
    session.files.append(name)
    starts = [match.end() for match in _NAME.finditer(source.text)]

    def place(row: int | None) -> Span:
        if row is None or row >= len(starts):
            return NOWHERE
        return Span(starts[row], starts[row] + len(evaluated.indicators[row].name))

    approved = _approved(session, approved_path)
    if approved is not None:
        session.add(graded(name, substitutions(evaluated, approved, place), Preset.FROZEN), source)
    return True


def _approved(session: Session, path: Path) -> interchange.Document | None:
    """The approved declaration: its interchange file, or its text."""
    name = session.workspace.name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        session.add([unreadable(name, path, error)])
        return None
    if path.suffix != ".json":
        workspace = session.workspace
        compiled = Compiler(workspace.catalog, workspace.defaults(), known_codes()).compile(name, data)
        if compiled.declaration is not None:
            return document(compiled.declaration, workspace.catalog, __version__)
        session.add(compiled.diagnostics, compiled.source)
        return None
    try:
        return interchange.decode(data)
    except msgspec.DecodeError as error:
        finding = Finding(
            codes.UNREADABLE,
            NOWHERE,
            Message(f"“{name}”不是申报表的交换文件（{error}）", f"{name} is no interchange file ({error})"),
            remedy=Message("用批复时 goaldsl build 写出的 JSON。", "Give the JSON that goaldsl build wrote."),
        )
        session.add([Diagnostic(Severity.ERROR, name, finding)])
        return None
