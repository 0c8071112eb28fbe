"""Writes `parsed.json`, the data files already parsed: run `python -m goaldsl.catalog.parsed` after a change."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal

from goaldsl.catalog.data import data_directory, parse


def parsed_text() -> str:
    """What `parsed.json` should hold: one line for each data file."""
    lines = []
    for path in sorted(data_directory().rglob("*.toml")):
        content = path.read_bytes()
        tables = parse(content.decode())
        line = json.dumps(tables, ensure_ascii=False, separators=(",", ":"), default=float)
        if json.loads(line, parse_float=Decimal) == tables:  # else the file is parsed each time
            lines.append(f'"{hashlib.sha256(content).hexdigest()}":{line}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    (data_directory() / "parsed.json").write_text(parsed_text(), encoding="utf-8")
