"""A line is written only if the compiler reads it back as it was read: of the ways to write it, the first that does."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from goaldsl.bind import Defaults, bind
from goaldsl.catalog import Catalog
from goaldsl.ingest.reading.result import IndicatorRead
from goaldsl.ingest.reading.targets import is_number
from goaldsl.ingest.writing.statements import names, squeezed, targets, texts
from goaldsl.model.declaration import Declaration, Indicator
from goaldsl.parse import parse
from goaldsl.source import Source

_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "定性": "定性", "": ""}
_PROVED = ("name", "target", "score", "criterion", "explanation", "remark", "source")
_TEXT_CLAUSES = (("explanation", "解释"), ("remark", "备注"), ("source", "数据来源"))


class Prover:
    """Tries lines under the head of a file."""

    def __init__(self, head: str, catalog: Catalog) -> None:
        self.head = head
        self.catalog = catalog
        self.defaults = Defaults()

    def declaration(self, text: str) -> Declaration | None:
        """What the compiler makes of a text; None where a line of it is not read."""
        source = Source("", text)
        syntax = parse(source, self.catalog)
        declaration, _ = bind(syntax, self.catalog, self.defaults)
        return declaration if declaration is not None and declaration.complete else None

    def first(self, lines: Iterable[str], row: IndicatorRead, keys: tuple[str, ...]) -> str | None:
        """The first way of writing a row that comes back with these properties as they were read."""
        for line in lines:
            indicator = self._only(line)
            if indicator is not None and all(_same(key, row, indicator) for key in keys):
                return line
        return None

    def _only(self, line: str) -> Indicator | None:
        declaration = self.declaration(f"{self.head}{line}\n")
        if declaration is None or len(declaration.indicators) != 1:
            return None
        return declaration.indicators[0]


def indicator_lines(
    row: IndicatorRead, head: str, prover: Prover, in_remark: bool
) -> tuple[list[str], list[str]]:
    """The lines of an indicator, and the properties that could not be written. No lines: not even its name could."""
    score = f" 分值 {row.score}" if row.score else ""
    lost: list[str] = []
    whole = _plainly(row, head, score, in_remark)
    if prover.first([whole], row, _PROVED) is not None:
        return whole.split("\n"), lost
    ways = (f"{head} {name} {target}".rstrip() for name in names(row.name) for target in targets(row))
    line = prover.first(ways, row, ("name", "target"))
    if line is None:
        line = prover.first((f"{head} {name}" for name in names(row.name)), row, ("name",))
        if line is None:
            return [], ["name"]
        lost.append("target")
    if score:
        scored = prover.first([line + score, f"{line}\n  {score.strip()}"], row, ("name", "score"))
        lost += [] if scored else ["score"]
        line = scored or line
    lines = [line]
    if row.criterion:
        ways = (f"{line}\n  {word} {text}" for text in texts(row.criterion) for word in ("赋分", "评分标准"))
        written = prover.first(ways, row, ("name", "criterion"))
        lines += [written[len(line) + 1 :]] if written else []
        lost += [] if written else ["criterion"]
    for key, word in _TEXT_CLAUSES:
        text = getattr(row, key)
        if not text or (key == "remark" and in_remark):
            continue
        written = prover.first((f"{line}\n  {word} {way}" for way in texts(text)), row, ("name", key))
        lines += [written[len(line) + 1 :]] if written else []
        lost += [] if written else [key]
    return lines, lost


def _plainly(row: IndicatorRead, head: str, score: str, in_remark: bool) -> str:
    """The whole row in the first way of writing each part: one proof where nothing is unusual."""
    clauses = [f"  赋分 {next(texts(row.criterion))}"] if row.criterion else []
    for key, word in _TEXT_CLAUSES:
        text = getattr(row, key)
        if text and not (key == "remark" and in_remark):
            clauses.append(f"  {word} {next(texts(text))}")
    return "\n".join((f"{head} {next(names(row.name))} {next(targets(row))}".rstrip() + score, *clauses))


def _same(key: str, row: IndicatorRead, indicator: Indicator) -> bool:
    printed = indicator.printed
    if key == "name":
        return squeezed(indicator.name.value) == squeezed(row.name)
    if key == "target":
        sign = _SIGNS.get(row.operator, row.operator)
        wanted = squeezed(row.value + row.unit)
        found = squeezed(printed.value + printed.unit)
        if row.printed_target and not row.value[:1].isdigit():
            return found == wanted and printed.type in (sign, "定性")
        return found == wanted and (printed.type == sign or (not sign and printed.type == "定性")) or (
            bool(row.printed_target) and squeezed(printed.type + printed.value + printed.unit) == squeezed(row.printed_target)
        )  # fmt: skip
    if key == "score":
        if not is_number(row.score):
            return not row.score
        return indicator.score is not None and indicator.score.value == Decimal(row.score)
    if key == "source" and row.source:
        return indicator.source is not None and squeezed(indicator.source.value) == squeezed(row.source)
    if key == "source":
        return indicator.source is None
    return squeezed(getattr(printed, key)) == squeezed(getattr(row, key))
