"""How a file is to be read: year, form, taxonomy, profile, stage, title and wordings, from the file or the project."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from goaldsl.bind import codes
from goaldsl.catalog import DEFAULT_FORM, Catalog, folded, guessing
from goaldsl.diagnostics import Finding, Message, Preset, Related
from goaldsl.model.form import Form
from goaldsl.model.place import Located, Text
from goaldsl.model.profile import Profile
from goaldsl.model.taxonomy import Taxonomy
from goaldsl.parse.keywords import SETTINGS, STAGES, STATEMENTS, Keyword
from goaldsl.parse.shadow import cast
from goaldsl.parse.syntax import FieldLine, IndicatorLine, SyntaxFile, WordingLine
from goaldsl.scoring.wording import kind_of, names, unknown_holes

Named = TypeVar("Named", Form, Taxonomy, Profile)
Chosen = TypeVar("Chosen")

_SETTINGS = {folded(spelling): kind for kind, keyword in SETTINGS.items() for spelling in keyword.spellings}
_STAGES = {
    folded(spelling): Preset(kind) for kind, keyword in STAGES.items() for spelling in keyword.spellings
}
_YEAR = re.compile(r"[((]?\s*(\d{4})\s*[))]?\s*年?度?")

_WITHOUT_CLASS = frozenset(STATEMENTS["indicator"].spellings)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the project says where the file says nothing. `preset` given on the command line outranks the file."""

    form: str = DEFAULT_FORM
    taxonomy: str | None = None
    profile: str | None = None
    year: int | None = None
    stage: Preset = Preset.DRAFT
    preset: Preset | None = None
    wording: Mapping[str, str] = field(default_factory=dict)
    settled: bool = (
        True  # False: the project's settings have an error, and what it would have said is missing
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """How one file is read."""

    form: Form
    taxonomy: Taxonomy
    profile: Profile
    plan_chosen: bool  # file, project or edition say which plan of points holds; else it is the default's
    settled: bool  # False: an edition, tree or plan is named that nobody knows
    preset: Preset
    title: Text | None
    year: Located[int] | None
    wording: Mapping[str, str]


def setting_kind(label: str) -> str | None:
    """The setting that a head word names ("year", "form" …), None for a field of the form."""
    return _SETTINGS.get(folded(label))


def stage_of(word: str) -> Preset | None:
    """The preset that the word for a stage names."""
    return _STAGES.get(folded(word))


class SettingsBinding:
    """Reads the settings of one file; what is wrong with them gathers in `findings`."""

    def __init__(self, catalog: Catalog, defaults: Defaults) -> None:
        self.catalog = catalog
        self.defaults = defaults
        self.findings: list[Finding] = []

    def settings(self, syntax: SyntaxFile) -> Settings:
        lines = self._lines(syntax)
        form = self._choice(
            lines.get("form"), self.catalog.form, self.catalog.form_names(), self.defaults.form
        )
        taxonomy = self._choice(
            lines.get("taxonomy"),
            self.catalog.taxonomy,
            self.catalog.taxonomy_names(),
            self.defaults.taxonomy or self._fitting(form.taxonomy, "form" in lines, syntax),
        )
        profile = self._choice(
            lines.get("profile"),
            self.catalog.profile,
            self.catalog.profile_names(),
            self.defaults.profile or form.profile,
        )
        settled = self.defaults.settled and not any(
            each.code is codes.UNKNOWN_CHOICE for each in self.findings
        )
        wording = self._wordings(syntax)
        return Settings(
            form=form,
            taxonomy=taxonomy,
            profile=profile,
            plan_chosen=self._chosen(lines),
            settled=settled,
            preset=self._preset(lines.get("stage")),
            title=lines["title"].text if "title" in lines else None,
            year=self._year(lines.get("year"), syntax),
            wording={**profile.wording, **self.defaults.wording, **wording},
        )

    def _fitting(self, own: str, form_chosen: bool, syntax: SyntaxFile) -> str:
        """The edition's tree; where nobody chose an edition, the first tree that has most classes of the file."""
        heads = {each.head.value for each in syntax.statements if isinstance(each, IndicatorLine)}
        if form_chosen or self.defaults.form != DEFAULT_FORM:
            return own
        trees = [
            tree for name in (own, *self.catalog.ids("taxonomy")) if (tree := self.catalog.taxonomy(name))
        ]
        known = [sum(self.catalog.category(tree, head) is not None for head in heads) for tree in trees]
        return trees[known.index(max(known))].id

    def _chosen(self, lines: Mapping[str, FieldLine]) -> bool:
        """Whether somebody chose the plan: by name, or by choosing an edition, which has its own."""
        line = lines.get("form")
        form = line.text.value if line is not None and line.text is not None else ""
        named = "profile" in lines or bool(self.defaults.profile) or self.defaults.form != DEFAULT_FORM
        return named or self.catalog.form(form) is not None

    def _lines(self, syntax: SyntaxFile) -> dict[str, FieldLine]:
        lines: dict[str, FieldLine] = {}
        for statement in syntax.statements:
            if not isinstance(statement, FieldLine) or (kind := setting_kind(statement.label.value)) is None:
                continue
            first = lines.setdefault(kind, statement)
            if first is not statement:
                self.findings.append(repeated(statement, first))
            elif statement.lines:
                self.findings.append(stray_lines(statement))
        return lines

    def _choice(
        self,
        line: FieldLine | None,
        find: Callable[[str], Named | None],
        known: tuple[str, ...],
        default: str,
    ) -> Named:
        if line is not None and line.text is not None:
            found = find(line.text.value)
            if found is not None:
                return found
            self._unknown_choice(line, line.text, known)
        found = find(default)
        assert found is not None, f"the packaged data has no {default}"
        return found

    def _unknown_choice(self, line: FieldLine, text: Text, known: tuple[str, ...]) -> None:
        name = line.label.value
        listed = "、".join(dict.fromkeys(known[:12]))
        finding = Finding(
            codes.UNKNOWN_CHOICE,
            text.span,
            Message(f"没有名为“{text.value}”的{name}", f"there is no {name} called “{text.value}”"),
            notes=(
                Message(
                    "由它定的栏目、分类、合计改正以后再查。",
                    "What depends on it is checked once it is corrected.",
                ),
            ),
            remedy=Message(f"可用的有：{listed}。", f"Known: {listed}."),
        )
        self.findings.append(guessing(finding, text.value, known))

    def _preset(self, line: FieldLine | None) -> Preset:
        stage = self._word(line, _STAGES, STAGES) or self.defaults.stage
        return self.defaults.preset or stage

    def _word(
        self, line: FieldLine | None, meanings: Mapping[str, Chosen], words: Mapping[str, Keyword]
    ) -> Chosen | None:
        """What a line with one of a few words means; an unknown word is reported."""
        if line is None or line.text is None:
            return None
        known = meanings.get(folded(line.text.value))
        if known is None:
            self._unknown_choice(line, line.text, tuple(word.chinese for word in words.values()))
        return known

    def _year(self, line: FieldLine | None, syntax: SyntaxFile) -> Located[int] | None:
        if line is None or line.text is None:
            if self.defaults.year is not None:
                return Located(self.defaults.year)
            if syntax.statements and line is None:
                self._no_year(syntax)
            elif line is not None:
                self._bad_year(line, line.label)
            return None
        match = _YEAR.fullmatch(cast(line.text.value).text.strip())
        if match is None or not 1990 <= int(match[1]) <= 2100:
            self._bad_year(line, line.text)
            return None
        return Located(int(match[1]), line.text.span)

    def _bad_year(self, line: FieldLine, text: Text) -> None:
        self.findings.append(
            Finding(
                codes.YEAR,
                text.span,
                Message(f"年度“{text.value}”不是四位年份", f"“{text.value}” is not a year of four digits"),
                remedy=Message("写四位数字，如：年度 2026。", "Write four digits: 年度 2026."),
            )
        )

    def _no_year(self, syntax: SyntaxFile) -> None:
        first = syntax.statements[0]
        self.findings.append(
            Finding(
                codes.NO_YEAR,
                first.span,
                Message("没有写年度", "the file names no year"),
                remedy=Message("在文件开头加一行，如：年度 2026。", "Add a line: 年度 2026."),
            )
        )

    def _wordings(self, syntax: SyntaxFile) -> dict[str, str]:
        wording: dict[str, str] = {}
        for line in syntax.statements:
            if not isinstance(line, WordingLine):
                continue
            kind = kind_of(cast(line.kind.value).text.strip())
            if kind is None:
                self._unknown_kind(line.kind)
                continue
            wrong = unknown_holes(kind, line.template.value)
            if wrong:
                self._unknown_hole(line, wrong)
            wording[kind] = line.template.value
        return wording

    def _unknown_kind(self, kind: Text) -> None:
        finding = Finding(
            codes.UNKNOWN_WORDING,
            kind.span,
            Message(f"没有叫“{kind.value}”的规则", f"there is no rule called “{kind.value}”"),
            remedy=Message(
                "写规则的名称，如按比例、扣分、分档、按区间。", "Name a rule: 按比例, 扣分, 分档, 按区间."
            ),
        )
        self.findings.append(guessing(finding, kind.value, names()))

    def _unknown_hole(self, line: WordingLine, wrong: tuple[str, ...]) -> None:
        shown = "、".join("{" + hole + "}" for hole in wrong)
        self.findings.append(
            Finding(
                codes.UNKNOWN_WORDING,
                line.template.span,
                Message(f"这种规则没有占位{shown}", f"this rule has no placeholder {shown}"),
                notes=(Message("占位会原样印在表上。", "It would be printed as it stands."),),
                remedy=Message("可用的占位见语言指南“赋分规则”。", "See the guide for the placeholders."),
            )
        )


def repeated(line: FieldLine, first: FieldLine) -> Finding:
    """A field or setting that stands twice."""
    name = line.label.value
    return Finding(
        codes.REPEATED_FIELD,
        line.label.span,
        Message(f"“{name}”写了两次", f"“{name}” stands twice"),
        notes=(Message("只采用第一处。", "Only the first one counts."),),
        remedy=Message("删去其中一个。", "Remove one of them."),
        related=(Related(first.label.span, Message("第一次写在这里", "first written here")),),
    )


def stray_lines(line: FieldLine) -> Finding:
    """Indented lines under a field of one line."""
    name = line.label.value
    return Finding(
        codes.STRAY_LINES,
        line.lines[0].span,
        Message(
            f"“{name}”只有一行，这里缩进的内容不会印出", f"“{name}” is one line; this would not be printed"
        ),
        remedy=Message(
            "是指标的子句就移到指标下面；是续写就接在同一行。",
            "Move it under its indicator, or onto the line above.",
        ),
        related=(Related(line.label.span, Message("属于这一行", "belongs to this line")),),
    )
