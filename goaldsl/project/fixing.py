"""Applying fixes to a source file: only safe ones, never overlapping, in the file's own encoding."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from goaldsl.compiler import Compiled
from goaldsl.diagnostics import Diagnostic, Edit, Fix
from goaldsl.project.files import Document, unwritable, write
from goaldsl.source import Source

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def apply_fixes(document: Document, compiled: Compiled) -> tuple[int, Diagnostic | None]:
    """Write the file with all safe fixes in it; how many were applied, and what kept it from being written."""
    fixes = [each.finding.fix for each in compiled.diagnostics if each.finding.fix and each.finding.fix.safe]
    text, count = fixed(compiled.source.text, fixes)
    if not count or document.path is None:
        return 0, None
    try:
        write(document.path, _encoded(compiled.source, text))
    except OSError as error:
        return 0, unwritable(document.name, error)
    return count, None


def fixed(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """`text` with the fixes applied that do not touch each other; the first one at a place wins."""
    chosen: list[Edit] = []
    count = 0
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        if not any(_touch(edit, other) for edit in fix.edits for other in chosen):
            chosen += fix.edits
            count += 1
    for edit in sorted(chosen, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text, count


def _touch(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end


def _encoded(source: Source, text: str) -> bytes:
    mark = next((mark for mark in _MARKS if source.data.startswith(mark)), b"")
    return mark + text.encode(source.encoding)
