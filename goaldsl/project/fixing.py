"""Applying fixes to source files: only safe ones, never overlapping, each file in its own encoding."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from pathlib import Path

from goaldsl.diagnostics import Diagnostic, Edit, Fix
from goaldsl.model.place import Span
from goaldsl.parse.encoding import read
from goaldsl.project.bounded import read_file
from goaldsl.project.files import write_source
from goaldsl.project.refusals import unreadable, unwritable
from goaldsl.project.workspace import STANDARD_INPUT, Workspace
from goaldsl.source import Source

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def apply_fixes(
    workspace: Workspace,
    sources: Mapping[str, Source],
    diagnostics: Iterable[Diagnostic],
    places: Mapping[str, Path] | None = None,
) -> tuple[int, list[Diagnostic]]:
    """Write the files with all safe fixes in them; how many were applied, and what kept a file from being written.

    `sources`: the texts the diagnostics were found in; a file that only an edit names is read here. `places`: where
    files lie whose names do not say it. A source that is a link stays one.
    """
    texts = {name: source for name, source in sources.items() if name != STANDARD_INPUT}
    failures: list[Diagnostic] = []
    safe = [
        (each.file, each.finding.fix) for each in diagnostics if each.finding.fix and each.finding.fix.safe
    ]
    named = {file for owner, fix in safe for file, _, _ in _edits(owner, fix) if file != STANDARD_INPUT}
    for name in sorted(named - texts.keys()):
        path = workspace.root / name
        try:
            texts[name] = read(name, read_file(path))[0]
        except OSError as error:
            failures.append(unreadable(name, path, error))
    changed, count = fixed_files({name: source.text for name, source in texts.items()}, safe)
    for name, text in changed.items():
        try:
            path = (places or {}).get(name, workspace.root / name)
            write_source(path, encoded(texts[name], text))
        except OSError as error:
            failures.append(unwritable(name, error))
    return count, failures


def fixed(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """One text with the fixes applied, and how many were."""
    changed, count = fixed_files({"": text}, (("", fix) for fix in fixes))
    return changed.get("", text), count


def fixed_files(texts: Mapping[str, str], fixes: Iterable[tuple[str, Fix]]) -> tuple[dict[str, str], int]:
    """The texts that change, and how many fixes did it; each fix with the file of its finding.

    Fixes that touch are not both applied: the first one at a place wins. One fix is applied in all its files or none.
    """
    chosen: dict[str, list[Edit]] = {}
    count = 0
    for edits in sorted((_edits(owner, fix) for owner, fix in fixes), key=lambda each: each[0][:2]):
        known = all(file in texts for file, _, _ in edits)
        if known and not any(
            _touch(edit, other) for file, _, edit in edits for other in chosen.get(file, ())
        ):
            for file, _, edit in edits:
                chosen.setdefault(file, []).append(edit)
            count += 1
    return {file: _edited(texts[file], edits) for file, edits in chosen.items()}, count


def _edits(owner: str, fix: Fix) -> list[tuple[str, Span, Edit]]:
    return [(owner if edit.file is None else edit.file, edit.span, edit) for edit in fix.edits]


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _touch(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end


def encoded(source: Source, text: str) -> bytes:
    """A changed text in the encoding of its file, with its mark."""
    mark = next((mark for mark in _MARKS if source.data.startswith(mark)), b"")
    return mark + text.encode(source.encoding)
