"""A project's own taxonomies, profiles and forms: each checked after what it extends, the usable ones kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goaldsl.catalog import schema, semantics
from goaldsl.catalog.catalog import Catalog
from goaldsl.catalog.codes import ENDLESS_EXTENSION
from goaldsl.catalog.data import Tables
from goaldsl.catalog.extension import Extension
from goaldsl.catalog.known_keys import EXTENSIONS, SHAPES
from goaldsl.catalog.schema import Fault
from goaldsl.catalog.toml_spans import Path, Spans
from goaldsl.diagnostics import Finding, Message

CALLED = {"taxonomy": "指标体系", "profile": "分值方案", "form": "表样"}
"""What people call each kind."""
HEADS = {kind: table for table, kind in EXTENSIONS.items()}
"""The table of `goaldsl.toml` that holds each kind."""


class Additions:
    """The named tables of one `goaldsl.toml`. `faults`: what is wrong; `usable()`: what is left."""

    def __init__(self, written: Tables, wellformed: Tables, spans: Spans) -> None:
        """`wellformed` is what is left of the `written` tables after the comparison with their shapes."""
        self._spans = spans
        self._own: dict[str, dict[str, Tables]] = {}
        self._sound: dict[tuple[str, str], bool] = {}  # a fault in a base is said once, at the base
        self.faults: list[Fault] = []
        for table, kind in EXTENSIONS.items():
            entries = written.get(table)
            left = wellformed.get(table, {})
            names = entries if isinstance(entries, Mapping) else {}
            self._own[kind] = {identity: left.get(identity, {}) for identity in names}
            self._sound |= {(kind, identity): False for identity in names if identity not in left}
        self.catalog = Catalog(Extension((), self._own))
        for kind, entries in self._own.items():
            for identity in entries:
                self._judge(kind, identity, ())

    def usable(self) -> Mapping[str, Mapping[str, Tables]]:
        """The tables without fault, and without those that lean on a faulty one."""
        sound = {kind: self._kept(kind) for kind in self._own}
        left = Catalog(Extension((), sound))
        for identity in list(sound["form"]):
            form: Any = left.table("form", identity)
            if left.identity("profile", form["profile"]) is None or (
                left.identity("taxonomy", form["taxonomy"]) is None
            ):
                del sound["form"][identity]
        return sound

    def _kept(self, kind: str) -> dict[str, Tables]:
        return {identity: own for identity, own in self._own[kind].items() if self._sound[kind, identity]}

    def _judge(self, kind: str, identity: str, below: tuple[str, ...]) -> bool:
        """Whether the entry can be used; `below` are the entries that led here by `extends`."""
        if (kind, identity) in self._sound:
            return self._sound[kind, identity]
        own = self._own[kind][identity]
        path: Path = (HEADS[kind], identity)
        base = own.get("extends")
        found = None if base is None else self.catalog.identity(kind, base)
        if base is not None and found is None:
            names = self.catalog.names(kind)
            self.faults += semantics.unknown(base, names, (*path, "extends"), self._spans, CALLED[kind])
            sound = False
        elif found is not None and found in (*below, identity):
            self.faults.append(self._endless(path))
            sound = False
        elif (
            found in self._own[kind]
            and found is not None
            and not self._judge(kind, found, (*below, identity))
        ):
            sound = False
        else:
            faults = self._entry_faults(kind, identity, own, path)
            self.faults += faults
            sound = not faults
        self._sound[kind, identity] = sound
        return sound

    def _entry_faults(self, kind: str, identity: str, own: Tables, path: Path) -> list[Fault]:
        whole = self.catalog.table(kind, identity)
        lacking = list(schema.missing(own, whole, SHAPES[kind], path, self._spans))
        if lacking:
            return lacking
        catalog = (
            Catalog(Extension((), {"taxonomy": self._kept("taxonomy")}))
            if kind == "profile"
            else self.catalog
        )
        return list(semantics.named_faults(kind, own, whole, path, self._spans, catalog))

    def _endless(self, path: Path) -> Fault:
        message = Message(f"“{path[-1]}”以自己为底", f"“{path[-1]}” extends itself")
        return Fault(path, Finding(ENDLESS_EXTENSION, self._spans.nearest((*path, "extends")).value, message))
