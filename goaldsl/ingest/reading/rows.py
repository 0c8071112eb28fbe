"""From aligned rows to indicators: classes carried down, the three parts of a target, doubts where a row was mended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goaldsl.ingest.reading.alignment import Column, Placed
from goaldsl.ingest.reading.cutting import GLUED
from goaldsl.ingest.reading.result import Doubt, Fate, FormRead, IndicatorRead
from goaldsl.ingest.reading.targets import Promise, from_name, number_of, sign_of, together, without_prefix
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash

_TEXTS = ("score", "actual", "points", "reason", "explanation", "criterion", "remark", "source")
_TEMPLATE_NAMES = re.compile(r"(?:指标\d*[:：]?|[.…·]+|指标[一二三四五])")
_POINTS = re.compile(r"[(（]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]")
_SAID = {
    "score": "分值",
    "value": "指标值",
    "value_unit": "目标",
    "unit": "单位",
    "actual": "实际",
    "points": "得分",
}
_WEAK = 0  # a cell whose words speak neither for nor against its column


def indicators(
    rows: Sequence[Sequence[Placed]], columns: Sequence[Column], form: FormRead, vocabulary: Vocabulary
) -> None:
    """Append the indicators of a table to the form."""
    level1 = level2 = ""
    for placed in rows:
        cells = {columns[each.column].key: each for each in placed}
        words = {key: each.token.text for key, each in cells.items()}
        if _is_total(words, form, vocabulary, placed):
            continue
        stated = bool(words.get("level1"))
        if stated:
            if squash(words["level1"]) != squash(level1):
                level2 = ""
            level1 = words["level1"]
            _class_points(level1, form)
            _mark(form, cells, "level1", "一级指标")
        if words.get("level2"):
            level2 = words["level2"]
            _class_points(level2, form)
            _mark(form, cells, "level2", "二级指标")
            level1 = _parent(level1, level2, stated, vocabulary)
        name = _joined(words.get("name", ""))
        if _is_repeated_heading(words, vocabulary):
            continue
        if not name or vocabulary.is_filler(name) or _is_template(name, words, vocabulary):
            _without_name(cells, level1, level2, words, form, vocabulary)
            continue
        form.rows.append(_indicator(cells, words, (level1, level2), form, vocabulary, columns))


def _indicator(
    cells: dict[str, Placed],
    words: dict[str, str],
    level: tuple[str, str],
    form: FormRead,
    vocabulary: Vocabulary,
    columns: Sequence[Column],
) -> IndicatorRead:
    catalog = vocabulary.catalog
    bare = without_prefix(_joined(words["name"]))
    row = IndicatorRead(
        level1=_class(level[0], vocabulary),
        level2=_class(level[1], vocabulary),
        origin=cells["name"].token.piece.origin,
    )
    printed = words.get("value_unit", "") or words.get("value", "") or words.get("grade1", "")
    printed = "" if vocabulary.is_filler(printed) and not printed.strip("0123456789") else printed
    promise = together(words.get("type", ""), _joined(printed), words.get("unit", ""), catalog)
    row.name, promise = from_name(bare, promise, catalog)
    row.operator, row.value, row.unit = promise.operator, promise.value, promise.unit
    row.printed_target = printed if "value_unit" in words else ""
    for key in _TEXTS:
        text = words.get(key, "")
        if text and not (key in ("score", "points") and vocabulary.is_filler(text)):
            setattr(row, key, number_of(text) or text if key in ("score", "points") else text)
    for key, each in cells.items():
        if (
            key.split("#")[0] in ("aside", "prior", "midterm", "grade1", "grade2", "grade3", "grade4")
            and each.token.text
        ):
            row.extra[columns[each.column].label] = each.token.text
            row.extra_cells[columns[each.column].label] = each.token.piece.number
    row.doubts += _cuts(row, cells)
    _fates(row, cells, promise, bare, form)
    return row


def _cuts(row: IndicatorRead, cells: dict[str, Placed]) -> list[Doubt]:
    """What a run of digits was cut into: 1020万元20万元10 is 分值 10, 目标 20万元, 实际 20万元, 得分 10."""
    if not any(_is_cut(each) for each in cells.values()):
        return []
    said = [(_SAID[key], each.token.text) for key, each in cells.items() if key in _SAID and each.token.text]
    run = "".join(text for _, text in said)
    return [Doubt(run, row.origin, "、".join(f"{label} {text}" for label, text in said))]


def _is_cut(placed: Placed) -> bool:
    """A cell that was cut out of a run in which digits meet."""
    return GLUED in placed.token.piece.origin


def _fates(row: IndicatorRead, cells: dict[str, Placed], promise: Promise, bare: str, form: FormRead) -> None:
    """What became of each cell; a cell that its words do not speak for is doubted."""
    for key, each in cells.items():
        number, text = each.token.piece.number, each.token.text
        if not text:
            continue
        if key.split("#")[0] in ("aside", "prior", "midterm"):
            continue  # noted, if nobody takes it
        fate, became = Fate.PLACED, text
        if key == "name" and (row.name != _joined(text) or bare != _joined(text)):
            fate, became = Fate.INFERRED, row.name
        elif key in ("value", "value_unit") and promise.inferred:
            fate, became = Fate.INFERRED, f"{row.operator} {row.value} {row.unit}".strip()
        elif _is_cut(each):
            fate, became = Fate.DOUBTED, text
        elif each.points < _WEAK and each.token.held:
            fate, became = Fate.INFERRED, text
        form.mark(number, fate, became)
    if promise.inferred:
        row.doubts.append(Doubt(row.printed_target or row.name, row.origin, promise.inferred))


def _parent(level1: str, level2: str, stated: bool, vocabulary: Vocabulary) -> str:
    """The first level of a row that does not state it: the one above, unless no tree puts the class there."""
    categories = vocabulary.second_level(level2)
    first = vocabulary.first_level(level1)
    if stated or not categories or any(category.level1 == first for category in categories):
        return level1
    if level1 and first is None:
        return level1
    return categories[-1].level1


def _without_name(
    cells: dict[str, Placed],
    level1: str,
    level2: str,
    words: dict[str, str],
    form: FormRead,
    vocabulary: Vocabulary,
) -> None:
    """A class alone is an empty row of the paper form; values without a name are told."""
    values = [
        key
        for key, text in words.items()
        if text and key not in ("level1", "level2", "name") and not vocabulary.is_filler(text)
    ]
    if words.get("level2") and not values and vocabulary.second_level(level2):
        form.empty_classes.append((_class(level1, vocabulary), _class(level2, vocabulary), len(form.rows)))
    elif (
        values
        and any(key in ("value", "value_unit", "actual", "score") for key in values)
        and not words.get("level1")
    ):
        form.unread_rows += 1


def _is_total(
    words: dict[str, str], form: FormRead, vocabulary: Vocabulary, placed: Sequence[Placed]
) -> bool:
    """合计, 总分: its numbers are the form's totals, not an indicator."""
    label = next(
        (
            each.token.text
            for each in placed
            if each.token.text and vocabulary.is_word("total", each.token.text)
        ),
        None,
    )
    if label is None:
        return False
    numbers = [number for each in placed for number in _halves(number_of(each.token.text) or "")]
    if words.get("score") or numbers:
        form.totals.setdefault("score", numbers[0] if numbers else "")
    if words.get("points") or len(numbers) > 1:
        form.totals.setdefault("points", numbers[-1] if numbers else "")
    for each in placed:
        form.mark(each.token.piece.number, Fate.PLACED, "合计")
    return True


def _halves(number: str) -> list[str]:
    """100100 is 100 and 100: no total has six digits."""
    half = len(number) // 2
    if len(number) > 4 and number[:half] == number[half:]:
        return [number[:half], number[half:]]
    return [number] if number else []


def _is_repeated_heading(words: dict[str, str], vocabulary: Vocabulary) -> bool:
    """A heading printed again on the next page, or what a converter made of one."""
    name = words.get("name", "")
    if vocabulary.column(name) and sum(bool(vocabulary.column(text)) for text in words.values()) >= 2:
        return True
    if any(number_of(text) or sign_of(text) for text in words.values()):
        return False
    return bool(
        vocabulary.second_level(name) and words.get("level2") and vocabulary.second_level(words["level2"])
    )


def _is_template(name: str, words: dict[str, str], vocabulary: Vocabulary) -> bool:
    """指标2, …… with nothing behind it: the paper form's own filler."""
    if not _TEMPLATE_NAMES.fullmatch("".join(name.split())):
        return False
    return not any(
        text and not vocabulary.is_filler(text)
        for key, text in words.items()
        if key in ("type", "value", "value_unit", "unit", "actual")
    )


def _class(text: str, vocabulary: Vocabulary) -> str:
    """A class by the name that its tree prints; a word that no tree knows as it stands, without its points."""
    if not text:
        return ""
    first, second = vocabulary.first_level(text), vocabulary.second_level(text)
    return first or (second[0].level2 if second else squash(text))


def _class_points(text: str, form: FormRead) -> None:
    match = _POINTS.search(text)
    if match:
        form.class_points.setdefault(squash(text), match[1])


def _joined(text: str) -> str:
    """A name in one line: breaks within a cell are the paper's."""
    return re.sub(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])", "", text).replace("\n", " ").strip()


def _mark(form: FormRead, cells: dict[str, Placed], key: str, became: str) -> None:
    form.mark(cells[key].token.piece.number, Fate.PLACED, became)
