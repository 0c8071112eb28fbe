"""Indicators: head words to classes, clauses to properties, rules to printed sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from goaldsl.bind import codes
from goaldsl.bind.further import further_targets, repeated_areas, years_back
from goaldsl.bind.printed import printed_cells
from goaldsl.bind.settings import Settings
from goaldsl.bind.targets import (
    TIMELY,
    Circumstances,
    behind_colon,
    is_impossible,
    names_no_day,
    understood,
)
from goaldsl.bind.unknown_unit import unknown_unit
from goaldsl.catalog import Catalog, Guess, RateDomain, guess
from goaldsl.catalog.leanings import less_is_better, saves
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.declaration import Acceptance, Indicator, Retired
from goaldsl.model.place import Located, Span, Text
from goaldsl.model.rule import Deduct, Manual, Rule, StepDirection
from goaldsl.model.scoring import Declared, Scoring, Unread
from goaldsl.model.target import (
    DeadlineTarget,
    Direction,
    Operator,
    QualityTarget,
    QuantityTarget,
    RangeTarget,
    Target,
    UnreadableTarget,
)
from goaldsl.model.taxonomy import Category, SecondLevel
from goaldsl.model.unit import Unit
from goaldsl.parse.codes import DATE, REPEATED
from goaldsl.parse.keywords import STATEMENTS, ClauseKind
from goaldsl.parse.syntax import IndicatorLine
from goaldsl.scoring.indicator import subject
from goaldsl.scoring.quantity import TIME
from goaldsl.scoring.sentence import render
from goaldsl.scoring.shape_codes import SIDE_CONTRADICTS
from goaldsl.scoring.stating import scoring_of
from goaldsl.scoring.subject import Subject
from goaldsl.scoring.validity import examine
from goaldsl.scoring.validity.sides import opposed
from goaldsl.source import Source

_WITHOUT_CLASS = frozenset(STATEMENTS["indicator"].spellings)


class IndicatorBinding:
    """Binds the indicators of one file; what is wrong with them gathers in `findings`."""

    def __init__(self, catalog: Catalog, settings: Settings, source: Source) -> None:
        self.catalog = catalog
        self.source = source
        self.settings = settings
        self.findings: list[Finding] = []
        self._unknown_units: dict[str, list[Span]] = {}

    def indicator(self, line: IndicatorLine) -> Indicator | None:
        """The indicator of a line; None when its head line could not be read."""
        category = self.category(line.head)
        if line.name is None:
            return None
        values: Mapping[ClauseKind, Any] = {clause.kind: clause.value for clause in line.clauses}
        name, line = self._parted(line, line.name, category)
        target = self._annual(line, values)
        line = replace(line, target=self._understood(target, name.value, category))
        direction = self._direction(name.value, category, line.target, values)
        score: Located[Decimal] | None = values.get(ClauseKind.SCORE)
        criterion = _criterion(values)
        points = score.value if score else None
        row = subject(name.value, line.target, points, direction, self.catalog)
        scoring = scoring_of(_declared(values), criterion, row, self.catalog.unit)
        sentence = self._sentence(scoring, row)
        if isinstance(scoring, Declared) and opposed(scoring.rule, row, self.catalog.unit):
            # Reported. One of the two is wrong: the author's own words are printed, and nothing is computed.
            typed = self._typed(scoring.rule)
            scoring = Unread(typed, None, declared=scoring.rule)
            criterion = criterion or typed
        explanation, remark = values.get(ClauseKind.EXPLANATION), values.get(ClauseKind.REMARK)
        printed, generated = printed_cells(
            self.settings.form, line.target, score, sentence, criterion, explanation, remark
        )
        self._note_unit(line.target)
        further = further_targets(
            line.clauses,
            self.settings.form,
            lambda each, scope: self._understood(each, name.value, category, years_back(scope)),
        )
        self.findings += repeated_areas(line.clauses)
        for each in further:
            self._note_unit(each.target)
        return Indicator(
            span=line.span,
            extent=line.extent,
            head=line.head,
            category=category,
            name=name,
            target=line.target,
            score=score,
            scoring=scoring,
            direction=direction,
            printed=printed,
            generated=generated,
            criterion=criterion,
            explanation=explanation,
            remark=remark,
            source=values.get(ClauseKind.SOURCE),
            supports=values.get(ClauseKind.SUPPORTS, ()),
            was=values.get(ClauseKind.WAS, ()),
            id=values.get(ClauseKind.ID),
            further=further,
            accepted=tuple(clause.value for clause in line.clauses if isinstance(clause.value, Acceptance)),
            unsure=tuple(
                clause.value
                for clause in line.clauses
                if clause.kind is ClauseKind.UNSURE and isinstance(clause.value, Text)
            ),
        )

    def retired(self, line: IndicatorLine) -> Retired | None:
        """A removed indicator; its reason is the text of its 说明, else its explanation."""
        if line.name is None:
            return None
        reason = None
        for clause in line.clauses:
            if isinstance(clause.value, Acceptance):
                reason = clause.value.reason
            elif clause.kind in (ClauseKind.EXPLANATION, ClauseKind.REMARK) and isinstance(
                clause.value, Text
            ):
                reason = reason or clause.value
        return Retired(line.head, self.category(line.head), line.name, reason, line.span)

    def category(self, head: Text, *, heading: bool = False) -> Category | None:
        """The class a head word means; an unknown one is reported. A heading may name a first-level class, too."""
        if head.value in _WITHOUT_CLASS:
            return None
        category = self.catalog.category(self.settings.taxonomy, head.value)
        if category is None:
            self._unknown_class(head, heading)
        return category

    def unit_findings(self) -> list[Finding]:
        """One hint for each unknown unit, with all its places."""
        return [unknown_unit(word, spans, self.catalog) for word, spans in self._unknown_units.items()]

    # ── rule and sentence ────────────────────────────────────────────────────────────────────────────────────────
    def _sentence(self, scoring: Scoring | None, row: Subject) -> str:
        """What a declared rule prints where no sentence was written; the rule is examined on the way."""
        if not isinstance(scoring, Declared):
            return ""
        rule = scoring.rule
        manual = len(rule.terms) == 1 and isinstance(rule.terms[0].shape, Manual)
        if not manual and not names_no_day(row.target):  # of a date that no calendar has, GS008 is said
            found = examine(rule, row, rule.span, self.catalog.unit)
            self.findings += [
                self._with_word(each) if each.code is SIDE_CONTRADICTS else each for each in found
            ]
        return render(rule, row, self.settings.wording, self.catalog.unit)

    def _with_word(self, finding: Finding) -> Finding:
        """The finding with the word of the side underlined, too: 每超 1%."""
        match = _SIDE.search(self.source.text, max(0, finding.span.start - _WIDEST_SIDE), finding.span.start)
        return replace(finding, span=Span(match.start(1), finding.span.end)) if match else finding

    def _typed(self, rule: Rule) -> Text:
        """A rule in the words of its author, on one line."""
        return Text(_BREAK.sub("", self.source.slice(rule.span)), rule.span)

    def _annual(self, line: IndicatorLine, values: Mapping[ClauseKind, Any]) -> Target | None:
        """The target behind the name, or that of 年度 below it; the first one counts."""
        annual: Target | None = values.get(ClauseKind.ANNUAL)
        if annual is None or line.target is None:
            return annual or line.target
        self.findings.append(
            Finding(
                REPEATED,
                annual.span,
                Message("年度的指标值写了两次", "the target of the year stands twice"),
                notes=(Message("只采用名称后面的。", "Only the one behind the name counts."),),
                remedy=Message(
                    "只留一个；是别的时段的，写 中期、半年 或 上年。",
                    "Keep one; another time is midterm, half-year or last-year.",
                ),
                related=(Related(line.target.span, Message("名称后面的", "the one behind the name")),),
            )
        )
        return line.target

    def _parted(
        self, line: IndicatorLine, name: Text, category: Category | None
    ) -> tuple[Text, IndicatorLine]:
        """Name and line, with the value that stands behind a colon of the name as its target."""
        if self.source.text[name.span.start - 1 : name.span.start] in ('"', "“", "＂"):
            return name, line  # in quotes every sign belongs to the name
        bare = name.value.rstrip("：: ")  # 合格率：>= 95%
        if line.target is not None and bare and bare != name.value:
            return Text(bare, Span(name.span.start, name.span.end - len(name.value) + len(bare))), line
        if line.target is not None or any(each.kind is ClauseKind.ANNUAL for each in line.clauses):
            return name, line
        found = behind_colon(name, self._row(name.value, category), self.catalog)
        return (found[0], replace(line, target=found[1])) if found else (name, line)

    def _understood(
        self, target: Target | None, name: str, category: Category | None, years_back: int = 0
    ) -> Target | None:
        """The target, with values written as on paper read by class, name and year."""
        row = self._row(name, category, years_back)
        read = understood(target, row, self.catalog)
        if not isinstance(read, UnreadableTarget) or not is_impossible(read, row):
            return read
        self.findings.append(_no_such_day(read))
        return QualityTarget(
            read.text, read.span, read.text_span
        )  # reported: the checks need not report it again

    def _row(self, name: str, category: Category | None, years_back: int = 0) -> Circumstances:
        cost = category is not None and self._class(category).direction is Direction.DESCENDING
        year = self.settings.year.value - years_back if self.settings.year else None
        return Circumstances(name, category.level2 if category else "", cost, year)

    def _class(self, category: Category) -> SecondLevel:
        return self.catalog.second_level(self.settings.taxonomy, category)

    def _direction(
        self, name: str, category: Category | None, target: Target | None, values: Mapping[ClauseKind, Any]
    ) -> Direction:
        """Which way is better; `=` and no sign lean with the name, the class and what the rule deducts for."""
        if isinstance(target, RangeTarget):
            return Direction.BOTH
        if isinstance(target, DeadlineTarget):
            return Direction.DESCENDING
        if not isinstance(target, QuantityTarget):
            return Direction.ASCENDING
        if target.sense in (Operator.AT_MOST, Operator.LESS):
            return Direction.DESCENDING
        if target.sense is Operator.EXACTLY:
            return Direction.BOTH
        if target.sense is not Operator.EQUAL:
            return Direction.ASCENDING
        if target.amount == 0 or less_is_better(name):
            return Direction.DESCENDING
        if category is not None and self._class(category).direction is Direction.DESCENDING:
            return Direction.ASCENDING if saves(name) else Direction.DESCENDING
        if not _about_time(target, category) or self.catalog.rate_domain(name) is RateDomain.SHARE:
            return Direction.ASCENDING
        return _deducted_side(_declared(values), _criterion(values))

    # ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _note_unit(self, target: Target | None) -> None:
        if isinstance(target, QuantityTarget | RangeTarget | UnreadableTarget):
            unit: Unit | None = target.unit
            if unit is not None and not unit.known:
                span = target.span if isinstance(target, UnreadableTarget) else target.unit_span
                self._unknown_units.setdefault(target.unit_text, []).append(span)

    def _unknown_class(self, head: Text, heading: bool) -> None:
        taxonomy = self.settings.taxonomy
        level = self.catalog.first_level(taxonomy, head.value)
        if level is not None:
            children = "、".join(child.name for child in level.children)
            message = Message(
                f"“{head.value}”是一级指标，行首要写二级指标", f"“{head.value}” is a first-level class"
            )
            remedy = Message(f"写它下面的一类：{children}。", f"Write one of its classes: {children}.")
            near = Guess(level.children[0].name) if len(level.children) == 1 else None
        else:
            names = [name for each in taxonomy.levels for child in each.children for name in child.names]
            names += [level.name for level in taxonomy.levels] if heading else []
            near = guess(head.value, names)
            message = Message(
                f"{taxonomy.name}里没有“{head.value}”", f"“{head.value}” is not a class of {taxonomy.name}"
            )
            listed = "、".join(child.name for each in taxonomy.levels for child in each.children)
            unknown = Message(
                f"可用的有：{listed}；没有分类的行写“指标”。",
                f"Known: {listed}; a row without class is 指标.",
            )
            remedy = near.remedy if near else unknown
        self.findings.append(
            Finding(
                codes.UNKNOWN_CLASS,
                head.span,
                message,
                label=near.asked if near else None,
                notes=self._other_taxonomies(head),
                remedy=remedy,
                fix=near.fix(head.span) if near else None,
            )
        )

    def _other_taxonomies(self, head: Text) -> tuple[Message, ...]:
        own = self.settings.taxonomy
        for identity in self.catalog.ids("taxonomy"):
            other = self.catalog.taxonomy(identity)
            if other is not None and other.id != own.id and self.catalog.category(other, head.value):
                name = other.name
                return (
                    Message(
                        f"“{name}”有这一类；要用它，先写一行：指标体系 {other.names[0]}。",
                        f"{name} has this class; to use it write: 指标体系 {other.names[0]}.",
                    ),
                )
        return ()


_SIDE = re.compile(r"(?:每|\s)([^每\s]+\s*)$")
_WIDEST_SIDE = 12
_BREAK = re.compile(r"\s*\n\s*")
_TIMES = TIME | {"workdays", "terms"}
_DOWN = re.compile("每(?:超|增|多|推迟|延迟|延长|晚|迟|逾期)")
_UP = re.compile("每(?:少|低|降|减|缺|差)")


def _about_time(target: QuantityTarget, category: Category | None) -> bool:
    """A target of which `=` tells no direction: a time, or anything but a rate under 时效指标."""
    dimension = target.unit.dimension if target.unit else ""
    timely = category is not None and category.level2 == TIMELY
    return dimension in _TIMES or (timely and dimension != "rate")


def _deducted_side(rule: Rule | None, sentence: Text | None) -> Direction:
    """The side that the rule or its sentence deducts for is the bad one."""
    sides = (
        {term.shape.step.direction for term in rule.terms if isinstance(term.shape, Deduct)}
        if rule
        else set()
    )
    words = sentence.value if sentence else ""
    if StepDirection.OVER in sides or _DOWN.search(words):
        return Direction.DESCENDING
    if StepDirection.SHORT in sides or _UP.search(words):
        return Direction.ASCENDING
    return Direction.UNDECIDED


def _no_such_day(target: UnreadableTarget) -> Finding:
    return Finding(
        DATE,
        target.text_span,
        Message(f"日历上没有“{target.text}”", f"no such date: {target.text}"),
        remedy=Message("改成存在的日期。", "Write a date that exists."),
    )


def _declared(values: Mapping[ClauseKind, Any]) -> Rule | None:
    """The rule written as a rule."""
    rule = values.get(ClauseKind.RULE)
    return rule if isinstance(rule, Rule) else None


def _criterion(values: Mapping[ClauseKind, Any]) -> Text | None:
    """The official sentence as written: 评分标准, or what stands behind 赋分."""
    criterion: Text | None = values.get(ClauseKind.CRITERION)
    rule = values.get(ClauseKind.RULE)
    return rule if criterion is None and isinstance(rule, Text) else criterion
