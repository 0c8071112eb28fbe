"""The ways through the words of a table: whole cells, or every stretch of a run that may be a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goaldsl.ingest.reading.alignment import Token
from goaldsl.ingest.reading.cutting import GLUED, Fragment
from goaldsl.ingest.reading.lines import Piece
from goaldsl.ingest.reading.vocabulary import Vocabulary

_CUT = 14
_CUT_DIGITS = 25
_MANY = 60  # places at which one run of words may be cut
_ATOMS = re.compile(r"[≥≤><=＞＜＝≧≦═]+|\d|[^\d≥≤><=＞＜＝≧≦═]+")


def edges(body: Sequence[Fragment], vocabulary: Vocabulary) -> list[Token]:
    """The ways through the fragments of a table: a whole cell, or the places at which a run may be cut."""
    tokens: list[Token] = []
    node = 0
    words = [each for each in body if each.text and not vocabulary.known(each.text)]
    rows_glued = 2 * sum(_may_be_glued(each.text, vocabulary) for each in words) > len(words)
    for number, each in enumerate(body):
        atoms = (
            _atoms(each.text)
            if each.glued or rows_glued and _may_be_glued(each.text, vocabulary)
            else [each.text]
        )
        if len(atoms) < 2 or len(atoms) > _MANY:
            tokens.append(_token(each.text, each, node, node + 1, number, each.starts))
            node += 1
            continue
        tokens += _ways(each, atoms, node, number, vocabulary)
        node += len(atoms)
    return tokens


def _ways(
    each: Fragment, atoms: Sequence[str], node: int, number: int, vocabulary: Vocabulary
) -> Iterator[Token]:
    """Every stretch of a run that may be one cell."""
    for first in range(len(atoms)):
        before = atoms[first - 1] if first else ""
        for last in range(first + 1, len(atoms) + 1):
            text = "".join(atoms[first:last])
            if _atomic(text, atoms, first, last, vocabulary) and not _cut_nought(text, atoms, first):
                starts = each.starts and first == 0
                yield _token(text, each, node + first, node + last, number, starts, _cost(text, before))


def _token(
    text: str, each: Fragment, start: int, end: int, number: int, starts: bool, cost: int | None = None
) -> Token:
    origin = f"{each.origin}{GLUED}" if cost is not None and cost > _CUT else each.origin
    piece = Piece(text.strip(), number, -1, origin=origin)
    return Token(text.strip(), piece, start, end, starts, cost=cost or 0)


def _cost(text: str, before: str) -> int:
    """Each cut costs; one within a run of digits more."""
    within = before[-1:].isdigit() and text[:1].isdigit()
    return _CUT + (_CUT_DIGITS if within else 0)


def _may_be_glued(text: str, vocabulary: Vocabulary) -> bool:
    """A name with numbers behind it in one cell: 预算执行率10%=100."""
    return bool(re.search(r"[一-鿿）)]\s*\d", text)) and not vocabulary.known(text) and len(text) <= 80


def _atoms(text: str) -> list[str]:
    """The pieces between possible cuts: single digits, signs, decimal parts, stretches of words, units."""
    found: list[str] = []
    for match in _ATOMS.finditer(text):
        words = match[0]
        if words[0] in ".．" and found and found[-1].isdigit():
            found[-1] += words[0]
            words = words[1:]
        elif words[:1] == "%" and len(words) > 1:
            found.append("%")
            words = words[1:]
        if words:
            found += _unit_and_rest(words) if found and found[-1][-1:].isdigit() else [words]
    return _decimals(found)


def _unit_and_rest(words: str) -> list[str]:
    """A unit behind a number may be followed by the next name: 米水标尺宽度 is cut behind each of its first words."""
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # 显著提升显著提升: the target and what was reached
        return [words[:half], words[half:]]
    cuts = [words[:1], words[1:2], words[2:3], words[3:]] if len(words) > 4 else [words]
    return [each for each in cuts if each]


def _decimals(atoms: list[str]) -> list[str]:
    """A point and the digits behind it stay with the digit before them."""
    found: list[str] = []
    for atom in atoms:
        if (
            found
            and found[-1].endswith((".", "．"))
            and atom.isdigit()
            or (
                found
                and atom.isdigit()
                and re.search(r"\.\d$", found[-1])
                and found[-1].count(".") == 1
                and len(found[-1].split(".")[1]) < 2
            )
        ):
            found[-1] += atom
        else:
            found.append(atom)
    return found


def _cut_nought(text: str, atoms: Sequence[str], first: int) -> bool:
    """A number that would begin with a nought cut off the digit before it."""
    return text[:1] == "0" and first > 0 and atoms[first - 1][-1:].isdigit()


def _atomic(text: str, atoms: Sequence[str], first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether a stretch may be one cell: a number does not begin with a nought, words are not cut within."""
    if re.match(r"0\d", text) or re.search(r"[≥≤><=＞＜＝≧≦═]\s*$", text) and len(text) > 1:
        return False
    if re.search(r"\d[^\d]*[≥≤><=＞＜＝≧≦═]", text):
        return False
    inner = re.match(r"[^\d]*\d+(?:\.\d+)?(.*)$", text, re.DOTALL)
    if inner and re.search(r"\d", inner[1]) and last - first > 1 and not re.search(r"[年月日\-~—至]", text):
        return False
    before = atoms[first - 1] if first else ""
    cut_inside = (
        before and not before[-1:].isdigit() and text[:1] not in "≥≤><=＞＜＝≧≦═" and not text[:1].isdigit()
    )
    if not cut_inside or before == "%" or _is_repeated(text, before):
        return True
    behind = ""  # the words since the last digit: a cut behind them is one behind a unit
    for atom in reversed(atoms[:first]):
        if atom[-1:].isdigit():
            break
        behind = atom + behind
    return vocabulary.catalog.unit(behind).known


def _is_repeated(text: str, before: str) -> bool:
    return text == before and len(text) > 1
