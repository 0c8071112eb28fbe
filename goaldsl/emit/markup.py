"""The form as HTML elements, the same for the browser and for the PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from goaldsl.emit.sections import CONTINUED, Piece, Section, pieces, sections
from goaldsl.emit.widths import Widths, widths, words
from goaldsl.model.table import Cell, Line, Role, Table

# Controls, lone surrogates and non-characters, which HTML does not allow.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CLASS = {Role.HEADER: "h", Role.LABEL: "l", Role.VALUE: "v", Role.TEXT: "t", Role.SIGNATURE: "s"}

_NARROW = 12  # percent of the table: a column of a word or a number
_CONTINUED = {1: "︵续︶", 2: "(续)"}  # where a line has room for so few characters


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of the pages: the rows that begin one (merged cells are cut there), those that must begin
    one, and those that are longer than one (their sentences get names, to find them by on the pages).
    """

    starts: frozenset[int] = frozenset()
    forced: frozenset[int] = frozenset()
    long: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Columns:
    """What a cell needs to know of its columns: the headings over them and their widths."""

    labels: tuple[str, ...]
    widths: Widths


def body(table: Table, layout: Layout | None = None) -> str:
    """The content of <body>. With a `layout` each row has an id, `r0`, `r1` …, to find it by on the pages."""
    parts = sections(table)
    rows = pieces(table, parts, layout.starts if layout else ())
    grid = "".join(_grid(table, part, rows, layout) for part in parts)
    subtitle = f'<p class="year">{_inline(table.subtitle)}</p>' if table.subtitle else ""
    return _FORBIDDEN.sub(
        "\ufffd",
        f'<main class="sheet"><h1 id="title">{_inline(table.title)}</h1>{subtitle}'
        f"{_lines(table.above, 'above')}{grid}{_lines(table.below, 'below')}{_notes(table)}</main>",
    )


def _grid(table: Table, part: Section, rows: list[list[Piece]], layout: Layout | None) -> str:
    labels = _headings(table, part) if layout is None else ("",) * len(table.columns)  # paper is never narrow
    columns = _Columns(labels, widths(table))
    lines = ["".join(_cell(piece, columns) for piece in rows[row]) for row in range(part.start, part.end)]
    head = "".join(f"<tr>{line}</tr>" for line in lines[: part.headings])
    tail = lines[part.headings :]
    if layout is None:
        rest = "".join(f"<tr>{line}</tr>" for line in tail)
    else:
        rest = "".join(
            _named_row(row, line, layout, rows[row], columns) for row, line in enumerate(tail, part.body)
        )
    shares = "".join(f'<col style="width:{share.normalize():f}%">' for share in columns.widths.shares)
    kind, thead = ("block", f"<thead>{head}</thead>") if head else ("rows", "")
    return (
        f'<table class="{kind}" aria-labelledby="title"><colgroup>{shares}</colgroup>'
        f"{thead}<tbody>{rest}</tbody></table>"
    )


def _named_row(row: int, line: str, layout: Layout, cells: list[Piece], columns: _Columns) -> str:
    classes = []
    if row in layout.forced:
        classes.append("page")
    if row in layout.long:
        classes.append("long")
        line = "".join(_cell(piece, columns, row) for piece in cells)
    attribute = f' class="{" ".join(classes)}"' if classes else ""
    return f'<tr id="r{row}"{attribute}>{line}</tr>'


def _headings(table: Table, part: Section) -> tuple[str, ...]:
    """The heading over each column, as a narrow screen repeats it beside the value."""
    labels = [""] * len(table.columns)
    for row in table.rows[part.start : part.body]:
        for cell in row.cells:
            text = cell.text.replace("\n", "")
            for column in range(cell.column, min(cell.column + cell.colspan, len(labels))):
                labels[column] = f"{labels[column]}·{text}" if labels[column] else text
    return tuple(labels)


def _cell(piece: Piece, columns: _Columns, measured: int | None = None) -> str:
    """One <th> or <td>; `measured` is the row's number if its sentences are to have names."""
    cell = piece.cell
    heading = bool(cell.text) and cell.role in (Role.HEADER, Role.LABEL)
    tag = "th" if heading else "td"
    attributes = f'{tag} class="{_classes(piece, columns)}"'
    if heading:
        attributes += f' scope="{_scope(cell)}"'
    elif cell.text and (label := columns.labels[cell.column]):
        attributes += f' data-label="{escape(label)}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{cell.rowspan}"'
    if cell.colspan > 1:
        attributes += f' colspan="{cell.colspan}"'
    if heading:
        content = _label(cell.text, int(columns.widths.characters(cell)))
    elif measured is not None:
        content = _sentences(cell, f"c{measured}-{cell.column}-", int(columns.widths.characters(cell)))
    else:
        content = _paragraphs(cell.text)
    return f"<{attributes}>{content}</{tag}>"


def _classes(piece: Piece, columns: _Columns) -> str:
    cell = piece.cell
    classes = _CLASS[cell.role]
    if cell.colspan == 1 and columns.widths.shares[cell.column] <= _NARROW:
        classes += " n"
    if cell.marked:
        classes += " m"
    if piece.joined_above:
        classes += " ja"
    if piece.joined_below:
        classes += " jb"
    return classes


def _scope(cell: Cell) -> str:
    if cell.role is Role.HEADER:
        return "colgroup" if cell.colspan > 1 else "col"
    return "rowgroup" if cell.rowspan > 1 else "row"


def _label(text: str, capacity: int) -> str:
    """A label; one that does not fit on a line is kept from breaking inside its words."""
    if text.endswith(CONTINUED) and capacity < 3:
        text = text.removesuffix(CONTINUED) + _CONTINUED[max(capacity, 1)]
    if "\n" in text or len(text) <= capacity:
        return _paragraphs(text)
    return "".join(
        f'<span class="w">{escape(word)}</span>' if 1 < len(word) <= capacity else escape(word)
        for word in words(text, capacity)
    )


def _paragraphs(text: str) -> str:
    if "\n" not in text:
        return escape(text)
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n"))


def _sentences(cell: Cell, name: str, length: int) -> str:
    """The text in stretches of a sentence or a line, each with its offset in its name."""
    stretch = re.compile(f"[^。；！？]{{1,{max(length, 8)}}}[。；！？]?|[。；！？]")
    paragraphs, offset = [], 0
    for paragraph in cell.text.split("\n"):
        spans = (
            f'<span id="{name}{offset + match.start()}">{escape(match.group())}</span>'
            for match in stretch.finditer(paragraph)
        )
        paragraphs.append(f"<p>{''.join(spans)}</p>")
        offset += len(paragraph) + 1
    return "".join(paragraphs)


def _inline(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _lines(lines: tuple[Line, ...], place: str) -> str:
    return f'<div class="{place}">{"".join(map(_line, lines))}</div>' if lines else ""


def _line(line: Line) -> str:
    colon = "" if not line.label or line.label.endswith(("：", ":")) else "："
    return f"<p>{escape(line.label)}{colon}{_inline(line.text)}</p>"


def _notes(table: Table) -> str:
    if not table.notes:
        return ""
    title = f"<h2>{escape(table.notes_title)}</h2>" if table.notes_title else ""
    notes = "".join(f"<p>{_inline(note)}</p>" for note in table.notes)
    return f'<section class="notes">{title}{notes}</section>'
