"""Findings as data: what is wrong, where, why and what to do. Knows no terminal, editor or protocol."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from types import ModuleType
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from goaldsl.model.place import Span


class Severity(StrEnum):
    """How bad: 强制性 (error), 提示性 (warning), 建议 (hint)."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Preset(StrEnum):
    """How strict: 草案, 送审 or 批复."""

    DRAFT = "draft"
    REVIEW = "review"
    FROZEN = "frozen"


class Message(NamedTuple):
    """The same sentence in Chinese and in English."""

    zh: str
    en: str


class Severities(Struct, frozen=True):
    """A severity for each preset; None keeps silent."""

    draft: Severity | None
    review: Severity | None
    frozen: Severity | None

    def under(self, preset: Preset) -> Severity | None:
        return {Preset.DRAFT: self.draft, Preset.REVIEW: self.review, Preset.FROZEN: self.frozen}[preset]


def always(severity: Severity) -> Severities:
    """The same severity under every preset."""
    return Severities(severity, severity, severity)


ERROR = always(Severity.ERROR)
WARNING = always(Severity.WARNING)
HINT = always(Severity.HINT)
UNFINISHED = Severities(Severity.HINT, Severity.ERROR, Severity.ERROR)  # a draft is allowed to be unfinished
UNFINISHED_WARNING = Severities(Severity.HINT, Severity.WARNING, Severity.WARNING)


class Code(Struct, frozen=True):
    """A kind of finding: stable `code` (GC501), `slug` (unit-on-quality), title and explanation.

    `page` is Markdown in Chinese with the sections 作用, 为什么, 示例, 改法, 依据; `goaldsl explain` prints it.
    """

    code: str
    slug: str
    title: Message
    severities: Severities
    page: str


def codes_in(*modules: ModuleType) -> tuple[Code, ...]:
    """The codes that modules declare, each once, in their order."""
    declared = [value for module in modules for value in vars(module).values() if isinstance(value, Code)]
    return tuple(dict.fromkeys(declared))


class Edit(Struct, frozen=True):
    """Replace the words at `span` by `text`; `file` where it is not the file of the finding."""

    span: Span
    text: str
    file: str | None = None


class Fix(Struct, frozen=True):
    """A remedy that can be applied. `safe`: applied by `--fix` unasked; never when it changes a number."""

    title: Message
    edits: tuple[Edit, ...]
    safe: bool = True


class Related(Struct, frozen=True):
    """Another place that belongs to the finding; `file` where it is not in the file of the finding."""

    span: Span
    message: Message
    file: str | None = None


class Finding(Struct, frozen=True):
    """What a pass reports, before anyone decided how bad it is or which file it is in."""

    code: Code
    span: Span
    message: Message
    label: Message | None = None  # the word under the underline; None repeats nothing
    notes: tuple[Message, ...] = ()  # why: the form's notes, the regulation
    remedy: Message | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


class Diagnostic(Struct, frozen=True):
    """A finding with its severity and its file (`file` is a path relative to the project, or "-")."""

    severity: Severity
    file: str
    finding: Finding

    def file_of(self, place: Edit | Related) -> str:
        """The file that a related place or an edit is in."""
        return self.file if place.file is None else place.file

    def renamed(self, rename: Callable[[str], str]) -> Diagnostic:
        """The same with other names of files, as a reader elsewhere knows them."""
        finding = self.finding
        related = tuple(_renamed(each, rename) for each in finding.related)
        fix = finding.fix
        if fix is not None:
            fix = replace(fix, edits=tuple(_renamed(each, rename) for each in fix.edits))
        return Diagnostic(self.severity, rename(self.file), replace(finding, related=related, fix=fix))


_Place = TypeVar("_Place", Edit, Related)


def _renamed(place: _Place, rename: Callable[[str], str]) -> _Place:
    return place if place.file is None else replace(place, file=rename(place.file))
