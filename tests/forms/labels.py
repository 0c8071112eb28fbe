"""`python -m tests.forms.labels DIR`: how much of the forms written in DIR the language takes.

For each `.goal` file one line: whether it was refused (an error of reading or binding, under 草案), its rows, how many
of them have a target, and how many of these were understood, that is read as a number, a span, a date or a word for a
person to judge. Below it stand the refusals, the targets that were left as words and the rows that have none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import Compiler
from goaldsl.diagnostics import Diagnostic, Preset, Severity
from goaldsl.model.declaration import Indicator
from goaldsl.model.target import QualityTarget, UnreadableTarget

_READING = ("GS", "GB")  # reading and binding: what makes a writer give up; the other codes speak of content


@dataclass(frozen=True, slots=True)
class Labels:
    """What became of one form."""

    name: str
    refusals: tuple[str, ...]
    rows: int
    left: tuple[str, ...]  # rows whose target was not understood
    bare: tuple[str, ...]  # rows without a target

    @property
    def targets(self) -> int:
        return self.rows - len(self.bare)

    @property
    def understood(self) -> int:
        return self.targets - len(self.left)


def measure(path: Path) -> Labels:
    """Compile one form as a draft and count."""
    result = Compiler(load(), Defaults(preset=Preset.DRAFT), frozenset()).compile(
        path.name, path.read_bytes()
    )
    indicators = result.declaration.indicators if result.declaration else ()
    return Labels(
        name=path.stem,
        refusals=tuple(
            _refusal(each, result.source.position(each.finding.span.start))
            for each in _refused(result.diagnostics)
        ),
        rows=len(indicators),
        left=tuple(_row(each) for each in indicators if each.target is not None and not understood(each)),
        bare=tuple(each.name.value for each in indicators if each.target is None),
    )


def understood(indicator: Indicator) -> bool:
    """Whether the target of a row was read: a number, a span, a date, or a word."""
    target = indicator.target
    return (
        bool(target.word) if isinstance(target, QualityTarget) else not isinstance(target, UnreadableTarget)
    )


def _refused(diagnostics: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    for each in diagnostics:
        if each.severity is Severity.ERROR and each.finding.code.code.startswith(_READING):
            yield each


def _refusal(diagnostic: Diagnostic, position: tuple[int, int]) -> str:
    return f"第 {position[0]} 行 {diagnostic.finding.code.code} {diagnostic.finding.message.zh}"


def _row(indicator: Indicator) -> str:
    return f"{indicator.name.value}：{indicator.printed.value}"


def main(directory: str) -> None:
    """Print the measure of every form in a folder, and the sums."""
    measured = [measure(path) for path in sorted(Path(directory).rglob("*.goal"))]
    for each in measured:
        state = f"拒 {len(each.refusals)} 处" if each.refusals else "收"
        print(f"{each.name}　{state}　{each.rows} 行　有指标值 {each.targets}　看懂 {each.understood}")
        for label, lines in (("拒", each.refusals), ("没看懂", each.left), ("没有指标值", each.bare)):
            for line in lines:
                print(f"  {label}：{line}")
    targets = sum(each.targets for each in measured)
    read = sum(each.understood for each in measured)
    refused = sum(bool(each.refusals) for each in measured)
    share = f"{100 * read // targets}%" if targets else "—"
    rows = sum(each.rows for each in measured)
    print(
        f"共写 {len(measured)} 份，拒 {refused} 份；{rows} 行，有指标值 {targets} 行，看懂 {read} 行（{share}）"
    )


if __name__ == "__main__":
    main(sys.argv[1])
