"""The whole way of one file: bytes to declaration and diagnostics. Pure: the caller reads and writes.

bytes ──parse──▶ ──bind──▶ Declaration ──checks──▶ findings ──acceptances──▶ diagnostics
json  ──ingest─────────────▶
docx, xlsx, pdf, …  ──ingest──▶ `.goal` text, from the top; findings told of the paper
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from msgspec import structs

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import Catalog
from goaldsl.checks import examine
from goaldsl.diagnostics import Diagnostic, Finding, Severity
from goaldsl.ingest.foreign import is_foreign
from goaldsl.model.declaration import Declaration
from goaldsl.parse import parse
from goaldsl.parse.encoding import read
from goaldsl.parse.syntax import SyntaxFile
from goaldsl.review.acceptance import of_declaration
from goaldsl.review.severity import graded
from goaldsl.source import Source


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of one file. `syntax` is None for what is no `.goal` text, `declaration` when nothing could be
    made of it."""

    source: Source
    syntax: SyntaxFile | None
    declaration: Declaration | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether an error forbids writing the form."""
        return self.declaration is None or any(each.severity is Severity.ERROR for each in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles files under one catalog; `codes` is what an acceptance may name."""

    catalog: Catalog
    defaults: Defaults
    codes: Collection[str]

    def syntax(self, path: str, data: bytes) -> SyntaxFile:
        """What a `.goal` file says; `path` is its name in diagnostics. Of a file that is no text, only findings."""
        source, findings = read(path, data)
        if source.encoding == "binary":
            return SyntaxFile(source, (), (), tuple(findings), complete=False)
        syntax = parse(source, self.catalog)
        return structs.replace(syntax, findings=(*findings, *syntax.findings))

    def compile(self, path: str, data: bytes) -> Compiled:
        """All the way; `path` is the file's name in diagnostics."""
        return (
            self._interchange(path, data) if path.endswith(".json") else self._goal(self.syntax(path, data))
        )

    def compile_all(self, path: str, data: bytes) -> tuple[Compiled, ...]:
        """Every form in a file of any format; one that holds none gives one result without a declaration."""
        if not is_foreign(path):
            return (self.compile(path, data),)
        from goaldsl.ingest.importing import import_file
        from goaldsl.ingest.telling import told

        imported = import_file(PurePosixPath(path).name, data, self.catalog)
        if imported.embedded is not None:
            return (self._interchange(path, imported.embedded),)
        said = self._graded(Source(path, "", data, "binary"), imported.findings, None)
        found = []
        for goal in imported.goals:
            text = goal.text.encode()
            compiled = self._goal(self.syntax(path, text))
            findings = tuple(told(each, compiled.source, goal) for each in compiled.diagnostics)
            found.append(
                replace(compiled, source=Source(path, "", data, "binary"), diagnostics=(*said, *findings))
            )
            said = ()
        return tuple(found) or (Compiled(Source(path, "", data, "binary"), None, None, said),)

    def _goal(self, syntax: SyntaxFile) -> Compiled:
        source = syntax.source
        if source.encoding == "binary":
            return Compiled(source, None, None, self._graded(source, syntax.findings, None))
        declaration, found = bind(syntax, self.catalog, self.defaults)
        return self._examined(source, syntax, declaration, [*syntax.findings, *found])

    def _interchange(self, path: str, data: bytes) -> Compiled:
        from goaldsl.ingest.declaration import read as read_interchange  # which no .goal file needs

        source, findings = read(path, data)
        if source.encoding == "binary":
            return Compiled(source, None, None, self._graded(source, findings, None))
        declaration, found = read_interchange(source, self.catalog, self.defaults.preset)
        return self._examined(source, None, declaration, [*findings, *found])

    def _examined(
        self,
        source: Source,
        syntax: SyntaxFile | None,
        declaration: Declaration | None,
        findings: list[Finding],
    ) -> Compiled:
        if declaration is not None:
            findings += examine(declaration, self.catalog)
            findings = of_declaration(findings, declaration, self.codes)
        return Compiled(source, syntax, declaration, self._graded(source, findings, declaration))

    def _graded(
        self, source: Source, findings: Iterable[Finding], declaration: Declaration | None
    ) -> tuple[Diagnostic, ...]:
        preset = declaration.preset if declaration else self.defaults.preset or self.defaults.stage
        return tuple(graded(source.path, findings, preset))
