"""Reads the Markdown cases of this folder (怎样写.md) and runs one the way the commands do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from goaldsl.actuals.reading import read_actuals
from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiled, Compiler
from goaldsl.diagnostics import Diagnostic, Preset
from goaldsl.evaluation.accepting import not_accepted
from goaldsl.evaluation.evaluate import evaluate
from goaldsl.model.declaration import Declaration
from goaldsl.model.evaluation import Evaluation
from goaldsl.review.severity import graded
from goaldsl.service.codes import known_codes
from goaldsl.source import Source
from tests.score.cases import BUDGET, HEAD

FOLDER = Path(__file__).parent
_PRESETS = {"": None, "草案": Preset.DRAFT, "送审": Preset.REVIEW, "批复": Preset.FROZEN}
_CASE = re.compile(
    r"^```goal *(?P<preset>\S*)\n(?P<goal>.*?)^```\n(?:\n*^```toml\n(?P<toml>.*?)^```\n)?(?P<rest>.*?)(?=^```goal|^## |\Z)",
    re.DOTALL | re.MULTILINE,
)
_ITEM = re.compile(r"^- (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A declaration, what was filled in for it (None: nothing is evaluated), and what must come of it."""

    name: str
    preset: Preset | None
    goal: str
    toml: str | None
    expected: tuple[str, ...]

    @cached_property
    def compiled(self) -> Compiled:
        return Compiler(load(), Defaults(preset=self.preset), known_codes()).compile(
            "案例.goal", self.goal.encode()
        )

    @property
    def declaration(self) -> Declaration:
        assert self.compiled.declaration is not None, "这份申报表读不出来"
        return self.compiled.declaration

    @property
    def filled(self) -> Source:
        assert self.toml is not None, "没有给实际值"
        return Source("案例.actuals.toml", self.toml, self.toml.encode())

    @cached_property
    def evaluated(self) -> tuple[Evaluation, list[Diagnostic]]:
        actuals, findings = read_actuals(self.filled, self.declaration, load())
        evaluation, more = evaluate(self.declaration, actuals, load())
        preset = self.declaration.preset
        return evaluation, list(
            graded("案例.actuals.toml", not_accepted([*findings, *more], actuals), preset)
        )

    @cached_property
    def diagnostics(self) -> list[tuple[Diagnostic, str]]:
        """Every finding, with the words it underlines (without the quotation marks of TOML)."""
        found = [(each, self.compiled.source.slice(each.finding.span)) for each in self.compiled.diagnostics]
        if self.toml is not None:
            listed = [place for each in self.evaluated[1] for place in _places(each)]
            found += [(each, self.filled.slice(each.finding.span).strip('"')) for each in listed]
        return found


def _places(diagnostic: Diagnostic) -> Iterator[Diagnostic]:
    """The finding, and each further place it lists with the words for it."""
    yield diagnostic
    for place in diagnostic.finding.related:
        listed = replace(diagnostic.finding, span=place.span, message=place.message, label=None, related=())
        yield replace(diagnostic, finding=listed)


def cases() -> Iterator[Case]:
    """The cases of every file."""
    for file in sorted(FOLDER.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        found = list(_CASE.finditer(text))
        assert len(found) == len(re.findall("^```goal", text, re.MULTILINE)), file.name
        assert found or "```命令" in text, file.name
        for match in found:
            line = text.count("\n", 0, match.start()) + 1
            yield _case(f"{file.stem}:{line}", match)


def _case(name: str, match: re.Match[str]) -> Case:
    expected = tuple(_ITEM.findall(match["rest"]))
    assert expected, f"{name} 没有写应当怎样"
    goal, toml = match["goal"], match["toml"]
    if toml is not None and '["预算"]' not in toml:
        toml += BUDGET
    headed = any(line.startswith("部门 ") for line in goal.splitlines())
    return Case(name, _PRESETS[match["preset"]], goal if headed else HEAD + goal, toml, expected)
