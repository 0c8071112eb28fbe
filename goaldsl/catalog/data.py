"""Where the packaged data lies and how it is read: `goaldsl/grammar` when installed, `grammar/` in a checkout.

Parsing TOML takes most of the time of a short check, so `parsed.json` keeps every file's tables under the
SHA-256 of its text. A file that was changed since is simply parsed: the cache can be late, never wrong.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

Tables = Mapping[str, Any]
"""A TOML document, or one of its tables, as plain values."""

FOLDERS = {"taxonomy": "taxonomy", "profile": "profiles", "form": "forms"}
"""The kinds of named data and the folder of each; a file is named after its id."""


@cache
def data_directory() -> Path:
    """The folder `grammar` of the running installation."""
    package = Path(__file__).parents[1]
    installed = package / "grammar"
    return installed if installed.is_dir() else package.parent / "grammar"


def parse(text: str) -> dict[str, Any]:
    """A TOML text with exact numbers."""
    import tomllib  # 4 ms, and rarely needed: see above

    return tomllib.loads(text, parse_float=Decimal)


@cache
def packaged(path: str) -> Tables:
    """One of the packaged data files, such as `units.toml`."""
    content = (data_directory() / path).read_bytes()
    tables: Tables | None = _parsed().get(hashlib.sha256(content).hexdigest())
    return parse(content.decode()) if tables is None else tables


@cache
def ids(kind: str) -> tuple[str, ...]:
    """The ids of the packaged taxonomies, profiles or forms."""
    return tuple(sorted(path.stem for path in (data_directory() / FOLDERS[kind]).glob("*.toml")))


def named(kind: str, identity: str) -> Tables:
    """The packaged form, profile or taxonomy of this id."""
    return packaged(f"{FOLDERS[kind]}/{identity}.toml")


def digest(table: Tables) -> str:
    """SHA-256 of the content, the same whatever the layout and the comments of the file."""
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _parsed() -> Mapping[str, Tables]:
    try:
        text = (data_directory() / "parsed.json").read_text(encoding="utf-8")
    except OSError:
        return {}
    tables: Mapping[str, Tables] = json.loads(text, parse_float=Decimal)
    return tables
