"""Writes the committed index of names; run `python -m goaldsl.catalog.index` after changing a data file."""

from __future__ import annotations

import json

from goaldsl.catalog.data import KINDS, data_directory, named


def index_text() -> str:
    """What `index.json` must hold: for every kind its ids, each with name and aliases."""
    root = data_directory()
    names = {
        kind: {path.stem: _names(kind, path.stem) for path in sorted((root / folder).glob("*.toml"))}
        for kind, folder in KINDS.items()
    }
    return json.dumps(names, ensure_ascii=False, indent=1) + "\n"


def _names(kind: str, identity: str) -> list[str]:
    table = named(kind, identity)
    return list(dict.fromkeys([identity, *table.get("names", ()), table["name"]]))


if __name__ == "__main__":
    (data_directory() / "index.json").write_text(index_text(), encoding="utf-8")
