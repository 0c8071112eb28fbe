"""The whole `.goal` file of a form that was read, and what became of each of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from goaldsl.ingest.reading.labelled import amount_of
from goaldsl.ingest.reading.result import Doubt, Fate, FormRead, IndicatorRead, Leftover
from goaldsl.ingest.reading.vocabulary import Vocabulary
from goaldsl.ingest.writing.contacts import commented
from goaldsl.ingest.writing.editions import edition_of, named, same_title, taxonomy_of
from goaldsl.ingest.writing.further import further_line
from goaldsl.ingest.writing.proving import Prover, indicator_lines
from goaldsl.ingest.writing.statements import items, one_line, squeezed, texts
from goaldsl.ingest.writing.tasks import task_lines
from goaldsl.model.form import FieldType, Form, Place, PointsPlace
from goaldsl.model.taxonomy import Taxonomy

_POINTS = re.compile(r"(?:得|满分|计|赋)\s*(\d+(?:\.\d+)?)\s*分")
_REMARK_POINTS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*分\s*")
_NAMES = {"target": "指标值", "score": "分值", "criterion": "评分标准", "explanation": "指标解释", "remark": "备注", "source": "数据来源", "name": "名称"}  # fmt: skip


@dataclass(slots=True)
class GoalFile:
    """A `.goal` text. `origins`: for each of its lines the place of the source it came from."""

    text: str
    edition: Form
    form: FormRead
    origins: dict[int, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def goal_file(form: FormRead, vocabulary: Vocabulary, keep_contacts: bool = False) -> GoalFile:
    """Write a form."""
    return _Writer(form, vocabulary, keep_contacts).written()


class _Writer:
    """Writes one file."""

    def __init__(self, form: FormRead, vocabulary: Vocabulary, keep: bool) -> None:
        self.form = form
        self.vocabulary = vocabulary
        self.catalog = vocabulary.catalog
        self.keep = keep
        self.edition = edition_of(form, vocabulary)
        self.taxonomy: Taxonomy = taxonomy_of(form, self.edition, self.catalog)
        self.lines: list[str] = []
        self.origins: dict[int, str] = {}
        self.doubts: list[Doubt] = list(form.doubts)
        self.notes: list[Leftover] = self._beyond_the_edition()
        self.prover = Prover("".join(f"{line}\n" for line in self._settings()), self.catalog)

    def _beyond_the_edition(self) -> list[Leftover]:
        """What is left over, without the notes that the edition itself prints."""
        own = {squeezed(note) for note in (*self.edition.notes, self.edition.notes_title)} - {""}
        kept = []
        for each in self.form.leftovers:
            if squeezed(each.text) in own and each.number in self.form.fates:
                self.form.fates[each.number] = (Fate.PLACED, "表样的说明")
            else:
                kept.append(each)
        return kept

    def written(self) -> GoalFile:
        body: list[tuple[str, str]] = [(line, "") for line in self._settings()]
        body += self._fields()
        body.append(("", ""))
        body += [
            (
                f"待核 ‹{commented(each.original, self.keep)}›（{each.place}）：{commented(each.reading, self.keep)}",
                each.place,
            )
            for each in self.form.doubts
        ]
        body += self._tasks()
        body += self._rows()
        body += self._comments()
        for number, (line, origin) in enumerate(body, 1):
            self.lines.append(line)
            if origin:
                self.origins[number] = origin
        text = "\n".join(self.lines).rstrip("\n") + "\n"
        return GoalFile(text, self.edition, self.form, self.origins, self.doubts)

    def _settings(self) -> list[str]:
        found = [f"年度 {self.form.year}"] if self.form.year else []
        found.append(f"表样 {named(self.edition)}")
        if self.taxonomy.id != self.edition.taxonomy:
            found.append(f"指标体系 {self.taxonomy.names[0] if self.taxonomy.names else self.taxonomy.id}")
        if self.form.self_evaluation:
            found.append("出处 自评表")
        title = one_line(self.form.title)
        if title and not self.form.self_evaluation and not same_title(title, self.edition, self.form.year):
            found.append(f"表名 {title}")
        return found

    def _fields(self) -> list[tuple[str, str]]:
        """The fields that the edition prints, in its order; the others are noted."""
        found: list[tuple[str, str]] = []
        specs = [each for each in self.edition.fields if each.place is not Place.NOWHERE]
        printed = {each.key for each in specs}
        if self.edition.unit_line and "filler_unit" in self.form.fields and "filler_unit" not in printed:
            unit = self.form.fields["filler_unit"]
            found.append((f"填报单位 {one_line(unit.text)}", unit.origin))
            printed.add("filler_unit")
        for spec in specs:
            read = self.form.fields.get(spec.key)
            amount = (
                amount_of(self.form) if spec.key == "budget" and (read is None or not read.text) else None
            )
            if amount:  # the table of funds says it
                found.append((f"{spec.label} {amount[0]} {amount[1]}".rstrip(), read.origin if read else ""))
                continue
            if read is None:
                continue
            if spec.type is FieldType.LINES:
                lines = [f"{spec.label}", *(f"  {item}" for item in items(read.text))]
                found += [("", "")] if read.text else []
                found += [
                    (line, read.origin)
                    for line in self._proved_block(lines, spec.label, read.text, read.origin)
                ]
            else:
                text = self._amount(read.text) if spec.key == "budget" else one_line(read.text)
                found.append((f"{spec.label} {next(iter(texts(text)))}".rstrip(), read.origin))
        for key, read in self.form.fields.items():
            if key not in printed and read.text and key not in ("achieved", "self_total"):
                self._note(f"{read.label}：{read.text}", read.origin)
        return found

    def _amount(self, text: str) -> str:
        found = amount_of(self.form)
        return (
            f"{found[0]} {found[1]}".strip()
            if found and re.fullmatch(r"[\d,，.\s]*(?:[万亿千]?元|万)?", text.strip())
            else one_line(text)
        )

    def _proved_block(self, lines: list[str], label: str, text: str, origin: str) -> list[str]:
        """A block whose items come back; else its text in one paragraph, else a note."""
        for way in (lines, [label, f"  {one_line(text)}"], [label, f"  {next(iter(texts(one_line(text))))}"]):
            declaration = self.prover.declaration(self.prover.head + "\n".join(way) + "\n")
            fields = declaration.fields if declaration else ()
            back = "".join(item.number + item.text.value for each in fields for item in each.items)
            if squeezed(back) == squeezed(text):
                return way
        self._note(f"{label}：{text}", origin)
        return [label]

    def _rows(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        empty: dict[int, list[str]] = {}
        for _, level2, before in self.form.empty_classes:
            if self.catalog.category(self.taxonomy, level2):
                empty.setdefault(before, []).append(level2)
        for index, row in enumerate(self.form.rows):
            found += [(level2, "") for level2 in empty.get(index, ())]
            found += self._row(row, index + 1)
        return found + [(level2, "") for level2 in empty.get(len(self.form.rows), ())]

    def _row(self, row: IndicatorRead, number: int) -> list[tuple[str, str]]:
        self._points(row, number)
        category = self.catalog.category(self.taxonomy, row.level2) if row.level2 else None
        head = category.level2 if category else "指标"
        lines, lost = indicator_lines(row, head, self.prover, self._in_remark(row))
        place = f"第 {number} 行"
        if not lines:
            self._note(
                " ｜ ".join(
                    filter(None, (row.level1, row.level2, row.name, row.operator, row.value, row.unit))
                ),
                row.origin,
            )
            self.form.unread_rows += 1
            return []
        for key in lost:
            text = {"target": f"{row.operator} {row.value} {row.unit}".strip()}.get(key) or getattr(
                row, key, ""
            )
            self._note(f"{row.name}｜{_NAMES[key]}：{text}", row.origin)
        if category is None and (row.level1 or row.level2):
            self._note(
                f"{row.name}｜原表的分类：{'／'.join(filter(None, (row.level1, row.level2)))}", row.origin
            )
        elif category and row.level1 and category.level1 != row.level1:
            self._note(f"{row.name}｜原表放在“{row.level1}”下", row.origin)
        for label, words in row.extra.items():
            further = further_line(lines[0], label, words, self.prover)
            if further is None:
                self._note(f"{row.name}｜{label}：{words}", row.origin)
            else:
                lines.append(further)
                self._placed(row.extra_cells[label], words)
        for doubt in row.doubts:
            self.doubts.append(Doubt(doubt.original, f"{place}“{row.name[:12]}”", doubt.reading))
        unsure = [
            f"  待核 ‹{commented(doubt.original, self.keep)}›（{place}）：{commented(doubt.reading, self.keep)}"
            for doubt in row.doubts
        ]
        return [(line, row.origin) for line in (*lines, *unsure)]

    def _tasks(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for task in self.form.tasks:
            lines = task_lines(task, self.prover)
            if lines is None:
                self._note(f"任务｜{'｜'.join(task.said.values())}", task.origin)
            else:
                found += [(line, task.origin) for line in lines]
        return [*found, ("", "")] if found else found

    def _placed(self, number: int, words: str) -> None:
        """A cell that stood aside is written after all."""
        self.form.fates[number] = (Fate.PLACED, words)
        self.form.leftovers[:] = [each for each in self.form.leftovers if each.number != number]
        self.notes = [each for each in self.notes if each.number != number or number < 0]

    def _in_remark(self, row: IndicatorRead) -> bool:
        """The remark holds the points, which the edition prints there by itself."""
        return self.edition.points is PointsPlace.REMARK and _REMARK_POINTS.fullmatch(row.remark) is not None

    def _points(self, row: IndicatorRead, number: int) -> None:
        """Points that stand in the remark or in the sentence, where the edition prints them there."""
        if row.score:
            return
        match = _REMARK_POINTS.fullmatch(row.remark)
        if match:
            row.score = match[1]
        elif self.edition.points is PointsPlace.SENTENCE and row.criterion:
            found = sorted(
                {match[1] for match in _POINTS.finditer(row.criterion)},
                key=lambda word: (len(word.split(".")[0]), word),
            )
            if found:
                row.score = found[-1]

    def _comments(self) -> list[tuple[str, str]]:
        if not self.notes:
            return []
        found = [("", ""), ("# 原文里没处放的：", "")]
        return found + [
            (f"# {commented(note.text, self.keep)}{f'（{note.origin}）' if note.origin else ''}", note.origin)
            for note in self.notes
        ]

    def _note(self, text: str, origin: str) -> None:
        self.notes.append(Leftover(text, origin))


def accounting(form: FormRead) -> tuple[int, dict[Fate, int]]:
    """How many cells the form has, and how many of each fate; what is missing in the sum was lost."""
    return len(form.pieces), {fate: form.count(fate) for fate in Fate}
