"""Printers of diagnostics: one module per format, each with `render(report) -> str`.

A `Report` is everything a printer may know: the findings, the texts they are about, and how to print them.
Printers are loaded when asked for, so that naming a format costs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib import import_module
from typing import Literal, NamedTuple

from goaldsl.diagnostics import Diagnostic, Message, Severity
from goaldsl.model.place import Span
from goaldsl.source import Position, Source

Language = Literal["zh", "en"]


class Format(StrEnum):
    """The formats; each is the name of a module of this package."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"


class Place(NamedTuple):
    """Where a span begins and where it ends (the end is the column after the last character)."""

    start: Position
    end: Position


UNKNOWN_PLACE = Place(Position(1, 1), Position(1, 1))


_NOT_CHECKED = "GC110"
"""Checks that count were left out: a consequence of the errors above it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found (`diagnostics`, in any order) in which `files`, and how to print it.

    `sources` holds the text of every file that could be read, by the name the diagnostics use; a file that is
    not there is printed without excerpt. `pages` is the folder or address of the explanations, one page a code.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    version: str = ""
    language: Language = "zh"
    pages: str | None = None
    colour: bool = False
    width: int = 100

    def say(self, message: Message) -> str:
        return message.zh if self.language == "zh" else message.en

    def place(self, file: str, span: Span) -> Place:
        """Line and column of `span`; a span that reaches past the text ends where the text ends."""
        source = self.sources.get(file)
        if source is None:
            return UNKNOWN_PLACE
        size = len(source.text)
        return Place(source.position(min(span.start, size)), source.position(min(span.end, size)))

    def renamed(self, rename: Callable[[str], str]) -> Report:
        """The same report with other names of files."""
        return replace(
            self,
            diagnostics=tuple(each.renamed(rename) for each in self.diagnostics),
            files=tuple(map(rename, self.files)),
            sources={rename(name): source for name, source in self.sources.items()},
        )

    def url(self, code: str) -> str | None:
        return None if self.pages is None else f"{self.pages.rstrip('/')}/{code}.md"

    def ordered(self) -> list[Diagnostic]:
        """Each finding once: by file as given (others, such as the configuration, first), errors before the rest,
        then by place and code; what the errors keep from being checked is said last."""
        turn = {file: number for number, file in enumerate(self.files)}
        return sorted(
            dict.fromkeys(self.diagnostics),
            key=lambda each: (
                turn.get(each.file, -1),
                each.file,
                each.finding.code.code == _NOT_CHECKED,
                each.severity is not Severity.ERROR,
                each.finding.span.start,
                each.finding.code.code,
                each.finding.span.end,
                each.finding.message,
            ),
        )

    def counts(self) -> Counter[Severity]:
        return Counter(each.severity for each in dict.fromkeys(self.diagnostics))


def render(report: Report, form: Format) -> str:
    """The report in one of the formats; ends with a line end unless it is empty."""
    text: str = import_module(f"goaldsl.report.{form.value}").render(report)
    return text
