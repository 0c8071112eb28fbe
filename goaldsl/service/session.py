"""One run over some files of a project: compiling them, and gathering what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from msgspec import structs

from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.project.files import Document, documents
from goaldsl.project.workspace import Workspace
from goaldsl.service.codes import known_codes
from goaldsl.source import Source

Entry = TypeVar("Entry")


def _numbered(document: Document, number: int) -> Document:
    """The document as the home of its form of this number: outputs of two forms in one file get two names."""
    if number == 1 or document.path is None:
        return document
    path = document.path.with_name(f"{document.path.stem}（{number}）{document.path.suffix}")
    return replace(document, path=path)


@dataclass
class Session:
    """The project, the diagnostics gathered and the texts they speak of. `unable`: the machine could not do it."""

    workspace: Workspace
    language: Literal["zh", "en"]
    preset: Preset | None = None
    strict: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    unable: bool = False

    def watched(self, entries: Sequence[Entry], what: str = "检查") -> Iterator[Entry]:
        """The entries one by one; a terminal shows here how far the work has come."""
        yield from entries

    def compiled(self, paths: Iterable[str]) -> Iterator[tuple[Document, Compiled]]:
        """Compile the files one after the other; an error in one does not stop the others."""
        compiler = Compiler(self.workspace.catalog, self.workspace.defaults(self.preset), known_codes())
        for document in self.watched(list(documents(self.workspace, list(paths)))):
            if isinstance(document, Diagnostic):
                self.files.append(document.file)
                self.add([document])
                continue
            self.files.append(document.name)
            for number, compiled in enumerate(compiler.compile_all(document.name, document.data), 1):
                self.add(compiled.diagnostics, compiled.source)
                yield _numbered(document, number), compiled

    def add(self, diagnostics: Iterable[Diagnostic], source: Source | None = None) -> None:
        """Gather diagnostics; the text they speak of is kept only while there are any."""
        before = len(self.diagnostics)
        for diagnostic in diagnostics:
            if self.strict and diagnostic.severity is Severity.WARNING:
                diagnostic = structs.replace(diagnostic, severity=Severity.ERROR)
            self.diagnostics.append(diagnostic)
        if source is not None and len(self.diagnostics) > before:
            self.sources[source.path] = source

    @property
    def erring(self) -> bool:
        """Whether an error was found, in the input or by the machine."""
        return self.unable or any(each.severity is Severity.ERROR for each in self.diagnostics)
