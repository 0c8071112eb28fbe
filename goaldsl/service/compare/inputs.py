"""One side of a comparison before it is read: where its files come from, and how the words of the command were
understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from goaldsl.catalog.config import read_config
from goaldsl.ingest.foreign import is_submitted
from goaldsl.parse.encoding import read
from goaldsl.project.bounded import read_file
from goaldsl.project.git import Repository, Revision
from goaldsl.project.workspace import CONFIG_NAME, Workspace

FORMS = (".goal", ".json")
BESIDE = (".actuals.toml", ".actuals.xlsx", ".self-evaluation.json")


@dataclass(frozen=True, slots=True)
class Given:
    """A file: its name for people, its bytes, its place in the working tree (None: a revision, standard input)."""

    name: str
    data: bytes
    path: Path | None = None
    sheet: str | None = None
    """The form of several that was asked for: `FILE#表名`."""


@dataclass(frozen=True)
class Input:
    """A side. `files` are forms, `beside` what lies next to them by name; `workspace`: the project it is read with."""

    label: str
    why: str
    kind: str
    files: tuple[Given, ...]
    workspace: Workspace
    ref: str | None = None
    beside: dict[str, Given] = field(default_factory=dict)
    year: int | None = None
    single: bool = False
    asked: str | None = None  # the path of a revision as typed; `files` may bear a former name


def is_form(name: str) -> bool:
    """Whether a file of this name may hold a goal form."""
    return name.endswith(".goal") or (name.endswith(".json") and not name.endswith(BESIDE))


def on_disk(paths: Iterable[Path], workspace: Workspace, sheet: str | None = None) -> tuple[Given, ...]:
    """Files of the working tree."""
    return tuple(Given(workspace.name(path), read_file(path), path, sheet) for path in paths)


def folder_files(folder: Path) -> list[Path]:
    """The forms below a folder: its `.goal` files; where there are none, its published ones."""
    skipped = ("out", "node_modules", "__pycache__")
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part in skipped or part.startswith(".") for part in path.relative_to(folder).parts[:-1])
        and not path.name.startswith(".")
    )
    goals = [path for path in files if path.suffix == ".goal"]
    published = [path for path in files if path.suffix == ".json" and is_form(path.name)]
    return goals or published or [path for path in files if is_submitted(path.name)]


def neighbours(paths: Iterable[Path], workspace: Workspace) -> dict[str, Given]:
    """Actual values and self-evaluations next to forms, or among the outputs, by the form's name."""
    found: dict[str, Given] = {}
    for path in paths:
        stem = path.name.removesuffix(".goal").removesuffix(".json")
        folders = [path.parent]
        if path.parent.name.isdigit():
            folders.append(workspace.root / "out" / path.parent.name)
        for folder in folders:
            for suffix in BESIDE:
                beside = folder / f"{stem}{suffix}"
                if beside.is_file() and workspace.name(path) not in found:
                    found[workspace.name(path)] = Given(workspace.name(beside), read_file(beside), beside)
    return found


def at_revision(
    repository: Repository, revision: Revision, below: str, project: str
) -> tuple[tuple[Given, ...], dict[str, Given], Workspace]:
    """The forms of a commit below a folder (or the one file), what lies beside them, and the project as it was."""
    listed = repository.files(revision.commit)
    inside = [path for path in listed if path == below or not below or path.startswith(f"{below}/")]
    goals = [path for path in inside if path.endswith(".goal")]
    wanted = goals or [path for path in inside if is_form(path) and path.endswith(".json")]
    if below in listed:
        wanted = [below]
    near = {}
    for path in wanted:
        stem = path.removesuffix(".goal").removesuffix(".json")
        near[path] = next((f"{stem}{suffix}" for suffix in BESIDE if f"{stem}{suffix}" in listed), None)
    config = str(PurePosixPath(project) / CONFIG_NAME) if project else CONFIG_NAME
    objects = [listed[path] for path in (*wanted, *(each for each in near.values() if each))]
    if config in listed:
        objects.append(listed[config])
    contents = repository.contents(objects)

    def given(path: str) -> Given:
        return Given(f"{revision.typed}:{path}", contents[listed[path]])

    files = tuple(given(path) for path in sorted(wanted))
    beside = {f"{revision.typed}:{path}": given(each) for path, each in near.items() if each}
    settings = contents[listed[config]] if config in listed else None
    return files, beside, _workspace(repository.root / project, settings)


def _workspace(root: Path, settings: bytes | None) -> Workspace:
    """The project as a commit has it; packaged data are today's."""
    source = read(CONFIG_NAME, settings or b"")[0]
    return Workspace(root, read_config(source.text).config, source if settings else None, ())
