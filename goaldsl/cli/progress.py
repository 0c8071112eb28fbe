"""Progress on a terminal, none in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

Entry = TypeVar("Entry")

_WORTH_SHOWING = 20


def progress(entries: Sequence[Entry], language: str, what: str = "检查") -> Iterator[Entry]:
    """The entries one by one, with a bar on standard error while a person watches long work."""
    if len(entries) < _WORTH_SHOWING or not sys.stderr.isatty():
        yield from entries
        return
    from rich.console import Console
    from rich.progress import track

    description = what if language == "zh" else "working"
    yield from track(entries, description, console=Console(stderr=True), transient=True)
