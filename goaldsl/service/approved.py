"""A self-evaluation against the approved declaration: the same comparison as `diff`, under the severities of 批复."""

from __future__ import annotations

from pathlib import Path

from goaldsl import __version__
from goaldsl.diagnostics import Diagnostic, Finding, Message, Preset, Severity
from goaldsl.diff import published
from goaldsl.diff.assembly import Assembly, Selection, gate, summary
from goaldsl.diff.comparison import Comparison
from goaldsl.diff.counterparts import counterparts, form_name
from goaldsl.diff.view import Side
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import NOWHERE
from goaldsl.project.bounded import read_file
from goaldsl.project.refusals import unreadable
from goaldsl.report.changes.annotations import diagnostics
from goaldsl.service.codes import known_codes
from goaldsl.service.compare import codes
from goaldsl.service.compare.inputs import Given, Input
from goaldsl.service.compare.reading import Reader, read_input
from goaldsl.service.session import Session


def against(session: Session, declaration: Declaration, path: Path) -> None:
    """Adds what a declaration that is evaluated changed of the approved one, at its lines."""
    _told(session, Side(declaration, name=declaration.source.path), path)


def compare_published(session: Session, path: Path, approved: Path) -> bool | None:
    """Compares a published self-evaluation; None when the file is none."""
    try:
        data = read_file(path)
    except OSError:
        return None
    sides = _sides(session, path, data)
    if not sides or sides[0].origin != "自评表":
        return None
    session.files.append(session.workspace.name(path))
    _told(session, sides[0], approved)
    return True


def _sides(session: Session, path: Path, data: bytes) -> list[Side]:
    """The forms of a file; what is wrong with a file that holds none is added."""
    workspace = session.workspace
    name = workspace.name(path)
    one = Input(name, "", "file", (Given(name, data, path),), workspace)
    reader = Reader(workspace.catalog, workspace.defaults(), known_codes())
    (made,) = read_input(one, reader)
    if not made.sides:
        session.add(made.diagnostics, made.source)
    return list(made.sides)


def _told(session: Session, evaluated: Side, path: Path) -> None:
    name = session.workspace.name(path)
    try:
        approved = _sides(session, path, read_file(path))
    except OSError as error:
        session.add([unreadable(name, path, error)])
        return
    if not approved:
        return
    source = evaluated.source
    years = [
        side.declaration.year.value if side.declaration.year else None for side in (approved[0], evaluated)
    ]
    if not counterparts(approved[:1], [evaluated]).pairs or years[0] != years[1]:
        session.add([_other(approved[0], evaluated)], source)
        return
    assembly = Assembly(Selection(gate=Preset.FROZEN))
    assembly.pair(Comparison(approved[0], evaluated, session.workspace.catalog), "given")
    found = diagnostics(_report(assembly), {source.path: source, approved[0].source.path: approved[0].source})
    session.add(found, source)
    session.sources[approved[0].source.path] = approved[0].source


def _report(assembly: Assembly) -> published.Report:
    empty = published.Input("", None, "", "", ())
    return published.Report(
        schema=published.SCHEMA,
        format_version=published.FORMAT_VERSION,
        tool=published.Tool("goaldsl", __version__, "", {}),
        baseline=empty,
        candidate=empty,
        summary=summary(assembly),
        gate=gate(assembly, Preset.FROZEN.value),
        forms=tuple(assembly.forms),
        changes=tuple(assembly.changes),
    )


def _other(approved: Side, evaluated: Side) -> Diagnostic:
    names = [
        f"{form_name(side)}（{side.declaration.year.value if side.declaration.year else '没有年度'}）"
        for side in (approved, evaluated)
    ]
    finding = Finding(
        codes.NOT_COMPARABLE,
        NOWHERE,
        Message(
            f"批复的是{names[0]}，自评的是{names[1]}，不是同一份",
            f"{names[0]} was approved, {names[1]} is evaluated",
        ),
        remedy=Message(
            "换成同一单位、同一年度批复的文件。", "Give the approved file of the same unit and year."
        ),
    )
    return Diagnostic(Severity.ERROR, evaluated.source.path, finding)
