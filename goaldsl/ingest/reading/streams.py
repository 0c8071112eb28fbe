"""Texts in which a line is no row: one cell on each line, rows run together, everything on one line.

They are straightened into grids before they are read: the run of headings names the columns, the best way through
what follows says where each row and cell begins. What was cut out of a run of digits is marked, to be told as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from goaldsl.ingest.document import Block, Document, Grid, Page, Paragraph
from goaldsl.ingest.reading.alignment import Column, Placed, Token, way_through
from goaldsl.ingest.reading.amounts import amounts_cut
from goaldsl.ingest.reading.atoms import edges
from goaldsl.ingest.reading.cutting import Fragment, fields_cut, heading_cut, joined
from goaldsl.ingest.reading.fitting import Fitting
from goaldsl.ingest.reading.headings import find_headings, keyed, variants
from goaldsl.ingest.reading.lines import Piece, lines_of
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash
from goaldsl.model.table import Cell, Row

_LEAST_HEADINGS = 3
_VALUES = frozenset(("value", "value_unit"))
_MONEY = frozenset(("budget", "fiscal_funds", "other_funds", "carried_over", "upper_funds"))
_TITLE = re.compile(
    r"[^\s\d，。；:：、）)]{0,30}?(?:绩效目标|绩效|目标|自评)[^\s，。；:：\d]{0,8}表(?:\s*[(（]\s*20\d\d\s*年?度?\s*[)）])?"
)


def straightened(document: Document, vocabulary: Vocabulary) -> Document:
    """The document, its pages without a table made into grids where a form can be found in their words."""
    pages = []
    fitting = Fitting(vocabulary)
    for page in document.pages:
        lines = lines_of(page, 0)
        fragments = [Fragment(piece.text, piece.origin, True) for line in lines for piece in line.pieces]
        blocks = None if find_headings(lines, vocabulary) else _straighten(fragments, vocabulary, fitting)
        pages.append(page if blocks is None else Page(page.name, tuple(blocks)))
    return replace(document, pages=tuple(pages))


@dataclass(frozen=True, slots=True)
class _Run:
    """The headings of a table among the fragments [first, end)."""

    first: int
    end: int
    headings: tuple[Fragment, ...]


def _straighten(fragments: list[Fragment], vocabulary: Vocabulary, fitting: Fitting) -> list[Block] | None:
    fragments = heading_cut(joined(fragments, vocabulary), vocabulary)
    glued = any(each.glued for each in fragments)
    blocks: list[Block] = []
    at = 0
    while (run := _next_run(fragments, at, vocabulary)) is not None:
        blocks += _fields(fragments[at : run.first], vocabulary, glued)
        end = _end(fragments, run.end, vocabulary)
        grid, left = _table(run, fragments[run.end : end], vocabulary, fitting)
        blocks.append(grid)
        blocks += [Paragraph(each.text, each.origin) for each in left if each.text]
        at = end
    return [*blocks, *_fields(fragments[at:], vocabulary, glued)] if blocks else None


def _next_run(fragments: Sequence[Fragment], at: int, vocabulary: Vocabulary) -> _Run | None:
    """The next stretch of headings, one of them 三级指标 or its like, with no words between."""
    while at < len(fragments):
        first, found = at, []
        while at < len(fragments) and (not fragments[at].text or vocabulary.column(fragments[at].text)):
            found += [fragments[at]] if fragments[at].text else []
            at += 1
        keys = {key for each in found for key in vocabulary.column(each.text)}
        if len(found) >= _LEAST_HEADINGS and "name" in keys and keys & (_VALUES | {"actual", "grade1"}):
            return _Run(first, at, tuple(_ordered(found, vocabulary)))
        at = max(at, first) + 1
    return None


def _ordered(found: list[Fragment], vocabulary: Vocabulary) -> list[Fragment]:
    """Headings in the order of the columns: a second line of them fills the group in the first."""
    if vocabulary.is_word("margin", found[0].text) and any(
        "name" in vocabulary.column(each.text) for each in found[1:]
    ):
        found = found[1:]
    start = next(
        (at for at, each in enumerate(found) if vocabulary.column(each.text)[0] in ("level1", "level2")), 0
    )
    upper, lower = found[:start], found[start:]
    if upper and vocabulary.is_word("margin", upper[0].text):
        upper = upper[1:]
    grades = [each for each in lower if vocabulary.column(each.text)[0].startswith("grade")]
    if grades:  # 优 良 中 差 stand under the heading of the criterion
        rest = [each for each in lower if each not in grades]
        group = next(
            (at for at, each in enumerate(rest) if "criterion" in vocabulary.column(each.text)), None
        )
        if group is not None:
            return [*rest[:group], *grades, *rest[group + 1 :]]
    nested = any(set(vocabulary.column(each.text)) & _VALUES for each in lower)
    return [*lower, *(each for each in upper if not (nested and set(vocabulary.column(each.text)) & _VALUES))]


def _end(fragments: Sequence[Fragment], at: int, vocabulary: Vocabulary) -> int:
    """Where the rows end: at 总分, 注, who signed, or at the title or labels of the next form."""
    while at < len(fragments):
        text = fragments[at].text
        label = re.split("[：:]", text, maxsplit=1)[0]
        if text and (
            vocabulary.is_word("end", label)
            or any(len(word) > 3 and squash(label).startswith(word) for word in vocabulary.words["end"])
            or re.match(r"(?:注|备注|说明)\s*[：:0-9]", text)
            or (vocabulary.field(label) and not vocabulary.column(label) and not vocabulary.first_level(label) and not vocabulary.second_level(label) and at + 1 < len(fragments))
            or _is_title(text)
        ):  # fmt: skip
            return at
        at += 1
    return at


def _is_title(text: str) -> bool:
    return len(text) < 60 and _TITLE.search(text) is not None and text.rstrip().endswith(("表", ")", "）"))


def _table(
    run: _Run, body: Sequence[Fragment], vocabulary: Vocabulary, fitting: Fitting
) -> tuple[Grid, list[Fragment]]:
    """The grid of a table, and what found no place in it."""
    pieces = [Piece(each.text, at, at, origin=each.origin) for at, each in enumerate(run.headings)]
    columns = keyed([(piece, "") for piece in pieces], vocabulary)
    tokens = edges(body, vocabulary)
    cut = any(token.cost for token in tokens)
    tried = [(way_through(tokens, each, fitting), each) for each in ([columns] if cut else variants(columns))]
    (rows, dropped), columns = max(tried, key=lambda each: _worth(each[0][0], each[0][1], len(each[1])))
    heading = Row(tuple(_heading(column, at, run) for at, column in enumerate(columns)), header=True)
    made = [Row(tuple(_cell(placed) for placed in row)) for row in rows]
    left = [Fragment(token.text, token.piece.origin, True) for token in dropped]
    return Grid((heading, *made), aligned=True), left


def _worth(rows: Sequence[Sequence[Placed]], dropped: Sequence[Token], width: int) -> int:
    return (
        sum(placed.points for row in rows for placed in row)
        - 70 * sum(bool(each.text) for each in dropped)
        - 5 * width
    )


def _heading(column: Column, at: int, run: _Run) -> Cell:
    """A heading cell; one that a variant put in has the words of its kind."""
    plain = {"type": "指标性质", "unit": "计量单位", "value": "指标值"}
    text = plain.get(column.key, column.label)
    return Cell(text, at, origin=run.headings[min(at, len(run.headings) - 1)].origin)


def _cell(placed: Placed) -> Cell:
    return Cell(placed.token.text, placed.column, origin=placed.token.piece.origin)


def _fields(fragments: Sequence[Fragment], vocabulary: Vocabulary, glued: bool) -> list[Block]:
    """What stands around a table, a label and its cell in a row; labels side by side stand over their values."""
    cut = list(fields_cut(fragments, vocabulary, glued))
    blocks: list[Block] = []
    funds: list[str] = []
    at = 0
    while at < len(cut):
        if not _is_label(cut[at], vocabulary):
            blocks += [Paragraph(cut[at].text, cut[at].origin)] if cut[at].text else []
            at += 1
            continue
        run = [cut[at]]
        at += 1
        while at < len(cut) and _is_label(cut[at], vocabulary) and _heads(run, cut[at], vocabulary):
            run.append(cut[at])
            at += 1
        if len(run) > 1 and vocabulary.fund(run[-1].text):
            funds = [key for each in run if (key := vocabulary.fund(each.text))]
        values = _values(cut, at, _wanted(run, funds, vocabulary), vocabulary)
        at += len(values)
        if len(values) == 1 and funds and (parts := amounts_cut(values[0].text, funds)):
            values = [replace(values[0], text=part) for part in parts]
        blocks += [_row(run), _row(values)] if len(run) > 1 and values else [_row([*run, *values])]
    return _funds_together(blocks)


def _is_label(fragment: Fragment, vocabulary: Vocabulary) -> bool:
    return bool(fragment.text) and bool(vocabulary.field(fragment.text) or vocabulary.fund(fragment.text))


def _wanted(run: Sequence[Fragment], funds: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many cells belong to a run of labels."""
    if vocabulary.fund(run[-1].text) and len(run) > 1:
        return 0
    keys = [vocabulary.field(each.text) for each in run]
    if len(run) > 2 and keys[0] == keys[1]:
        return len(run) - 1
    if funds and len(run) == 1 and keys[0] in _MONEY:
        return len(funds)
    return len(run)


def _values(cut: Sequence[Fragment], at: int, most: int, vocabulary: Vocabulary) -> list[Fragment]:
    found: list[Fragment] = []
    while len(found) < most and at < len(cut) and not _is_label(cut[at], vocabulary):
        if len(found) and most > 2 and not _is_amount(cut[at].text, vocabulary):
            break
        found.append(cut[at])
        at += 1
    return found


def _is_amount(text: str, vocabulary: Vocabulary) -> bool:
    return not text or vocabulary.is_filler(text) or re.fullmatch(r"-?[\d.,，]+%?", text) is not None


def _row(items: Sequence[Fragment]) -> Grid:
    return Grid(
        (Row(tuple(Cell(each.text, at, origin=each.origin) for at, each in enumerate(items))),), aligned=False
    )


def _heads(row: Sequence[Fragment], following: Fragment, vocabulary: Vocabulary) -> bool:
    """Whether labels belong into one line of headings: the funds' columns, or goal and achievement."""
    last, this = row[-1].text, following.text
    if vocabulary.fund(last) and vocabulary.fund(this):
        return True
    side = ("goals", "achieved")
    return vocabulary.field(last) in side and vocabulary.field(this) in side


def _funds_together(blocks: list[Block]) -> list[Block]:
    """Rows that follow each other belong to one grid, so that headings reach what stands below them."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Grid) and found and isinstance(found[-1], Grid):
            found[-1] = Grid((*found[-1].rows, *block.rows), aligned=False)
        else:
            found.append(block)
    return found
