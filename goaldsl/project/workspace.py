"""A project: the folder with goaldsl.toml, its settings and its catalog."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from goaldsl.bind import Defaults
from goaldsl.catalog import DEFAULT_FORM, Catalog
from goaldsl.catalog.codes import TOML_SYNTAX, UNKNOWN_NAME
from goaldsl.catalog.config import Config, read_config
from goaldsl.diagnostics import Diagnostic, Preset
from goaldsl.parse.encoding import read
from goaldsl.project.bounded import read_file
from goaldsl.project.refusals import unreadable
from goaldsl.review.severity import graded
from goaldsl.source import Source

CONFIG_NAME = "goaldsl.toml"
STANDARD_INPUT = "-"
_MARKS = (CONFIG_NAME, ".git")
_UNSETTLING = (TOML_SYNTAX, UNKNOWN_NAME)  # lines unread, or an edition, tree or plan that nobody knows


@dataclass(frozen=True)
class Workspace:
    """A project as opened. `diagnostics` is what is wrong with its configuration, `source` the text of it."""

    root: Path
    config: Config
    source: Source | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def catalog(self) -> Catalog:
        return self.config.catalog()

    def defaults(self, preset: Preset | None = None) -> Defaults:
        """What holds where a file says nothing; `preset` from the command line outranks all."""
        config = self.config
        return Defaults(
            form=config.form or DEFAULT_FORM,
            taxonomy=config.taxonomy,
            profile=config.profile,
            year=config.year,
            stage=config.stage,
            preset=preset,
            wording=config.wording,
            settled=not any(each.finding.code in _UNSETTLING for each in self.diagnostics),
        )

    def name(self, path: Path) -> str:
        """The name of a file in diagnostics: relative to the project wherever one stands; a link by its own name."""
        try:
            place = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118  keeps ".."
            return readable(Path(os.path.relpath(place, self.root)).as_posix())
        except ValueError:  # another drive
            return readable(path.as_posix())

    def published(self, path: Path) -> str:
        """The name of a file in published data: relative to the project it lies in, this one or another."""
        inside = Path(os.path.realpath(path)).is_relative_to(self.root)
        root = self.root if inside else _root(path)
        return replace(self, root=root).name(path)

    def shown(self, name: str) -> str:
        """The name of a file for people and for CI: relative to the working directory."""
        if name == STANDARD_INPUT:
            return name
        try:
            return readable(Path(os.path.relpath(self.root / name)).as_posix())
        except ValueError:
            return name


def readable(name: str) -> str:
    r"""A name that is not UTF-8 with its odd bytes written out: 办公室\xb0.goal."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def open_workspace(start: Path) -> Workspace:
    """The project that `start` (a folder or a file) lies in; a folder of its own where there is none."""
    root = _root(start)
    path = root / CONFIG_NAME
    try:
        data = read_file(path)
    except (FileNotFoundError, NotADirectoryError):
        return Workspace(root, Config(), None, ())
    except OSError as error:  # its settings would be missed in silence
        return Workspace(root, Config(), None, (unreadable(CONFIG_NAME, path, error),))
    source, findings = read(CONFIG_NAME, data)
    reading = read_config(source.text)
    diagnostics = graded(CONFIG_NAME, [*findings, *reading.findings], reading.config.stage)
    return Workspace(root, reading.config, source, tuple(diagnostics))


def _root(start: Path) -> Path:
    here = Path(os.path.realpath(start))
    here = here if os.path.isdir(here) else here.parent  # noqa: PTH112  takes names that are too long
    for folder in (here, *here.parents):
        if any((folder / mark).exists() for mark in _MARKS):
            return folder
    return here
