"""Where the packaged data lies and how it is read: `goaldsl/grammar` when installed, `grammar/` in a checkout."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

Tables = Mapping[str, Any]
"""A TOML document, or one of its tables, as plain values."""

KINDS = {"taxonomy": "taxonomy", "profile": "profiles", "form": "forms"}
"""The kinds of named data and the folder of each."""


@cache
def data_directory() -> Path:
    """The folder `grammar` of the running installation."""
    package = Path(str(files("goaldsl")))
    installed = package / "grammar"
    return installed if installed.is_dir() else package.parent / "grammar"


def parse(text: str) -> dict[str, Any]:
    """A TOML text with exact numbers."""
    return tomllib.loads(text, parse_float=Decimal)


@cache
def packaged(path: str) -> Tables:
    """One of the packaged data files, such as `units.toml`."""
    return parse((data_directory() / path).read_text(encoding="utf-8"))


def named(kind: str, identity: str) -> Tables:
    """The packaged form, profile or taxonomy of this id."""
    return packaged(f"{KINDS[kind]}/{identity}.toml")


@cache
def index() -> Mapping[str, Mapping[str, list[str]]]:
    """The committed index (`index.json`): names by kind and id, so that one name costs one small file."""
    read: Mapping[str, Mapping[str, list[str]]]
    read = json.loads((data_directory() / "index.json").read_text(encoding="utf-8"))
    return read


def digest(table: Tables) -> str:
    """SHA-256 of the content, the same whatever the layout and the comments of the file."""
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
