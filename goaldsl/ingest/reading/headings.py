"""The heading of an indicator table: which line it is, and which columns it names."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.ingest.reading.alignment import Column
from goaldsl.ingest.reading.lines import Line, Piece
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash

_TELLING = frozenset(("name", "value", "value_unit", "level2", "actual", "grade1"))
_VALUES = ("value", "value_unit")
_NOW = ("年度", "全年", "本年", "当年", "年初")


class Heading(Struct, frozen=True):
    """Columns of a table and the lines [first, end) that hold their headings."""

    columns: tuple[Column, ...]
    first: int
    end: int


def find_headings(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Heading]:
    """All heading lines of a page, in order; a heading of two lines is one."""
    found: list[Heading] = []
    at = 0
    while at < len(lines):
        heading = _heading_at(lines, at, vocabulary)
        if heading is None:
            at += 1
            continue
        found.append(heading)
        at = heading.end
    return found


def _heading_at(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> Heading | None:
    line = lines[at]
    if line.grid < 0 or not line.holds or not is_heading(line, vocabulary):
        return None
    upper = [piece for piece in line.filled if not _is_margin(piece, line, vocabulary)]
    end = at + 1
    lower: list[Piece] = []
    if end < len(lines) and lines[end].grid == line.grid and _is_subheading(lines[end], line, vocabulary):
        lower = list(lines[end].filled)
        end += 1
    return Heading(columns_of(upper, lower, line.aligned, vocabulary), at, end)


def is_heading(line: Line, vocabulary: Vocabulary) -> bool:
    """Most words of the line are headings, one of them tells of indicators, and none is a class."""
    filled = line.filled
    known = [piece for piece in filled if vocabulary.column(piece.text)]
    keys = {key for piece in known for key in vocabulary.column(piece.text)}
    if any(vocabulary.first_level(piece.text) or vocabulary.second_level(piece.text) for piece in filled):
        return False
    return len(known) >= 3 and len(known) * 2 > len(filled) and len(keys & _TELLING) >= 2


def _is_subheading(line: Line, upper: Line, vocabulary: Vocabulary) -> bool:
    filled = line.filled
    if not filled or any(
        vocabulary.second_level(piece.text) or vocabulary.first_level(piece.text) for piece in filled
    ):
        return False
    return all(vocabulary.column(piece.text) for piece in filled) and (
        len(filled) < len(upper.filled) or any(piece.width > 1 for piece in upper.filled)
    )


def _is_margin(piece: Piece, line: Line, vocabulary: Vocabulary) -> bool:
    """绩效指标 left of the table, not the heading of its names: another column names the indicators."""
    if not vocabulary.is_word("margin", piece.text):
        return False
    others = [each for each in line.filled if each is not piece]
    first = line.filled[0] is piece
    named = any("name" in vocabulary.column(each.text) for each in others)
    return first and (named or "name" not in vocabulary.column(piece.text))


def columns_of(
    upper: Sequence[Piece], lower: Sequence[Piece], aligned: bool, vocabulary: Vocabulary
) -> tuple[Column, ...]:
    """The columns under one or two lines of headings, in the order of the table."""
    leaves: list[tuple[Piece, str]] = []
    if lower and aligned:
        for piece in upper:
            below = [each for each in lower if piece.column <= each.column < piece.column + piece.width]
            leaves += [(each, piece.text) for each in below] or [(piece, "")]
        leaves.sort(key=lambda leaf: leaf[0].column)
    elif lower:
        leaves = _nested(upper, lower, vocabulary)
    else:
        leaves = [(piece, "") for piece in upper]
    return keyed(leaves, vocabulary)


def _nested(
    upper: Sequence[Piece], lower: Sequence[Piece], vocabulary: Vocabulary
) -> list[tuple[Piece, str]]:
    """Without places: the second line fills the group among the headings above (年度指标值 over 性质, 值, 单位)."""
    keys = {key for piece in lower for key in vocabulary.column(piece.text)}
    if "level1" in keys or "name" in keys:  # the classes came second: their part of the line stands first
        rest = [
            piece
            for piece in upper
            if not (set(vocabulary.column(piece.text)) & set(_VALUES) and keys & set(_VALUES))
        ]
        return [(piece, "") for piece in (*lower, *rest)]
    leaves: list[tuple[Piece, str]] = []
    for piece in upper:
        group = set(vocabulary.column(piece.text)) & set(_VALUES)
        leaves += [(each, piece.text) for each in lower] if group and lower else [(piece, "")]
        if group:
            lower = ()
    return leaves


def keyed(leaves: Sequence[tuple[Piece, str]], vocabulary: Vocabulary) -> tuple[Column, ...]:
    """A key for each heading; a word that means two things is told by the others, a second of a kind gets a number."""
    options = [
        vocabulary.column(piece.text) or vocabulary.column(group) or ("aside",) for piece, group in leaves
    ]
    sure = {keys[0] for keys in options if len(keys) == 1}
    has_unit = any("unit" in keys or "type" in keys for keys in options)
    columns: list[Column] = []
    taken: dict[str, int] = {}
    for (piece, group), keys in zip(leaves, options, strict=True):
        key = _chosen(keys, sure, has_unit, taken)
        if key in _VALUES and not has_unit:
            key = "value_unit"
        if key in taken and key not in ("aside", "prior", "midterm"):
            key = _second(columns, key, piece, group)
        number = taken.get(key, 0)
        taken[key] = number + 1
        columns.append(
            Column(
                key if not number else f"{key}#{number + 1}",
                piece.text,
                piece.column,
                piece.width,
                piece.number,
            )
        )
    return tuple(columns)


def _chosen(keys: Sequence[str], sure: set[str], has_unit: bool, taken: dict[str, int]) -> str:
    wanted = [key for key in keys if key not in taken and (key not in sure or len(keys) == 1)]
    if set(keys) >= set(_VALUES):
        return "value" if has_unit else "value_unit"
    return wanted[0] if wanted else keys[0]


def _second(columns: list[Column], key: str, piece: Piece, group: str) -> str:
    """Two value columns: the one of the year is the target, the other one stands aside."""
    if key in _VALUES:
        words = squash(piece.text + group)
        old = next(at for at, column in enumerate(columns) if column.key == key)
        if any(word in words for word in _NOW) and not any(word in columns[old].label for word in _NOW):
            columns[old] = replace(columns[old], key="midterm")
            return key
        return "midterm"
    return "aside"


def variants(columns: tuple[Column, ...]) -> list[tuple[Column, ...]]:
    """What a heading may stand for where its words are fewer than its cells: one value column may be three."""
    keys = [column.key for column in columns]
    found = [columns]
    at = next((index for index, key in enumerate(keys) if key in _VALUES), None)
    if at is None:
        return found
    value, before, after = columns[at], columns[:at], columns[at + 1 :]
    parts = {
        key: Column(key, value.label, value.at, value.width, value.number)
        for key in ("type", "value", "unit", "value_unit")
    }
    if "type" not in keys and "unit" not in keys:
        found += [
            (*before, parts["type"], parts["value"], parts["unit"], *after),
            (*before, parts["unit"], parts["type"], parts["value"], *after),
            (*before, parts["value"], parts["unit"], *after),
        ]
    elif "unit" not in keys:
        found.append((*before, parts["value"], parts["unit"], *after))
    elif "type" not in keys:
        found.append((*before, parts["type"], parts["value"], *after))
    return found
