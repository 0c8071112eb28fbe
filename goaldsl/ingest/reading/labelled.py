"""Fields behind their labels: `项目名称 | 甲`, `填表人：乙 联系电话：丙`, labels over their values, the table of funds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goaldsl.ingest.reading.lines import Line, Piece
from goaldsl.ingest.reading.result import Fate, FieldRead, FormRead
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash

_COLON = re.compile(r"[：:]")
_LABEL = re.compile(r"(?:其中[：:])?[*]?[一-鿿（）()、/A-Za-z]{1,18}?(?:[（(][^（）()]{1,6}[）)])?\s*[：:]")
_MONEY = re.compile(r"[（(]\s*((?:万|亿|千)?元)\s*[)）]|单位[：:]\s*((?:万|亿|千)?元)")
_AMOUNT = re.compile(r"-?\d[\d,，]*(?:\.\d+)?")
_LABEL_KEYS = frozenset(("goals", "achieved", "long_term_goals"))
_MONEY_KEYS = frozenset(
    (
        "budget",
        "fiscal_funds",
        "other_funds",
        "carried_over",
        "upper_funds",
        "central_funds",
        "provincial_funds",
        "local_funds",
    )
)
_NOTES = frozenset(("说明", "注", "填表说明", "填报说明", "备注"))
_SIGNED = frozenset(("prepared_by", "phone", "prepared_on", "unit_head", "finance_head", "contact"))
_WEAK_FIRST = frozenset(("goals",))  # 年度总体目标 | 预期目标 | 实际完成情况: the first is a margin


def read_fields(lines: Sequence[Line], form: FormRead, vocabulary: Vocabulary) -> None:
    """Take the fields out of the lines around the indicator table."""
    columns: list[tuple[Piece, str]] = []  # headings of values below: 预期目标, 全年预算数
    kind = ""
    notes = False  # 说明: nothing below it is a field, but who signed may stand there
    for line in lines:
        _money_unit(line, form)
        notes = notes or (line.grid < 0 and squash(line.words) in _NOTES)
        if notes and not any(
            vocabulary.field(re.split("[：:]", piece.text)[0]) in _SIGNED for piece in line.filled
        ):
            continue
        if columns and _values_below(line, columns, kind, form, vocabulary):
            continue
        found = _headings(line, vocabulary)
        if found[1]:
            kind, columns = found
            for piece in line.filled:
                if vocabulary.known(piece.text) or any(piece is each for each, _ in columns):
                    form.mark(piece.number, Fate.PLACED, "栏目")
            continue
        if line.grid < 0:
            columns = []
        for at, piece in enumerate(line.pieces):
            if piece.text and piece.number not in form.fates:
                _piece(line, at, piece, form, vocabulary)


def _money_unit(line: Line, form: FormRead) -> None:
    for piece in line.filled:
        match = _MONEY.search("".join(piece.text.split()))
        if match and not form.money_unit:
            form.money_unit = match[1] or match[2]


def _headings(line: Line, vocabulary: Vocabulary) -> tuple[str, list[tuple[Piece, str]]]:
    """A line of labels whose values stand below: two goals side by side, or the columns of the funds."""
    filled = line.filled
    funds = [(piece, key) for piece in filled if (key := vocabulary.fund(piece.text))]
    if len(funds) >= 3:
        return "funds", funds
    goals = [(piece, key) for piece in filled if (key := vocabulary.field(piece.text)) in _LABEL_KEYS and key]
    if len(goals) >= 2 and len(goals) == len(filled):
        if len(goals) >= 3 or (goals[0][1] == goals[1][1]):
            goals = goals[1:] if goals[0][1] in _WEAK_FIRST and len(goals) > 2 else goals
        return "fields", goals
    return "", []


def _values_below(
    line: Line, columns: list[tuple[Piece, str]], kind: str, form: FormRead, vocabulary: Vocabulary
) -> bool:
    """Whether the line holds values of the headings above it; takes them."""
    filled = line.filled
    if line.grid < 0 or not filled:
        return False
    if kind == "funds":
        label = next((piece for piece in filled if vocabulary.field(piece.text) in _MONEY_KEYS), None)
        numbers = [
            piece
            for piece in filled
            if _AMOUNT.search(piece.text) and piece is not label and not vocabulary.field(piece.text)
        ]
        if label is None or (vocabulary.field(filled[0].text) or "budget") not in _MONEY_KEYS:
            columns.clear()
            return False
        row = form.funds.setdefault(squash(label.text), {})
        values = [piece for piece in line.pieces if piece.column > label.column and piece is not label]
        if not numbers and not any(piece.text for piece in values):
            form.mark(label.number, Fate.PLACED, "资金")
            return True
        for piece, key in _under(values, columns, line.aligned):
            row.setdefault(key, piece.text)
            form.mark(piece.number, Fate.PLACED, "资金")
        form.mark(label.number, Fate.PLACED, "资金")
        return True
    if any(vocabulary.field(piece.text) for piece in filled):
        columns.clear()
        return False
    for piece, key in _under(list(filled), columns, line.aligned):
        _put(form, key, key, piece.text, piece)
    columns.clear()
    return True


def _under(
    values: Sequence[Piece], columns: Sequence[tuple[Piece, str]], aligned: bool
) -> list[tuple[Piece, str]]:
    if aligned:
        return [
            (piece, key)
            for piece in values
            for heading, key in columns
            if piece.text
            and (
                heading.column <= piece.column < heading.column + heading.width
                or piece.column <= heading.column < piece.column + piece.width
            )
        ]
    keys = [key for _, key in columns]
    return [(piece, key) for piece, key in zip(values, keys, strict=False) if piece.text]


def _piece(line: Line, at: int, piece: Piece, form: FormRead, vocabulary: Vocabulary) -> None:
    """A label and the cells behind it, or a text that holds its own labels."""
    key = vocabulary.field(piece.text) if len(squash(piece.text)) <= 24 else None
    if key and line.grid >= 0 and not _COLON.search(_bare(piece.text)):
        values = []
        for following in line.pieces[at + 1 :]:
            if following.text and vocabulary.field(following.text) and not _is_value(following.text):
                break
            if following.text:
                values.append(following)
        text = "\n".join(each.text for each in values)
        inner = _pairs(text, vocabulary) if text and _COLON.search(text) else []
        _put(form, key, piece.text, "" if inner and key in _MONEY_KEYS else text, piece)
        for each in values:
            form.mark(each.number, Fate.PLACED, piece.text)
        for label, words in inner if key in _MONEY_KEYS else ():
            _put(form, vocabulary.field(label) or "", label, words, piece)
        return
    if line.grid < 0 and not key and (spaced := _spaced(piece.text, vocabulary)):
        _put(form, vocabulary.field(spaced[0]) or "", *spaced, piece)
        return
    pairs = _pairs(piece.text, vocabulary)
    for label, words in pairs:
        if not words and line.grid >= 0 and len(pairs) == 1 and at + 1 < len(line.pieces):
            following = line.pieces[at + 1]
            if following.text and not vocabulary.field(following.text) and not _COLON.search(following.text):
                words = following.text
                form.mark(following.number, Fate.PLACED, label)
        _put(form, vocabulary.field(label) or "", label, words, piece)


def _bare(label: str) -> str:
    return re.sub(r"^其中[：:]", "", label.strip()).rstrip("：: ")


def _spaced(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """A label and its words in one paragraph, a blank between them."""
    label, _, words = text.partition(" ")
    return (
        (label, words)
        if len(label) >= 4 and not _COLON.search(label) and words and vocabulary.field(label)
        else None
    )


def _is_value(text: str) -> bool:
    return _AMOUNT.search(text) is not None


def _pairs(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Known labels and the words behind them, up to the next: with a colon, or at the head of a line of amounts."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(_amount_line(line, vocabulary) for line in lines):
        return [pair for line in lines if (pair := _amount_line(line, vocabulary))]
    marks = []
    for match in _LABEL.finditer(text):
        label = match[0].rstrip("：: ").strip()
        while label and not vocabulary.field(label):
            label = label[1:]  # words before it: 中江县水利局实施单位：
        if label and (match[0].startswith(label) or not match[0][: match[0].rfind(label)][-1:].isalpha()):
            marks.append(
                (
                    match.end() - len(match[0].rstrip()) + len(match[0].rstrip()),
                    match.start() + match[0].rfind(label),
                    label,
                )
            )
    found = []
    for index, (end, _, label) in enumerate(marks):
        stop = marks[index + 1][1] if index + 1 < len(marks) else len(text)
        found.append((label, text[end:stop].strip(" \n　;；,，")))
    return found


def _amount_line(line: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """`其中：财政拨款 854`, `年度资金总额：854`, `其他资金`."""
    bare = re.sub(r"^\s*其中[：:]", "", line).strip()
    match = re.fullmatch(r"([^\d：:]+?)\s*[：:]?\s*(-?\d[\d,，.]*\s*(?:[万亿千]?元|万)?)?", bare)
    if match and vocabulary.field(match[1]) in _MONEY_KEYS:
        return match[1], match[2] or ""
    return None


def _put(form: FormRead, key: str, label: str, text: str, piece: Piece) -> None:
    if (
        not key
        or key in ("money_unit", "funds_margin")
        or re.fullmatch(r"[（(]?(?:[万亿千]?元)[）)]?", text.strip())
    ):
        form.mark(piece.number, Fate.PLACED, label)  # 金额单位：万元 says how the amounts are meant
        return
    form.mark(piece.number, Fate.PLACED, label)
    text = re.sub(r"^[（(](?:盖章|公章|签字|签章|签名)[)）]", "", text.strip())
    old = form.fields.get(key)
    if key in _MONEY_KEYS and text and not _AMOUNT.search(text):
        return  # 年初预算数 / 全年预算数: words of the form, no amount
    if old is None or (not old.text and text):
        form.fields[key] = FieldRead(label, text.strip(), piece.origin)


def amount_of(form: FormRead) -> tuple[str, str] | None:
    """The year's budget: its digits and unit, from the field or from the table of funds."""
    for words in (*_fund_words(form), *_field_words(form)):
        match = _AMOUNT.search(words)
        if match:
            unit = re.match(r"\s*((?:万|亿|千)?元|万)", words[match.end() :])
            found = unit[1] if unit else form.money_unit
            return match[0].replace(",", "").replace("，", ""), "万元" if found == "万" else found
    return None


def _fund_words(form: FormRead) -> list[str]:
    for label, row in form.funds.items():
        if "总额" in label or "合计" in label or "资金" in label:
            return [row[key] for key in ("adjusted", "initial") if key in row]
    return []


def _field_words(form: FormRead) -> list[str]:
    return [form.fields[key].text for key in ("budget",) if key in form.fields]


def fund_amounts(form: FormRead) -> dict[str, str]:
    """The numbers of the row of all funds, by column; a percentage without its sign."""
    for label, row in form.funds.items():
        if "总额" in label or "合计" in label or "资金" in label or len(form.funds) == 1:
            return {
                key: match[0].replace(",", "").replace("，", "")
                for key, words in row.items()
                if (match := _AMOUNT.search(words))
            }
    return {}
