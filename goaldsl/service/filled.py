"""The file of actual values that belongs to a declaration: where it lies, and its reading."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from goaldsl.actuals.reading import Filled, read_actuals, read_tables
from goaldsl.catalog import Catalog
from goaldsl.catalog.toml_reading import read_toml
from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.model.actuals import Actuals
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import NOWHERE
from goaldsl.parse.encoding import read
from goaldsl.project import codes
from goaldsl.project.bounded import read_file
from goaldsl.project.files import Document
from goaldsl.project.refusals import unreadable
from goaldsl.service.session import Session
from goaldsl.service.sheets import Unreadable, read_filled

SUFFIXES = (".actuals.toml", ".actuals.xlsx")


@dataclass(frozen=True, slots=True)
class Given:
    """A file of actual values as read from disk."""

    path: Path
    name: str
    data: bytes


def beside(document: Document, suffix: str) -> Path:
    """Where the actual values of a declaration lie unless told otherwise."""
    assert document.path is not None
    stem = document.path.name.removesuffix(".goal").removesuffix(".json")
    return document.path.with_name(stem + suffix)


def find(session: Session, document: Document, asked: Path | None) -> Given | None:
    """The file named, or the one beside the declaration; what is wrong is added to the session."""
    places = [asked] if asked is not None else []
    if asked is None and document.path is not None:
        places = [beside(document, suffix) for suffix in SUFFIXES]
    path = next((place for place in places if os.path.lexists(place)), None)  # a broken link is told as such
    if path is None:
        session.add([_missing(session, places[0] if places else Path(document.name))])
        return None
    name = session.workspace.name(path)
    session.files.append(name)
    try:
        return Given(path, name, read_file(path))
    except OSError as error:
        session.add([unreadable(name, path, error)])
        return None


def load(
    session: Session, given: Given, declaration: Declaration, catalog: Catalog, *, so_far: bool
) -> tuple[Actuals, list[Finding]] | None:
    """The actual values and what is wrong with them; None when the file is no such file, which is told."""
    if given.path.suffix.lower() in (".xlsx", ".xls", ".et"):
        try:
            sheet = read_filled(given.name, given.data)
        except Unreadable as refused:
            session.add([Diagnostic(Severity.ERROR, given.name, refused.finding)])
            return None
        if sheet is None:
            session.add([_no_sheet(given.name)])
            return None
        source, filled = sheet
        return read_tables(source, filled, declaration, catalog, so_far=so_far)
    source, encoding = read(given.name, given.data)
    actuals, findings = read_actuals(source, declaration, catalog, so_far=so_far)
    return actuals, [*encoding, *findings]


def tables(given: Given) -> Filled | None:
    """What a file holds, for a template to keep; None when it cannot be read as a whole."""
    if given.path.suffix.lower() == ".xlsx":
        try:
            sheet = read_filled(given.name, given.data)
        except Unreadable:
            return None
        return sheet[1] if sheet is not None else None
    source, _ = read(given.name, given.data)
    reading = read_toml(source.text)
    return Filled(reading.tables, reading.spans) if not reading.findings else None


def _missing(session: Session, path: Path) -> Diagnostic:
    name = session.workspace.name(path)
    finding = Finding(
        codes.UNREADABLE,
        NOWHERE,
        Message(f"没有实际值文件“{name}”", f"there is no file of actual values {name}"),
        remedy=Message(
            "先运行 goaldsl actuals 生成模板，填好再来；或用 --actuals 指明文件。",
            "Run goaldsl actuals first and fill in the template, or name the file with --actuals.",
        ),
    )
    return Diagnostic(Severity.ERROR, name, finding)


def _no_sheet(name: str) -> Diagnostic:
    finding = Finding(
        codes.UNREADABLE,
        NOWHERE,
        Message(f"“{name}”不是 goaldsl actuals 写出的表格", f"{name} is no sheet written by goaldsl actuals"),
        remedy=Message(
            "用 goaldsl actuals --format xlsx 重新生成，标题行不要改。",
            "Write it again with goaldsl actuals --format xlsx and leave its heading row.",
        ),
    )
    return Diagnostic(Severity.ERROR, name, finding)
