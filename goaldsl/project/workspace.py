"""A project: the folder with goaldsl.toml, its settings and its catalog."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from goaldsl.bind import Defaults
from goaldsl.catalog import DEFAULT_FORM, Catalog
from goaldsl.catalog.config import Config, read_config
from goaldsl.diagnostics import Diagnostic, Preset
from goaldsl.parse.encoding import read
from goaldsl.review.severity import graded
from goaldsl.source import Source

CONFIG_NAME = "goaldsl.toml"
STANDARD_INPUT = "-"
_MARKS = (CONFIG_NAME, ".git")


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
        )

    def name(self, path: Path) -> str:
        """The name of a file in published data: relative to the project wherever one stands."""
        try:
            return Path(os.path.relpath(path.resolve(), self.root)).as_posix()
        except (ValueError, OSError, RuntimeError):  # another drive, a circle of links
            return path.as_posix()

    def shown(self, name: str) -> str:
        """The name of a file for people and for CI: relative to the working directory."""
        if name == STANDARD_INPUT:
            return name
        try:
            return Path(os.path.relpath(self.root / name)).as_posix()
        except ValueError:
            return name


def open_workspace(start: Path) -> Workspace:
    """The project that `start` (a folder or a file) lies in; a folder of its own where there is none."""
    root = _root(start)
    path = root / CONFIG_NAME
    try:
        data = path.read_bytes()
    except OSError:
        return Workspace(root, Config(), None, ())
    source, findings = read(CONFIG_NAME, data)
    reading = read_config(source.text)
    diagnostics = graded(CONFIG_NAME, [*findings, *reading.findings], reading.config.stage)
    return Workspace(root, reading.config, source, tuple(diagnostics))


def _root(start: Path) -> Path:
    here = start.resolve()
    here = here if here.is_dir() else here.parent
    for folder in (here, *here.parents):
        if any((folder / mark).exists() for mark in _MARKS):
            return folder
    return here
