"""The review page: every indicator with its rule as a sentence, in the language and as a curve, and what was found.

For the reviewer's desk, never part of the official table. One file that draws on nothing outside itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from goaldsl.emit.html import FACES


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding: its severity and code, and what it says."""

    severity: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """An indicator as a reviewer wants to see it; `drawing` is an `<svg>` element or "", `caption` what it shows."""

    path: str
    name: str
    target: str
    points: str
    sentence: str
    rule: str
    drawing: str
    caption: str
    remarks: tuple[Remark, ...]


def render_review(title: str, subtitle: str, general: tuple[Remark, ...], rows: Iterable[ReviewedRow]) -> str:
    """The whole file."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(subtitle)}</p>\n{_remarks(general)}"
        + "".join(_row(row) for row in rows)
        + "</body>\n</html>\n"
    )


def _row(row: ReviewedRow) -> str:
    figure = ""
    if row.drawing:
        figure = f"<figure>{row.drawing}<figcaption>{escape(row.caption)}</figcaption></figure>\n"
    facts = "　".join(part for part in (row.target, row.points) if part)
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in (facts, row.sentence) if line)
    rule = f"<p><code>{escape(row.rule)}</code></p>\n" if row.rule else ""
    return (
        f'<article>\n<p class="class">{escape(row.path)}</p>\n<h2>{escape(row.name)}</h2>\n{figure}{lines}{rule}'
        f"{_remarks(row.remarks)}</article>\n"
    )


def _remarks(remarks: tuple[Remark, ...]) -> str:
    if not remarks:
        return ""
    items = "".join(
        f"<li><b>{escape(each.severity)} {escape(each.code)}</b> {escape(each.text)}</li>\n"
        for each in remarks
    )
    return f"<ul>\n{items}</ul>\n"


@cache
def _style() -> str:
    return FACES + (Path(__file__).parent / "styles" / "review.css").read_text("utf-8")
