"""Foresees where the pages of a form begin, so that it is laid out once and not twice.

Chinese text breaks nearly anywhere and all its characters are equally wide, so the height of a row can be told
without an engine. The pages are looked at all the same; a wrong forecast costs a second layout.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from goaldsl.emit.sections import Section, sections
from goaldsl.emit.widths import Widths, widths, words
from goaldsl.model.table import Cell, Role, Table

# Hundredths of a point, as in form.css.
_LINE, _PADDING = 1260, 642
_SIGNATURE = 3118 + _PADDING  # 11 mm
_RULE = 75
_TOP, _TITLE_LINE, _YEAR, _ABOVE, _BELOW = 4573, 2380, 2532, 1600, 1827
_BOTTOM = {False: 84189 - 4819, True: 59528 - 4819}  # of A4, upright and landscape
_TITLE_ROOM = {False: 30, True: 45}  # characters of 17 pt

# Thousandths of an em, of the characters from space to tilde in GD Song.
_ASCII = (
    256, 308, 376, 574, 550, 923, 779, 196, 364, 364, 478, 580, 327, 346, 327, 352,
    557, 471, 558, 557, 555, 558, 558, 549, 558, 562, 327, 327, 580, 580, 580, 432,
    912, 718, 670, 691, 770, 652, 629, 741, 853, 405, 402, 731, 625, 975, 796, 767,
    641, 767, 715, 567, 659, 797, 714, 1053, 700, 687, 605, 344, 352, 344, 580, 563,
    435, 557, 638, 538, 629, 546, 388, 566, 663, 332, 311, 607, 334, 974, 661, 596,
    638, 607, 462, 473, 367, 653, 548, 838, 564, 552, 498, 374, 316, 374, 580,
)  # fmt: skip
_QUOTES = "“”‘’"
_NEVER_FIRST = frozenset("，。、；：！？）》〉」』】〕…·‰％℃.,:;!?/)]}%" + _QUOTES)
_NEVER_LAST = frozenset("（《〈「『【〔([{￥$" + _QUOTES)
_JOINED = frozenset(chr(code) for code in range(0x21, 0x7F)) | frozenset("×÷≥≤±°·")


def page_starts(table: Table) -> frozenset[int]:
    """The rows with which the pages after the first probably begin."""
    parts = sections(table)
    heights = _heights(table, widths(table))
    needs = _needs(table, parts, heights)
    starts = set()
    at = _TOP + _TITLE_LINE * -(-len(table.title) // _TITLE_ROOM[table.landscape])
    at += (_YEAR if table.subtitle else 0) + (_ABOVE if table.above else 0)
    for part in parts:
        heading = sum(heights[part.start : part.body])
        at += heading - (_RULE if part.start else 0)
        for row in range(part.body, part.end):
            if at + needs[row] > _BOTTOM[table.landscape]:
                starts.add(row)
                at = _TOP + heading
            at += heights[row]
    return frozenset(starts)


def _needs(table: Table, parts: tuple[Section, ...], heights: list[int]) -> list[int]:
    """The heights with what must stand on the same page: the lines below the grid, the row to be signed."""
    needs = list(heights)
    if needs and table.below:
        needs[-1] += _BELOW
    for block, following in pairwise(parts):
        if block.headings and not following.headings:
            needs[block.end - 1] += needs[following.start]
    return needs


def _heights(table: Table, room: Widths) -> list[int]:
    heights = [_LINE + _PADDING] * len(table.rows)
    merged = []
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            height = _height(cell, room.characters(cell))
            if cell.rowspan == 1:
                heights[number] = max(heights[number], height)
            else:
                merged.append((number, min(number + cell.rowspan, len(heights)), height))
    for start, end, height in merged:
        heights[end - 1] += max(0, height - sum(heights[start:end]))
    return heights


def _height(cell: Cell, room: Decimal) -> int:
    thousandths = max(int(room * 1000), 1000)
    lines = 0
    for paragraph in cell.text.split("\n"):
        if cell.role in (Role.HEADER, Role.LABEL):
            lines += _label_lines(words(paragraph, int(room)), thousandths)
        else:
            lines += _text_lines(paragraph, thousandths)
    return max(lines * _LINE + _PADDING, _SIGNATURE if cell.role is Role.SIGNATURE else 0)


def _label_lines(parts: list[str], room: int) -> int:
    lines, used = 1, 0
    for part in parts:
        width = sum(map(_width, part))
        if used and used + width > room:
            lines, used = lines + 1, 0
        if width > room:
            rows = _text_lines(part, room)
            lines, width = lines + rows - 1, width % room
        used += width
    return lines


def _text_lines(text: str, room: int) -> int:
    """How many lines `text` fills: as many characters on each as may be, none broken before its 。 or after its （."""
    lines, used, since_break = 1, 0, 0
    before = ""
    for character in text:
        width = _width(character)
        if not before or _may_break(before, character):
            since_break = 0
        used += width
        since_break += width
        if used > room and character != " ":
            lines += 1
            used = since_break if since_break <= room else width
            since_break = used
        before = character
    return lines


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return not (before in _JOINED and after in _JOINED)


def _width(character: str) -> int:
    code = ord(character) - 0x20
    return _ASCII[code] if 0 <= code < len(_ASCII) else 1000
