"""Where outputs go: `out/<year>/<name>.<suffix>`, one place for each source, none twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goaldsl.diagnostics import Diagnostic, Finding, Message, Severity
from goaldsl.emit import PRINTERS
from goaldsl.ingest.foreign import is_foreign
from goaldsl.model.declaration import Declaration
from goaldsl.model.place import NOWHERE
from goaldsl.project import codes
from goaldsl.project.files import Document, sweep, write
from goaldsl.project.workspace import Workspace, readable

_STANDARD_INPUT_NAME = "stdin"


class Outputs:
    """The output folder of one build."""

    def __init__(self, workspace: Workspace, folder: Path | None) -> None:
        self.workspace = workspace
        self.folder = folder if folder is not None else workspace.root / "out"
        self.sources: set[Path] = set()  # never written, even where an output would have that place
        self._owners: dict[str, str] = {}
        self._swept: set[Path] = set()

    def keep(self, document: Document) -> None:
        """Remember a source, so that no output replaces it."""
        if document.path is not None:
            self.sources.add(document.path.resolve())

    def path(self, stem: str, suffix: str) -> Path:
        """The file of an output; `stem` may hold dots of its own."""
        return self.folder.resolve() / f"{stem}.{suffix}"

    def write(self, path: Path, content: bytes) -> None:
        """Write an output; what a killed run has left in its folder goes first. Raises OSError."""
        if path.parent not in self._swept:
            self._swept.add(path.parent)
            sweep(path.parent)
        write(path, content)

    def stem(self, document: Document, declaration: Declaration | None) -> str:
        """`2026/县委办公室`: the declaration's year, then the source's place below its year folder."""
        parts = self._parts(document)
        year = str(declaration.year.value) if declaration and declaration.year else None
        if parts and _is_year(parts[0]):
            year, parts = year or parts[0], parts[1:]
        return "/".join([*([year] if year else []), *parts])

    def claim(self, stem: str, document: Document) -> Diagnostic | None:
        """Reserve a place; a diagnostic when another source of this build has it already."""
        owner = self._owners.setdefault(stem.casefold(), document.name)
        if owner == document.name:
            return None
        return Diagnostic(
            Severity.ERROR,
            document.name,
            Finding(
                codes.SAME_OUTPUT,
                NOWHERE,
                Message(f"它和“{owner}”都要写成 {stem}", f"both this and {owner} would become {stem}"),
                remedy=Message("给其中一个改名。", "Rename one of them."),
            ),
        )

    def leftovers(self, document: Document, declaration: Declaration | None) -> Iterator[Path]:
        """Outputs that an earlier build may have left for a source that now fails."""
        for stem in {self.stem(document, declaration), self.stem(document, None)}:
            for printer in PRINTERS.values():
                path = self.path(stem, printer.suffix)
                if (path.is_file() or path.is_symlink()) and path not in self.sources:
                    yield path

    def _parts(self, document: Document) -> list[str]:
        """The source's path below `goals/` (or its name alone), without its suffix."""
        if document.path is None:
            return [_STANDARD_INPUT_NAME]
        stem = readable(document.path.name).removesuffix(".goal").removesuffix(".json")
        stem = Path(stem).stem if is_foreign(stem) else stem
        try:
            parents = list(document.path.resolve().parent.relative_to(self.workspace.root).parts)
        except ValueError:
            parents = []
        if parents and parents[0] in ("goals", self.folder.name):
            return [*parents[1:], stem]
        year = [part for part in parents[-1:] if _is_year(part)]
        return [*year, stem]


def _is_year(name: str) -> bool:
    return len(name) == 4 and name.isdecimal()
