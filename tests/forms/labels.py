"""`python -m tests.forms.labels DIR`: how much of the forms written in DIR the language takes.

For each `.goal` file one line: whether it was refused (an error of reading or binding, under 草案), its rows, and how
many of their targets were understood, that is read as a number, a span, a date or a word for a person to judge. A row
without any target counts as not understood. Below it stand the refusals and the targets that were left as words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goaldsl.bind import Defaults
from goaldsl.catalog import load
from goaldsl.compiler import compile_file
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
    left: tuple[str, ...]  # the rows whose target was not understood

    @property
    def understood(self) -> int:
        return self.rows - len(self.left)


def measure(path: Path) -> Labels:
    """Compile one form as a draft and count."""
    result = compile_file(path.name, path.read_bytes(), load(), Defaults(preset=Preset.DRAFT), frozenset())
    indicators = result.declaration.indicators if result.declaration else ()
    return Labels(
        name=path.stem,
        refusals=tuple(
            _refusal(each, result.source.position(each.finding.span.start))
            for each in _refused(result.diagnostics)
        ),
        rows=len(indicators),
        left=tuple(_row(each) for each in indicators if not understood(each)),
    )


def understood(indicator: Indicator) -> bool:
    """Whether the target of a row was read: a number, a span, a date, or a word."""
    target = indicator.target
    if isinstance(target, QualityTarget):
        return bool(target.word)
    return target is not None and not isinstance(target, UnreadableTarget)


def _refused(diagnostics: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    for each in diagnostics:
        if each.severity is Severity.ERROR and each.finding.code.code.startswith(_READING):
            yield each


def _refusal(diagnostic: Diagnostic, position: tuple[int, int]) -> str:
    return f"第 {position[0]} 行 {diagnostic.finding.code.code} {diagnostic.finding.message.zh}"


def _row(indicator: Indicator) -> str:
    target = indicator.target
    words = target.text if isinstance(target, UnreadableTarget) else "（没有）"
    return f"{indicator.name.value}：{words}"


def main(directory: str) -> None:
    """Print the measure of every form in a folder, and the sums."""
    measured = [measure(path) for path in sorted(Path(directory).rglob("*.goal"))]
    for each in measured:
        state = f"拒 {len(each.refusals)}" if each.refusals else "收"
        print(f"{each.name}　{state}　{each.rows} 行　看懂指标值 {each.understood}")
        for refusal in each.refusals:
            print(f"  拒：{refusal}")
        for row in each.left:
            print(f"  没看懂：{row}")
    rows = sum(each.rows for each in measured)
    read = sum(each.understood for each in measured)
    refused = sum(bool(each.refusals) for each in measured)
    share = f"{100 * read // rows}%" if rows else "—"
    print(f"共写 {len(measured)} 份，拒 {refused} 份；{rows} 行，看懂 {read} 行（{share}）")


if __name__ == "__main__":
    main(sys.argv[1])
