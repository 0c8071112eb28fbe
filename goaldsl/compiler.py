"""The whole way of one file: bytes to declaration and diagnostics. Pure: the caller reads and writes.

bytes ──parse──▶ ──bind──▶ Declaration ──checks──▶ findings ──acceptances──▶ diagnostics
json  ──ingest─────────────▶
"""

from __future__ import annotations

from dataclasses import dataclass

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import Catalog
from goaldsl.checks import examine
from goaldsl.diagnostics import Diagnostic, Severity
from goaldsl.model.declaration import Declaration
from goaldsl.parse import parse
from goaldsl.parse.encoding import read
from goaldsl.review.acceptance import of_declaration
from goaldsl.review.severity import graded
from goaldsl.source import Source


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of one file. `declaration` is None when nothing could be made of it."""

    source: Source
    declaration: Declaration | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether an error forbids writing the form."""
        return self.declaration is None or any(each.severity is Severity.ERROR for each in self.diagnostics)


def compile_file(
    path: str, data: bytes, catalog: Catalog, defaults: Defaults, known_codes: frozenset[str]
) -> Compiled:
    """Compile one file; `path` is its name in diagnostics, `known_codes` what an acceptance may name."""
    source, findings = read(path, data)
    if source.encoding == "binary":
        return Compiled(source, None, tuple(graded(path, findings, defaults.preset or defaults.stage)))
    declaration: Declaration | None
    if path.endswith(".json"):
        from goaldsl.ingest.interchange import read as read_interchange  # msgspec, which no .goal file needs

        declaration, found = read_interchange(source, catalog, defaults.preset)
        findings += found
    else:
        syntax = parse(source, catalog)
        findings += syntax.findings
        declaration, found = bind(syntax, catalog, defaults)
        findings += found
    preset = declaration.preset if declaration else defaults.preset or defaults.stage
    if declaration is not None:
        findings += examine(declaration, catalog)
        findings = of_declaration(findings, declaration, known_codes)
    return Compiled(source, declaration, tuple(graded(path, findings, preset)))
