"""The forms of a document: where each begins, its fields around the table, its rows in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from goaldsl.ingest.document import Document
from goaldsl.ingest.reading.alignment import Column, Placed, Token, align
from goaldsl.ingest.reading.fitting import Fitting
from goaldsl.ingest.reading.headings import Heading, find_headings, is_heading, variants
from goaldsl.ingest.reading.labelled import read_fields
from goaldsl.ingest.reading.lines import Line, lines_of
from goaldsl.ingest.reading.result import Doubt, Fate, FieldRead, FormRead, Leftover
from goaldsl.ingest.reading.rows import indicators
from goaldsl.ingest.reading.targets import is_number
from goaldsl.ingest.reading.tasks import without_tasks
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash

_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*[）)]?\s*年")
_UNIT = re.compile(r"[\u4e00-\u9fff（）()、·]{4,36}")
_SIGN_OFF = frozenset(
    ("prepared_by", "phone", "prepared_on", "unit_head", "finance_head", "contact", "business_review", "performance_review", "finance_review")
)  # fmt: skip
_IDENTITY = frozenset(("project", "department", "filler_unit", "supervisor", "implementer"))


class Block:
    """An indicator table: its heading, and the lines [first, end) of its rows."""

    def __init__(self, heading: Heading, end: int) -> None:
        self.heading = heading
        self.end = end


def read_forms(document: Document, vocabulary: Vocabulary) -> list[FormRead]:
    """Every form of a document, in order."""
    forms: list[FormRead] = []
    fitting = Fitting(vocabulary)
    start = 0
    for page in document.pages:
        lines = lines_of(page, start)
        end = max((piece.number for line in lines for piece in line.pieces), default=start - 1) + 1
        forms += _read_page(lines, page.name, vocabulary, fitting)
        start = max(start, end)
    return forms


def _read_page(lines: list[Line], name: str, vocabulary: Vocabulary, fitting: Fitting) -> list[FormRead]:
    blocks = [
        Block(heading, _end_of(lines, heading.end, vocabulary))
        for heading in find_headings(lines, vocabulary)
    ]
    if not blocks:
        return []
    forms = []
    starts = _starts(lines, blocks, vocabulary)
    for index, (first, own) in enumerate(starts):
        last = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        form = _read_form(lines, first, last, own, vocabulary, fitting)
        form.page = name
        if form.rows or form.unread_rows:
            forms.append(form)
    return forms


def _end_of(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> int:
    """Where the rows of a table end: at what stands below every table, or at the next form."""
    last = at
    while at < len(lines):
        line = lines[at]
        if line.grid < 0:
            if _is_title(line, vocabulary):
                break
        elif is_heading(line, vocabulary) or _is_tail(line, vocabulary):
            break
        else:
            last = at + 1
        at += 1
    return last


def _is_tail(line: Line, vocabulary: Vocabulary) -> bool:
    filled = line.filled
    if not filled:
        return False
    first = filled[0].text
    label = re.split("[：:]", first, maxsplit=1)[0]
    if any(vocabulary.first_level(piece.text) or vocabulary.second_level(piece.text) for piece in filled[:3]):
        return False
    if vocabulary.field(label) in _SIGN_OFF:
        return True
    short = squash(label)
    return vocabulary.is_word("end", label) or (
        len(filled) == 1 and any(short.startswith(word) for word in vocabulary.words["end"])
    ) or (vocabulary.field(label) in _IDENTITY and len(filled) > 1 and not vocabulary.column(label)) or _is_title(line, vocabulary)  # fmt: skip


def _is_title(line: Line, vocabulary: Vocabulary) -> bool:
    """A line that names a form: …绩效目标申报表, …自评表."""
    filled = line.filled
    if len(filled) != 1 or len(filled[0].text) > 60 or vocabulary.field(filled[0].text):
        return False
    words = re.sub(r"[(（][^()（）]*[)）]|\s", "", filled[0].text).rstrip("：:")
    words = re.sub(r"^#+|\d{4}年度?$", "", words)
    return (
        any(words.endswith(title) for title in vocabulary.words["title"])
        and words != "绩效目标"
        and len(words) > 4
    )


def _starts(
    lines: Sequence[Line], blocks: list[Block], vocabulary: Vocabulary
) -> list[tuple[int, list[Block]]]:
    """Where each form begins and which tables it has: a table without a title or name before it continues."""
    found: list[tuple[int, list[Block]]] = [(0, [blocks[0]])]
    for before, block in zip(blocks, blocks[1:], strict=False):
        start = _start_between(lines, before.end, block.heading.first, vocabulary)
        if start is None:
            found[-1][1].append(block)
        else:
            found.append((start, [block]))
    return found


def _start_between(lines: Sequence[Line], first: int, last: int, vocabulary: Vocabulary) -> int | None:
    for at in range(first, last):
        if _is_title(lines[at], vocabulary):
            return at
    for at in range(first, last):
        if any(
            vocabulary.field(re.split("[：:]", piece.text, maxsplit=1)[0]) in _IDENTITY
            for piece in lines[at].filled
        ):
            return at
    return None


def _read_form(
    lines: list[Line], first: int, last: int, blocks: list[Block], vocabulary: Vocabulary, fitting: Fitting
) -> FormRead:
    form = FormRead()
    numbers = [piece.number for line in lines[first:last] for piece in line.pieces if piece.number >= 0]
    form.pieces = range(min(numbers, default=0), max(numbers, default=-1) + 1)
    outside = without_tasks(_outside(lines, first, last, blocks), form)
    _title_and_year(outside, form, vocabulary)
    for block in blocks:
        _read_block(lines, block, form, vocabulary, fitting)
    read_fields(outside, form, vocabulary)
    _unit_line(lines[first : blocks[0].heading.first], form)
    form.self_evaluation = _is_self_evaluation(form, vocabulary)
    for line in lines[first:last]:
        for piece in line.filled:
            if piece.number not in form.fates and vocabulary.is_word("margin", piece.text):
                form.mark(piece.number, Fate.PLACED, "表头")
            elif piece.number not in form.fates:
                form.mark(piece.number, Fate.NOTED, "注释")
                form.leftovers.append(Leftover(piece.text, piece.origin, piece.number))
    return form


def _outside(lines: list[Line], first: int, last: int, blocks: list[Block]) -> list[Line]:
    inside = {at for block in blocks for at in range(block.heading.first, block.end)}
    return [line for at, line in enumerate(lines[first:last], first) if at not in inside or line.grid < 0]


def _title_and_year(lines: Sequence[Line], form: FormRead, vocabulary: Vocabulary) -> None:
    titles = [line for line in lines if _is_title(line, vocabulary)] or [
        Line((piece,)) for line in lines for piece in line.filled if _is_title(Line((piece,)), vocabulary)
    ]
    if titles:
        piece = titles[0].filled[0]
        form.title = " ".join(piece.text.lstrip("# ").split())
        form.mark(piece.number, Fate.PLACED, "表名")
    for line in lines:
        words = line.words
        match = _YEAR.search(words) if len(words) < 120 or _is_title(line, vocabulary) else None
        if match and form.year is None and (len(line.filled) == 1 or _is_title(line, vocabulary)):
            form.year = int(match[1])
            if len(squash(words)) <= 12 or re.fullmatch(r"[（(]?\s*\d{4}\s*[)）]?\s*年度?\s*[)）]?", words):
                form.mark(line.filled[0].number, Fate.PLACED, "年度")
    if form.year is None and (match := _YEAR.search(form.title)):
        form.year = int(match[1])


def _unit_line(lines: Sequence[Line], form: FormRead) -> None:
    """A name alone on the line under the title: the unit, where the form names it nowhere else."""
    if form.unit or form.project:
        return
    for line in lines:
        piece = line.filled[0] if len(line.filled) == 1 else None
        if piece and piece.number not in form.fates and _UNIT.fullmatch(piece.text):
            form.fields["filler_unit"] = FieldRead("填报单位", piece.text, piece.origin)
            form.mark(piece.number, Fate.INFERRED, f"填报单位 {piece.text}")
            form.doubts.append(Doubt(piece.text, piece.origin, "表名下面单独一行，读作填报单位"))
            return


def _is_self_evaluation(form: FormRead, vocabulary: Vocabulary) -> bool:
    keys = {key for key, _ in form.columns}
    if any(word in form.title for word in vocabulary.words["self_evaluation"]):
        return True
    return bool(keys & {"actual", "points"})


def _read_block(
    lines: list[Line], block: Block, form: FormRead, vocabulary: Vocabulary, fitting: Fitting
) -> None:
    """The rows of a table under the columns that suit them best."""
    tokens = tokens_of([line for line in lines[block.heading.end : block.end] if line.grid >= 0])
    best, columns = _best(tokens, block.heading.columns, fitting)
    for line in lines[block.heading.first : block.heading.end]:
        for piece in line.filled:
            form.mark(piece.number, Fate.PLACED, "表头")
    form.columns += [(column.key, column.label) for column in columns]
    for token in tokens:
        if token.text and vocabulary.is_word("margin", token.text):
            form.mark(token.piece.number, Fate.PLACED, "表头")
    indicators(best, columns, form, vocabulary)
    _sums_that_tell(form)


def _sums_that_tell(form: FormRead) -> None:
    """A split of digits whose class adds up to the points printed beside it: say so."""
    for level1, printed in form.class_points.items():
        rows = [row for row in form.rows if squash(row.level1) == level1]
        if all(is_number(row.score) for row in rows) and sum(Decimal(row.score) for row in rows) == Decimal(
            printed
        ):
            for row in rows:
                for doubt in row.doubts:
                    doubt.reading += f"（{level1}合计 {printed} 分相符）"


def tokens_of(lines: Sequence[Line]) -> list[Token]:
    """The cells of the lines as a chain of tokens."""
    tokens: list[Token] = []
    for line in lines:
        for at, piece in enumerate(line.pieces):
            here = len(tokens)
            tokens.append(Token(piece.text, piece, here, here + 1, at == 0, line.holds, line.aligned))
    return tokens


def _best(
    tokens: Sequence[Token], columns: tuple[Column, ...], fitting: Fitting
) -> tuple[list[list[Placed]], tuple[Column, ...]]:
    tried = [(align(tokens, each, fitting), each) for each in variants(columns)]
    return max(tried, key=lambda each: _worth(each[0], len(each[1])))


def _worth(rows: list[list[Placed]], width: int) -> int:
    return sum(placed.points for row in rows for placed in row) - 5 * width
