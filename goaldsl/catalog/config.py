"""The settings of a project, `goaldsl.toml`: what a `.goal` file need not say, and the project's own data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from msgspec.structs import replace

from goaldsl.catalog import schema, semantics
from goaldsl.catalog.additions import CALLED, Additions
from goaldsl.catalog.catalog import Catalog, load
from goaldsl.catalog.codes import MISSING_KEY, UNKNOWN_KEY, UNKNOWN_NAME
from goaldsl.catalog.extension import Extension
from goaldsl.catalog.known_keys import CONFIG, EXTENSIONS, FORMATS, STAGES, UNIT
from goaldsl.catalog.schema import Fault
from goaldsl.catalog.toml_reading import Reading, read_toml
from goaldsl.catalog.toml_spans import Path, Spans
from goaldsl.diagnostics import Finding, Message, Preset


@dataclass(frozen=True, slots=True)
class DiffSettings:
    """`[diff]`: categories or codes to report and to leave out; `accept` "candidate": acceptances that are new in the
    file under review open a frozen gate."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: str = "baseline"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings. `form`, `taxonomy`, `profile`: names as the project writes them, None where it has no wish."""

    form: str | None = None
    taxonomy: str | None = None
    profile: str | None = None
    year: int | None = None
    stage: Preset = Preset.DRAFT
    language: str = "zh"  # of diagnostics
    keywords: str = "zh"  # that `fmt` writes
    formats: tuple[str, ...] = FORMATS
    attach_source: bool = False  # the .goal text goes into the PDF
    strict: bool = False  # warnings count as errors
    wording: Mapping[str, str] = field(default_factory=dict)  # 句式 by kind or name
    extension: Extension | None = None
    diff: DiffSettings = DiffSettings()

    def catalog(self) -> Catalog:
        """The packaged data with what the project adds."""
        return load(self.extension)


class ConfigReading(NamedTuple):
    """The settings that are usable, and what is wrong with the text."""

    config: Config
    findings: tuple[Finding, ...]


def read_config(text: str) -> ConfigReading:
    """Read the text of a `goaldsl.toml`. What is wrong is reported and left out; the rest holds."""
    reading = read_toml(text)
    tables, spans = reading.tables, reading.spans
    faults = list(schema.faults(tables, CONFIG, (), spans))
    usable = _without(tables, faults)
    units, unit_faults = _units(usable.get("unit", []), spans)
    additions = Additions(tables, usable, spans)
    named = additions.usable()
    later = [
        *unit_faults,
        *additions.faults,
        *semantics.wording_faults(usable.get("wording", {}), ("wording",), spans),
        *_references(usable, spans, additions.catalog),
    ]
    left = _without(usable, later)
    config = _config(left, units, named)
    return ConfigReading(config, _sorted(reading, [*faults, *later]))


def _config(
    tables: Mapping[str, Any], units: tuple[Any, ...], named: Mapping[str, Mapping[str, Any]]
) -> Config:
    extended = bool(units or any(named.values()))
    return Config(
        form=tables.get("form"),
        taxonomy=tables.get("taxonomy"),
        profile=tables.get("profile"),
        year=tables.get("year"),
        stage=STAGES[tables["stage"]] if "stage" in tables else Preset.DRAFT,
        language=tables.get("language", "zh"),
        keywords=tables.get("keywords", "zh"),
        formats=tuple(tables.get("formats", FORMATS)),
        attach_source=tables.get("attach_source", False),
        strict=tables.get("strict", False),
        wording=dict(tables.get("wording", {})),
        extension=Extension(units, named) if extended else None,
        diff=_diff(tables.get("diff", {})),
    )


def _diff(table: Mapping[str, Any]) -> DiffSettings:
    return DiffSettings(
        tuple(table.get("select", ())), tuple(table.get("ignore", ())), table.get("accept", "baseline")
    )


def _units(entries: list[Any], spans: Spans) -> tuple[tuple[Any, ...], list[Fault]]:
    """The usable units of the project; None stands for one that already has a fault."""
    complete = list(entries)
    faults: list[Fault] = []
    for number, entry in enumerate(entries):
        lacking = [] if entry is None else list(schema.missing(entry, entry, UNIT, ("unit", number), spans))
        complete[number] = None if lacking else entry
        faults += lacking
    faults += semantics.unit_faults(complete, spans)
    bad = {fault.path for fault in faults}
    return tuple(e for at, e in enumerate(complete) if e is not None and ("unit", at) not in bad), faults


def _references(tables: Mapping[str, Any], spans: Spans, catalog: Catalog) -> list[Fault]:
    return [
        fault
        for kind, called in CALLED.items()
        if kind in tables
        for fault in semantics.unknown(tables[kind], catalog.names(kind), (kind,), spans, called)
    ]


def _without(tables: Mapping[str, Any], faults: list[Fault]) -> dict[str, Any]:
    """The tables without the values at fault; a unit, form, profile or taxonomy with a fault goes as a whole."""
    bad = {_extent(fault.path) for fault in faults if fault.finding.code is not UNKNOWN_KEY and fault.path}
    return {key: _pruned(value, (key,), bad) for key, value in tables.items() if (key,) not in bad}


def _extent(path: Path) -> Path:
    return path[:2] if path[0] in ("unit", "wording", *EXTENSIONS) else path[:1]


def _pruned(value: Any, path: Path, bad: set[Path]) -> Any:
    if isinstance(value, Mapping):
        return {key: item for key, item in value.items() if (*path, key) not in bad}
    if isinstance(value, list):
        return [None if (*path, number) in bad else item for number, item in enumerate(value)]
    return value


def _sorted(reading: Reading, faults: list[Fault]) -> tuple[Finding, ...]:
    findings = [*reading.findings, *(_astray(fault) for fault in faults)]
    if reading.findings:  # what seems to be missing may stand on the lines that could not be read
        findings = [each for each in findings if each.code not in (MISSING_KEY, UNKNOWN_NAME)]
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code.code)))


def _astray(fault: Fault) -> Finding:
    """The finding; a setting that slipped under a table header is told so."""
    finding, key = fault.finding, fault.path[-1] if fault.path else ""
    if len(fault.path) < 2 or key not in CONFIG.keys or finding.code not in (UNKNOWN_KEY, UNKNOWN_NAME):
        return finding
    remedy = Message(
        f"{key} 要写在所有 [表] 之前；写在 [{fault.path[0]}] 之后，就成了它的内容。",
        f"Put {key} before the first [table]; here it belongs to [{fault.path[0]}].",
    )
    return replace(finding, remedy=remedy, fix=None)
