"""TOML with findings instead of exceptions: every broken line is reported, the rest is read."""

from __future__ import annotations

import tomllib
from typing import Any, NamedTuple

from goaldsl.catalog.data import parse
from goaldsl.catalog.toml_spans import Spans
from goaldsl.diagnostics import Finding

MOST_BROKEN_LINES = 100
"""Beyond so many the file is something else; each costs a parse of the whole text."""


class Reading(NamedTuple):
    """What a TOML text holds, where, and which lines could not be read."""

    tables: dict[str, Any]
    spans: Spans
    findings: tuple[Finding, ...]


def read_toml(text: str) -> Reading:
    """Read all that can be read. A broken line is blanked out and the rest tried again."""
    findings: list[Finding] = []
    rest = text
    while True:
        try:
            return Reading(parse(rest), Spans(rest), tuple(findings))
        except (tomllib.TOMLDecodeError, RecursionError, ValueError, OverflowError) as error:
            from goaldsl.catalog.toml_errors import explain

            finding, blanked = explain(str(error), rest)
            findings.append(finding)
            if blanked == rest or len(findings) == MOST_BROKEN_LINES:
                return Reading({}, Spans(""), tuple(findings))
            rest = blanked
