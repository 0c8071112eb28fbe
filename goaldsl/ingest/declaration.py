"""From the interchange file back to the declaration it was written from."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import TypeVar

import msgspec

from goaldsl.bind.headings import heading_points
from goaldsl.bind.money import AMOUNT_UNIT, AmountUnits, in_cell, money, money_unit
from goaldsl.bind.values import meaning
from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Finding, Message, Preset
from goaldsl.ingest import codes
from goaldsl.ingest.agreement import contradictions
from goaldsl.ingest.faults import WrongValueError, not_interchange, place_of
from goaldsl.ingest.further import further_targets, task
from goaldsl.model.declaration import (
    Acceptance,
    Declaration,
    EmptyRow,
    Field,
    Heading,
    Indicator,
    Item,
    Origin,
    Printed,
    Retired,
)
from goaldsl.model.form import FieldSpec, FieldType, Form, Place, additional
from goaldsl.model.place import NOWHERE, Located, Span, Text
from goaldsl.model.profile import Profile
from goaldsl.model.rule import Rule
from goaldsl.model.scoring import Declared, Scoring, Stated
from goaldsl.model.target import (
    Target,
)
from goaldsl.model.taxonomy import Category, Taxonomy
from goaldsl.published import declaration as published
from goaldsl.published import rule as rules
from goaldsl.published import self_evaluation
from goaldsl.published import target as targets
from goaldsl.scoring.indicator import subject
from goaldsl.scoring.sentence import render
from goaldsl.scoring.stating import said_by
from goaldsl.scoring.subject import Subject
from goaldsl.source import Source
from goaldsl.width import figures

Data = TypeVar("Data", Form, Profile, Taxonomy)

# Members that hold a decimal; printed cells (value, text) stay to the letter.
_EXACT = re.compile(r'("(?:amount|low|high|yuan|score|points|less|share|cap|base)"\s*:\s*")([^"\\\n]+)')
_INDICATORS = re.compile(r'"indicators"\s*:\s*\[')
_HEAD = 400  # bytes within which a file names its schema
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.)*")')


def read(
    source: Source, catalog: Catalog, preset: Preset | None = None
) -> tuple[Declaration | None, list[Finding]]:
    """The declaration in an interchange file, and what is wrong with the file. `preset` outranks its stage."""
    try:
        document = _decoded(_half_width(source.text).encode())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, WrongValueError) as error:
        return None, [not_interchange(source, error)]
    reader = _Reader(source, catalog, document, preset)
    try:
        return reader.declaration(), reader.findings
    except (KeyError, ValueError, ArithmeticError, TypeError) as error:
        return None, [*reader.findings, not_interchange(source, error)]


def _decoded(data: bytes) -> published.Document:
    """The declaration in a file, or the one that a self-evaluation is about."""
    if self_evaluation.SCHEMA.encode() not in data[:_HEAD]:
        return published.decode(data)
    evaluated = self_evaluation.decode(data)
    if evaluated.declared is None:
        without = Message("没有附申报表（1.0 的自评数据）", "holds no declaration (a self-evaluation of 1.0)")
        raise WrongValueError("declared", without)
    return published.Document(
        schema=published.SCHEMA,
        format_version=published.FORMAT_VERSION,
        generator=evaluated.generator,
        declaration=evaluated.declared,
        origin=Origin.SELF_EVALUATION,
    )


def _half_width(text: str) -> str:
    """The text with the exact numbers that a person edited in full width; everything keeps its place."""
    return text if text.isascii() else _EXACT.sub(lambda found: found[1] + figures(found[2]), text)


class _Reader:
    """Reads one document; what is wrong with it gathers in `findings`."""

    def __init__(
        self, source: Source, catalog: Catalog, document: published.Document, preset: Preset | None
    ) -> None:
        self.source = source
        self.catalog = catalog
        self.declared = document.declaration
        self.origin = document.origin
        self.preset = preset
        self.findings: list[Finding] = []
        self._names = _name_spans(source.text)

    def declaration(self) -> Declaration | None:
        declared = self.declared
        form = self._known("form", declared.form, self.catalog.form(declared.form.id), "表样")
        profile = self._known(
            "profile", declared.profile, self.catalog.profile(declared.profile.id), "分值方案"
        )
        taxonomy = self._known(
            "taxonomy", declared.taxonomy, self.catalog.taxonomy(declared.taxonomy.id), "指标体系"
        )
        if form is None or profile is None or taxonomy is None:
            return None
        self._told_twice()
        title = declared.form.title
        return Declaration(
            source=self.source,
            form=form,
            profile=profile,
            taxonomy=taxonomy,
            preset=self.preset or declared.stage,
            title=Text(title) if title is not None else None,
            year=Located(declared.year) if declared.year is not None else None,
            fields=tuple(self._fields(form)),
            indicators=tuple(
                self._indicator(row, index, taxonomy, form) for index, row in enumerate(declared.indicators)
            ),
            empty_rows=tuple(
                EmptyRow(category, Text(row.level2), self._before(row, index))
                for index, row in enumerate(declared.empty_rows)
                if (category := self._category(row, f"empty_rows[{index}]", taxonomy)) is not None
            ),
            retired=tuple(
                Retired(
                    Text(row.level2 or "指标"),
                    self._category(row, f"retired[{index}]", taxonomy),
                    Text(row.name),
                    Text(row.reason) if row.reason is not None else None,
                    NOWHERE,
                )
                for index, row in enumerate(declared.retired)
            ),
            accepted=_accepted(declared.accepted),
            unsure=tuple(Text(doubt) for doubt in declared.unsure),
            headings=tuple(
                Heading(each.level1, Text(each.text), heading_points(each.text)[1])
                for each in declared.headings
            ),
            wording=tuple(declared.wording.items()),
            tasks=tuple(task(each, form, self._units(form), self.catalog) for each in declared.tasks),
        )

    def _told_twice(self) -> None:
        """Cells that print other than the data say: one finding each."""
        holder = "declared" if self.origin is Origin.SELF_EVALUATION else "declaration"
        for each in contradictions(self.declared, self.catalog):
            error = WrongValueError(f"{holder}.{each.place}", each.message)
            self.findings.append(not_interchange(self.source, error))

    def _before(self, row: published.EmptyRow, index: int) -> int:
        """Before which indicator an empty row is printed; one beyond them all would be lost."""
        rows = len(self.declared.indicators)
        if row.before > rows:
            message = Message(f"大于指标的个数 {rows}", f"more than the {rows} indicators")
            raise WrongValueError(f"declaration.empty_rows[{index}].before", message)
        return row.before

    def _known(self, key: str, reference: published.Reference, found: Data | None, kind: str) -> Data | None:
        holder = "declared" if self.origin is Origin.SELF_EVALUATION else "declaration"
        place = partial(
            place_of, self.source, f"{holder}.{key}.{'id' if found is None else 'sha256'}"
        )  # looked for only where something is wrong
        name = f"{reference.name}（{reference.id}）"
        if found is None:
            self.findings.append(
                Finding(
                    codes.UNKNOWN_DATA,
                    place(),
                    Message(f"这里没有{kind}“{name}”", f"there is no {reference.id} here"),
                    remedy=Message(
                        "在 goaldsl.toml 里登记，或升级 goaldsl。", "Register it, or upgrade goaldsl."
                    ),
                )
            )
        elif found.sha256 != reference.sha256:
            self.findings.append(
                Finding(
                    codes.CHANGED_DATA,
                    place(),
                    Message(f"{kind}“{name}”的内容与写出交换文件时不同", f"{reference.id} has changed since"),
                    remedy=Message(
                        "核对印出的表，再重新生成。", "Check the table, then write the file again."
                    ),
                )
            )
        return found

    # ── fields ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _fields(self, form: Form) -> list[Field]:
        declared = self.declared
        unit = declared.unit
        texts: dict[str, str | None] = {
            "department": unit.name,
            "department_code": unit.code,
            "region_code": unit.region_code,
            "budget": unit.budget.text if unit.budget else None,
            "origin": self.origin.value if self.origin is not Origin.DECLARATION else None,
        }
        blocks = {"duties": unit.duties, "goals": declared.objectives}
        fields = [self._single(form, key, text) for key, text in texts.items() if text is not None]
        fields += [self._block(form, key, items) for key, items in blocks.items() if items]
        for place, entries in ((Place.HEADER, declared.fields), (Place.BELOW, declared.sign_off)):
            for label, text in entries.items():
                shown = declared.as_printed.get(label, text)
                fields.append(self._labelled(form, label, shown, place, len(fields)))
        for label, items in declared.blocks.items():
            spec = self.catalog.field(form, label) or additional(
                label, FieldType.LINES, Place.HEADER, len(fields)
            )
            fields.append(self._block_of(spec, items))
        return fields

    def _single(self, form: Form, key: str, text: str) -> Field:
        spec = _by_key(form, key)
        return self._of(spec, spec.label, text, form)

    def _labelled(self, form: Form, label: str, text: str, place: Place, number: int) -> Field:
        spec = self.catalog.field(form, label) or additional(label, FieldType.TEXT, place, number)
        return self._of(spec, label, text, form)

    def _of(self, spec: FieldSpec, label: str, text: str, form: Form) -> Field:
        if spec.type is not FieldType.MONEY:
            return Field(spec, Text(label), Text(text), meaning(spec, text))
        units = self._units(form)
        value = money(text, spec, label, units, self.catalog)
        shown = in_cell(text, value, spec, units, self.catalog) if value is not None else text
        return Field(spec, Text(label), Text(text), value, printed=shown if shown != text else None)

    def _units(self, form: Form) -> AmountUnits:
        """In what the amounts are: 金额单位 stands among the fields."""
        said = {
            spec.key: text
            for label, text in self.declared.fields.items()
            if (spec := self.catalog.field(form, label))
        }
        words = said.get(AMOUNT_UNIT, "")
        return AmountUnits.of(form, self.catalog, money_unit(words, self.catalog) if words else None)

    def _block(self, form: Form, key: str, items: tuple[published.Item, ...]) -> Field:
        return self._block_of(_by_key(form, key, FieldType.LINES), items)

    def _block_of(self, spec: FieldSpec, items: tuple[published.Item, ...]) -> Field:
        layout = self.declared.paragraphs.get(spec.label)
        join = spec.join if layout is None else layout == "joined"
        lines = tuple(
            Item(Text(item.text), item.number or "", item.generated, Text(item.label) if item.label else None)
            for item in items
        )
        words = Text("\n".join(line.number + line.text.value for line in lines))
        return Field(spec, Text(spec.label), words, items=lines, join=join)

    # ── indicators ───────────────────────────────────────────────────────────────────────────────────────────────
    def _indicator(self, row: published.Indicator, index: int, taxonomy: Taxonomy, form: Form) -> Indicator:
        span = self._names[index] if index < len(self._names) else NOWHERE
        row = self._reworded(row)
        generated = set(row.generated)
        texts = {
            key: Text(getattr(row, key)) if getattr(row, key) and key not in generated else None
            for key in ("criterion", "explanation", "remark")
        }
        target = self._target(row)
        return Indicator(
            span=span,
            extent=span,
            head=Text(row.level2 or "指标", span),
            category=self._category(row, f"indicators[{index}]", taxonomy),
            name=Text(row.name, span),
            target=target,
            score=Located(Decimal(row.score), span) if row.score is not None else None,
            scoring=self._scoring(row, texts["criterion"]),
            direction=row.direction,
            printed=Printed(
                row.type, row.value, row.unit, row.score or "", row.explanation, row.criterion, row.remark
            ),
            generated=row.generated,
            criterion=texts["criterion"],
            explanation=texts["explanation"],
            remark=texts["remark"],
            source=Text(row.source) if row.source is not None else None,
            supports=tuple(Text(word) for word in row.supports),
            was=tuple(Text(word) for word in row.was),
            id=Text(row.id) if row.id is not None else None,
            accepted=_accepted(row.accepted),
            further=further_targets(row, form, self.catalog),
            unsure=tuple(Text(doubt, span) for doubt in row.unsure),
        )

    def _reworded(self, row: published.Indicator) -> published.Indicator:
        """1.0 kept no 句式: a generated sentence that this wording would not give is one written to the letter."""
        rule = _rule(row)
        if row.scoring is not None or rule is None or "criterion" not in row.generated:
            return row
        profile = self.catalog.profile(self.declared.profile.id)
        wording = profile.wording if profile else {}
        if render(rule, self._subject(row), wording, self.catalog.unit) == row.criterion:
            return row
        return msgspec.structs.replace(
            row, generated=tuple(key for key in row.generated if key != "criterion"), scoring="declared"
        )

    def _subject(self, row: published.Indicator) -> Subject:
        score = Decimal(row.score) if row.score is not None else None
        target = self._target(row)
        return subject(row.name, target, score, row.direction, self.catalog)

    def _scoring(self, row: published.Indicator, sentence: Text | None) -> Scoring | None:
        """What the file says of the scoring; a sentence is read once, for its remarks, under the rule kept in it."""
        rule = _rule(row)
        if sentence is None:
            return None if rule is None else Declared(rule)
        said = said_by(sentence, self._subject(row), self.catalog.unit)
        if rule is None or row.scoring == "unread":
            return said
        if row.scoring == "declared":
            return Declared(rule, said)
        return Stated(rule, sentence, said.remarks if isinstance(said, Stated) else ())

    def _category(
        self,
        row: published.Indicator | published.Retired | published.EmptyRow,
        place: str,
        taxonomy: Taxonomy,
    ) -> Category | None:
        """The class of a row; one that the taxonomy has not is a fault of the file."""
        if row.level1 is None or row.level2 is None:
            return None
        category = Category(row.level1, row.level2)
        if self.catalog.category(taxonomy, row.level2) != category:
            known = Message(
                f"不在{taxonomy.name}里：{row.level1}—{row.level2}",
                f"no class of {taxonomy.name}: {row.level1}—{row.level2}",
            )
            raise WrongValueError(f"declaration.{place}.level2", known)
        return category

    def _target(self, row: published.Indicator) -> Target | None:
        if row.target is None:
            return None
        return targets.decode(row.target, row.value, row.unit, self.catalog.unit)


def _rule(row: published.Indicator) -> Rule | None:
    """The rule of a row; 1.0 kept a sentence that nobody could read as a kind of rule."""
    return None if row.rule is None or isinstance(row.rule, rules.Sentence) else rules.decode(row.rule)


def _by_key(form: Form, key: str, kind: FieldType = FieldType.TEXT) -> FieldSpec:
    return next((spec for spec in form.fields if spec.key == key), None) or _unprinted(key, key, kind)


def _unprinted(key: str, label: str, kind: FieldType) -> FieldSpec:
    return FieldSpec(key, label, (label,), kind, Place.NOWHERE)


def _accepted(entries: tuple[published.Acceptance, ...]) -> tuple[Acceptance, ...]:
    return tuple(Acceptance(Text(each.code), each.what, Text(each.reason), NOWHERE) for each in entries)


def _name_spans(text: str) -> list[Span]:
    """Where the name of each indicator stands in the JSON text, so that a finding can point at it."""
    start = _INDICATORS.search(text)
    if start is None:
        return []
    end = text.find('"totals"', start.end())
    found = _NAME.finditer(text, start.end(), end if end >= 0 else len(text))
    return [Span(match.start(1) + 1, match.end(1) - 1) for match in found]
