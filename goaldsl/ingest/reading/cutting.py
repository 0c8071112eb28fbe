"""Cutting words that run together: at known words, and at every place where a number may begin or end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from goaldsl.ingest.reading.vocabulary import Vocabulary, squash

GLUED = "〔连写〕"  # stands in the origin of what was cut out of a run of words
_JOINED = 3
_LONG = 24
_STRONG = frozenset(
    (
        "project",
        "supervisor",
        "implementer",
        "department",
        "goals",
        "achieved",
        "budget",
        "project_head",
        "funds_margin",
    )
)
_BEHIND = re.compile(r"(?:[(（][^()（）]{1,14}[)）])?")
_TITLE = re.compile(
    r"[^\s\d，。；:：、）)]{2,24}?(?:自评表|目标表|申报表|批复表)(?:[(（]\s*20\d\d\s*年?度?\s*[)）])?"
)
_FIELD_LENGTH = 4  # shorter labels occur within sentences
_TOTAL = re.compile(r"(?:总分|合计|总计)(?=\s*\d)")
_NOTE = re.compile(r"注[:：]\s*1|注[:：]")


class Fragment(Struct, frozen=True):
    """Words between two cuts. `starts`: a line of the file begins here."""

    text: str
    origin: str
    starts: bool
    glued: bool = False


def joined(fragments: Sequence[Fragment], vocabulary: Vocabulary) -> list[Fragment]:
    """Labels that the width of a cell broke over lines, put together: 年度 / 指标值."""
    found: list[Fragment] = []
    at = 0
    while at < len(fragments):
        best = 1
        for length in range(2, _JOINED + 1):
            parts = fragments[at : at + length]
            if len(parts) == length and all(each.text for each in parts):
                words = "".join(each.text for each in parts)
                if len(words) <= _LONG and vocabulary.known(words) and not _two_labels(parts, vocabulary):
                    best = length
        text = "".join(each.text for each in fragments[at : at + best])
        found.append(Fragment(text, fragments[at].origin, fragments[at].starts))
        at += best
    return found


def _two_labels(parts: Sequence[Fragment], vocabulary: Vocabulary) -> bool:
    """A label and its empty bracket are one; two labels that stand for themselves are not."""
    if re.fullmatch(r"[(（].*[)）]", parts[0].text):
        return True
    return all(
        vocabulary.known(each.text) and squash(each.text) != squash(parts[0].text + each.text)
        for each in parts
    )


def heading_cut(fragments: Sequence[Fragment], vocabulary: Vocabulary) -> list[Fragment]:
    """Cut long fragments at runs of headings, at classes, at 总分 and 注; and where blanks part known words."""
    found: list[Fragment] = []
    for each in fragments:
        if vocabulary.known(each.text) or len(squash(each.text)) < 6:
            found.append(each)
        elif _parted(each.text, vocabulary):
            found += [Fragment(word, each.origin, at == 0) for at, word in enumerate(each.text.split())]
        else:
            found += _cut_run(each, vocabulary)
    return found


def _parted(text: str, vocabulary: Vocabulary) -> bool:
    words = text.split()
    return len(words) >= 4 and sum(vocabulary.known(word) for word in words) >= 2


def _cut_run(fragment: Fragment, vocabulary: Vocabulary) -> Iterator[Fragment]:
    marks = list(_known_words(fragment.text, vocabulary))
    if not marks:
        yield fragment
        return
    at = 0
    for start, end in [*marks, (len(fragment.text), len(fragment.text))]:
        if between := fragment.text[at:start].strip(" ,，"):
            yield Fragment(between, fragment.origin, at == 0 and fragment.starts, True)
        if start < end:
            yield Fragment(fragment.text[start:end], fragment.origin, start == 0 and fragment.starts, True)
        at = end


def _known_words(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Stretches that are headings in a run of at least three, or classes behind one; total and note behind those."""
    runs = list(_heading_runs(text, vocabulary))
    if not runs:
        if len(text) <= _LONG * 3 and not vocabulary.words:
            return
        yield from _classes(text, 0, vocabulary) if _leads_with_class(text, vocabulary) else ()
        return
    for index, run in enumerate(runs):
        yield from run
        stop = runs[index + 1][0][0] if index + 1 < len(runs) else len(text)
        yield from _classes(text[:stop], run[-1][1], vocabulary)


def _leads_with_class(text: str, vocabulary: Vocabulary) -> bool:
    first = next(_classes(text, 0, vocabulary), None)
    return first is not None and first[0] == 0


def _heading_runs(text: str, vocabulary: Vocabulary) -> Iterator[list[tuple[int, int]]]:
    at = 0
    while at < len(text):
        run: list[tuple[int, int]] = []
        place = at
        while (end := _longest(text, place, vocabulary.columns)) is not None:
            run.append((place, end))
            place = end
            while place < len(text) and text[place] in " \n|｜":
                place += 1
        names = [text[a:b] for a, b in run]
        if len(run) >= 3 and any("name" in vocabulary.column(each) for each in names):
            yield run
        at = max(place, at + 1)


def _longest(text: str, at: int, words: dict[str, tuple[str, ...]] | dict[str, str]) -> int | None:
    """The end of the longest known word that begins here, with a bracket behind it."""
    if at >= len(text) or text[at] in " (（":
        return None
    for length in range(min(20, len(text) - at), 0, -1):
        word = text[at : at + length]
        if squash(word) not in words or word[-1] in " ：:":
            continue
        opening = re.search(r"[(（]", word)
        parts = (word[: opening.start()], re.split("[)）]", word)[-1]) if opening else ()
        if parts and all(squash(part) in words for part in parts):
            continue  # 执行率(B/A)得分 is two words
        bracket = _BEHIND.match(text, at + length)
        return bracket.end() if bracket else at + length
    return None


def _classes(text: str, at: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Classes from a place on; the words 总分 and 注 end the table."""
    while at < len(text):
        total = _TOTAL.match(text, at)
        note = _NOTE.match(text, at)
        if note:
            yield (at, note.end() - 1)
            return
        if total:
            yield (at, total.end())
            at = total.end()
            continue
        end = _class_at(text, at, vocabulary)
        if end is not None:
            yield (at, end)
            at = end
        else:
            at += 1


def _class_at(text: str, at: int, vocabulary: Vocabulary) -> int | None:
    for length in range(min(16, len(text) - at), 3, -1):
        word = text[at : at + length]
        if word.endswith("指标") and (squash(word) in vocabulary.level1 or squash(word) in vocabulary.level2):
            bracket = _BEHIND.match(text, at + length)
            return bracket.end() if bracket else at + length
    return None


def fields_cut(fragments: Sequence[Fragment], vocabulary: Vocabulary, glued: bool) -> Iterator[Fragment]:
    """Cut what stands around a table at its title and at the labels of fields."""
    for each in fragments:
        if not each.text or vocabulary.known(each.text) or vocabulary.fund(each.text):
            yield each
            continue
        marks = _labels(each.text, vocabulary)
        if not (each.glued or glued):  # a label within a line of its own has a colon behind it
            marks = [mark for mark in marks if re.match(r"\s*[:：]", each.text[mark[1] :])]
        if len(marks) < 2 and not (marks and marks[0][0] == 0 and len(each.text) > marks[0][1]):
            yield each
            continue
        yield from _at_marks(each, marks, vocabulary)


def _at_marks(each: Fragment, marks: list[tuple[int, int]], vocabulary: Vocabulary) -> Iterator[Fragment]:
    at = 0
    for start, end in [*marks, (len(each.text), len(each.text))]:
        between = each.text[at:start].strip(" :：,，")
        if between:
            title = list(_TITLE.finditer(between))
            if title:
                last = title[-1]
                yield Fragment(between[: last.start()], each.origin, False, True)
                yield Fragment(last[0].lstrip("年月日"), each.origin, False, True)
                between = between[last.end() :]
            if between:
                yield Fragment(between, each.origin, False, True)
        if start < end:
            yield Fragment(each.text[start:end], each.origin, False, True)
        at = end


def _labels(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Labels of fields, and of funds that follow one another. Within a sentence only labels that no sentence has."""
    marks: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        follows = bool(marks) and marks[-1][1] == at
        end = _longest(text, at, vocabulary.fields)
        fund = _longest(text, at, vocabulary.funds) if follows or _after_money(text, at) else None
        word = squash(text[at:end]) if end is not None else ""
        free = follows or at == 0 or re.search(r"[\d%)）。：:\s]$", text[:at]) is not None
        if fund is not None and (end is None or fund >= end):
            marks.append((at, fund))
            at = fund
        elif end is not None and (_is_strong(word, vocabulary) or (free and len(word) >= _FIELD_LENGTH)):
            marks.append((at, end))
            at = end
        else:
            at += 1
    return marks


def _is_strong(word: str, vocabulary: Vocabulary) -> bool:
    keys = vocabulary.fields.get(word, ())
    return bool(set(keys) & _STRONG) and len(word) >= (5 if "goals" in keys else _FIELD_LENGTH)


def _after_money(text: str, at: int) -> bool:
    """Whether a bracket of money stands just before: 资金情况（万元）全年预算数."""
    return re.search(r"元[)）]$", text[max(0, at - 3) : at]) is not None
