"""Importing forms: which files a run makes of each source, under which names, and what it says of them. No terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from goaldsl.bind import Defaults
from goaldsl.catalog import Catalog
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Diagnostic, Finding, Severity
from goaldsl.ingest.importing import (
    Imported,
    count_line,
    import_file,
    is_unedited,
    signed,
    stem_of,
    unsorted_text,
)
from goaldsl.ingest.reading.result import FormRead
from goaldsl.ingest.writing.actual_values import actual_values
from goaldsl.ingest.writing.contradictions import contradictions
from goaldsl.ingest.writing.goal_file import GoalFile
from goaldsl.ingest.writing.review_page import review_page
from goaldsl.model.declaration import Declaration
from goaldsl.service.codes import known_codes

_KINDS = {True: "自评表", False: "申报表"}


@dataclass(slots=True)
class Outcome:
    """What a source became: files to write by their place under the folder, and the summary for a person."""

    source: str
    files: dict[str, bytes] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    written: int = 0


class Importer:
    """One run over many sources; no two forms get the same name."""

    def __init__(self, catalog: Catalog, keep_contacts: bool = False) -> None:
        self.catalog = catalog
        self.keep = keep_contacts
        self._taken: set[str] = set()
        self._compiler = Compiler(catalog, Defaults(), known_codes())

    def outcome(self, name: str, data: bytes) -> Outcome:
        """Import one source."""
        outcome = Outcome(name)
        imported = import_file(name, data, self.catalog, self.keep)
        outcome.diagnostics = [_graded(name, finding) for finding in imported.findings]
        if imported.embedded is not None:
            self._embedded(outcome, imported.embedded)
            return outcome
        stems = []
        for goal in imported.goals:
            stems.append(self._free(stem_of(goal.form, name)))
            self._goal(outcome, goal, stems[-1], name, data)
        for form in imported.unsorted:
            stem = self._free(stem_of(form, name))
            outcome.files[f"{stem}.待整理.txt"] = unsorted_text(form, form.doubts).encode()
            outcome.lines += [f"{name}　{form.title}　没有读懂", f"  写出 {stem}.待整理.txt"]
            stems.append(stem)
        if stems and imported.document is not None:
            self._page(outcome, imported, stems[0], name)
        return outcome

    def _goal(self, outcome: Outcome, goal: GoalFile, stem: str, name: str, data: bytes) -> None:
        form = goal.form
        outcome.files[f"{stem}.goal"] = signed(goal, name, data).encode()
        outcome.written += 1
        kind = _KINDS[form.self_evaluation]
        title = form.title or kind
        year = f" {form.year}" if form.year and str(form.year) not in title else ""
        said = "　不是批复件" if form.self_evaluation else ""
        outcome.lines.append(f"{name}　{title}{year}{said}")
        written = f"  写出 {stem}.goal（{len(form.rows)} 个指标）"
        if form.self_evaluation:
            declaration = self._compiler.compile(f"{stem}.goal", goal.text.encode()).declaration
            written += self._actuals(outcome, goal, stem, declaration)
        outcome.lines += [written, f"  {count_line([form])}"]
        for number, doubt in enumerate(goal.doubts, 1):
            outcome.lines.append(f"  待核 {number} “{doubt.original}”（{doubt.place}）→ {doubt.reading}")
        outcome.lines += [f"  表里不合 {words}" for words in contradictions(form)]

    def _actuals(self, outcome: Outcome, goal: GoalFile, stem: str, declaration: Declaration | None) -> str:
        if declaration is None:
            return ""
        text, values, points = actual_values(goal.form, declaration, self.catalog)
        outcome.files[f"{stem}.actuals.toml"] = text.encode()
        return f"和 .actuals.toml（{values} 个实际值、{points} 个得分）"

    def _embedded(self, outcome: Outcome, data: bytes) -> None:
        """Our own file: its interchange JSON says everything."""
        stem = self._free(Path(outcome.source).stem)
        outcome.files[f"{stem}.json"] = data
        outcome.written += 1
        outcome.lines += [f"{outcome.source}　goaldsl 写出的文件，带着交换文件", f"  写出 {stem}.json"]

    def _page(self, outcome: Outcome, imported: Imported, stem: str, name: str) -> None:
        forms: Sequence[FormRead] = [goal.form for goal in imported.goals] + imported.unsorted
        doubts = [doubt for goal in imported.goals for doubt in goal.doubts]
        assert imported.document is not None
        page = review_page(name, imported.document, forms, doubts, count_line(list(forms)))
        outcome.files[f"{stem}.导入核对.html"] = page.encode()

    def _free(self, stem: str) -> str:
        """The stem, or with （2） behind it where another form has it."""
        number, free = 1, stem
        while free.casefold() in self._taken:
            number += 1
            free = f"{stem}（{number}）"
        self._taken.add(free.casefold())
        return free


def _graded(name: str, finding: Finding) -> Diagnostic:
    severity = finding.code.severities.draft
    return Diagnostic(severity or Severity.HINT, name, finding)


def may_replace(old: bytes, overwrite: bool) -> bool:
    """Whether an existing file may be written over: as an import left it, or when that was asked for."""
    if overwrite:
        return True
    try:
        return is_unedited(old.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def beside(files: dict[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    """Each `.goal` or `.待整理.txt` with the files that go with it: they are replaced together."""
    mains = [name for name in files if name.endswith((".goal", ".待整理.txt", ".json"))]
    for main in mains:
        stem = main.rsplit(".goal", 1)[0].rsplit(".待整理.txt", 1)[0].rsplit(".json", 1)[0]
        yield main, [name for name in files if name != main and name.startswith(f"{stem}.")]
