"""数一数导入对了几格：`python -m tests.ingest.truth FILE.json`。

FILE.json 是 {键: {"file", "year", "unit", "project", "budget", "indicators": [{"level1", …}]}}；
文件在它旁边，键为 06a、06b 的是同一文件里的第一、第二张表。每个文件报对、错、漏的格数。
"""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goaldsl.catalog import load
from goaldsl.ingest.document import Unreadable
from goaldsl.ingest.readers import read_document
from goaldsl.ingest.reading.forms import read_forms
from goaldsl.ingest.reading.labelled import amount_of
from goaldsl.ingest.reading.result import FormRead, IndicatorRead
from goaldsl.ingest.reading.streams import straightened
from goaldsl.ingest.reading.vocabulary import vocabulary

_KEYS = ("level1", "level2", "name", "operator", "value", "unit", "actual", "score", "got", "criterion")
_NAMES = {"got": "points"}


@dataclass
class Count:
    """Cells right, wrong and missing, and what was wrong in words."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    words: tuple[str, ...] = ()

    def add(self, place: str, expected: Any, found: Any) -> None:
        wanted, got = _plain(expected), _plain(found)
        if wanted == got:
            self.right += bool(wanted)
        elif not got:
            self.missing += 1
            self.words += (f"{place}：漏“{expected}”",)
        else:
            self.wrong += 1
            self.words += (f"{place}：应为“{expected}”，读成“{found}”",)


def _plain(value: Any) -> str:
    return "".join(unicodedata.normalize("NFKC", str(value)).split()) if value is not None else ""


def forms_of(path: Path) -> list[FormRead]:
    """The forms in a file."""
    words = vocabulary(load())
    return read_forms(straightened(read_document(path.name, path.read_bytes()), words), words)


def compare(expected: dict[str, Any], form: FormRead | None) -> Count:
    """One expected form against the one that was read."""
    count = Count()
    form = form or FormRead()
    amount = amount_of(form)
    for key, found in (("year", form.year), ("unit", form.unit), ("project", form.project)):
        if expected.get(key) is not None:
            count.add(key, expected[key], found)
    if expected.get("budget"):
        count.add("budget", expected["budget"]["amount"], amount[0] if amount else None)
        count.add("budget unit", expected["budget"]["unit"], amount[1] if amount else None)
    rows: list[IndicatorRead] = list(form.rows)
    for number, wanted in enumerate(expected["indicators"], 1):
        row = _take(rows, wanted["name"], number - 1, len(expected["indicators"]) == len(form.rows))
        for key in _KEYS:
            found = getattr(row, _NAMES.get(key, key)) if row else None
            count.add(f"第 {number} 行 {key}", wanted.get(key), found)
    for row in rows:
        count.wrong += 1
        count.words += (f"多出一行“{row.name}”",)
    return count


def _take(rows: list[IndicatorRead], name: str, index: int, same: bool) -> IndicatorRead | None:
    """The row of this name, else the next one where as many rows were read as expected."""
    for at, row in enumerate(rows):
        if _plain(row.name) == _plain(name):
            return rows.pop(at)
    return rows.pop(0) if same and rows else None


def main(path: Path) -> int:
    """Print the counts; the status tells whether anything was wrong or missing."""
    truth = json.loads(path.read_text("utf-8"))
    total = Count()
    order: dict[str, int] = {}
    for key, expected in truth.items():
        source = path.parent / expected["file"]
        index = order.get(expected["file"], 0)
        order[expected["file"]] = index + 1
        try:
            forms = forms_of(source)
        except Unreadable as refused:
            print(f"{key:8} {expected['file']}：{refused.finding.message.zh}")
            forms = []
        count = compare(expected, forms[index] if index < len(forms) else None)
        print(f"{key:8} 对 {count.right:4} 错 {count.wrong:3} 漏 {count.missing:3}  {expected['file']}")
        for words in count.words[:12]:
            print(f"           {words}")
        total.right += count.right
        total.wrong += count.wrong
        total.missing += count.missing
    print(f"合计     对 {total.right:4} 错 {total.wrong:3} 漏 {total.missing:3}")
    return 1 if total.wrong or total.missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
