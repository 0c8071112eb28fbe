"""The fields of a form: labels to keys, values to dates and amounts, blocks to numbered items."""

from __future__ import annotations

import re
from collections.abc import Iterable

from goaldsl.bind import codes
from goaldsl.bind.money import AMOUNT_UNIT, AmountUnits, in_cell, labelled_unit, money, money_unit
from goaldsl.bind.row_codes import ADDITIONAL_ROW, AMOUNT_UNITS, BRACKETS
from goaldsl.bind.settings import repeated, setting_kind, stray_lines
from goaldsl.bind.unprinted import not_printed
from goaldsl.bind.values import lasts, meaning
from goaldsl.catalog import Catalog, folded, guess, similar
from goaldsl.diagnostics import Edit, Finding, Fix, Message, Related
from goaldsl.model.declaration import Field, Item, Money, Period
from goaldsl.model.form import FieldSpec, FieldType, Form, Place, additional
from goaldsl.model.place import Span, Text
from goaldsl.model.target import CalendarDate
from goaldsl.parse.escapes import unmarked
from goaldsl.parse.keywords import CLAUSES, LAYOUT, SETTINGS, STATEMENTS
from goaldsl.parse.shadow import cast
from goaldsl.parse.syntax import FieldLine

_OWN_NUMBER = re.compile(
    r"(?:\d{1,3}(?:[、．)]|\.(?!\d)|(?=[）]))|[（(]\d{1,3}[）)]|[①-⑳㉑-㉟㊱-㊿]|[一二三四五六七八九十]{1,3}[、．.]"
    r"(?![一二三四五六七八九十\d]+[级类批期季年月])"  # 二、三级河道治理 begins with no number
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|(?:目标|任务)[\d一二三四五六七八九十]{1,3}[：:、])[）]?\s*"
)
_LABEL = re.compile(r"[\[［]([^\]］\n]{1,30})[\]］]\s*")
_NAMED = re.compile(r"【([^】\n]{1,30})】\s*")  # printed, unless a 对应目标 of the file calls it so
_DASH = re.compile(r"[-－—–―‐−﹣](?:\s+|(?=[\[［【])|$)|——\s*(?=[\[［【])")
_WHOLE_GOAL = "总体目标"  # alone it is the yearly goal; beside 年度目标 that of the whole project
_DURATION = re.compile(
    r"[\d一二三四五六七八九十半]+(?:\.\d+)?\s*个?(?:年|月|季度|天|日|周)(?:度|期)?|长期|常年|每年|持续|一次性|当年|本年|全年"
)
_ROW_SIGN = re.compile(
    r"[<>≥≤=]\s*[\d*]|(?:不低于|不少于|不超过|不高于)\s*\d|(?:^|(?<=\s))(?:分值|权重|score)[\s:]*\d"
)
_SHORTEST_FORGETFUL = 3  # of three characters one may be forgotten; 部 is no slip of 部门
_CHINESE = "零一二三四五六七八九"
_EXAMPLES = {
    FieldType.DATE: Message("日期写成 2025.12.06 或 2025年12月6日。", "Write a date as 2025.12.06."),
    FieldType.MONEY: Message("金额写成 814.87 万元。", "Write an amount as 814.87 万元."),
    FieldType.PERIOD: Message("起止时间写成 2026-01～2026-12。", "Write a period as 2026-01～2026-12."),
}
_JOINED = frozenset(folded(word) for word in LAYOUT["joined"].spellings)
_SEPARATE = frozenset(folded(word) for word in LAYOUT["separate"].spellings)


class FieldBinding:
    """Binds the fields of one file; what is wrong with them gathers in `findings`."""

    def __init__(self, catalog: Catalog, form: Form, settled: bool = True) -> None:
        self.catalog = catalog
        self.form = form
        self.settled = settled  # False: the edition is a stand-in, and what it prints means nothing
        self.findings: list[Finding] = []
        self.rows_began = False  # whether an indicator stands above: later rows are printed under the table
        self._seen: dict[str, FieldLine] = {}
        self._filled: set[str] = set()
        # Not printed, yet not in vain: the unit line shows one, the cost ceiling is checked against the other.
        self._useful = {"budget", AMOUNT_UNIT, "origin"} | ({"filler_unit"} if form.unit_line else set())
        self.units = AmountUnits.of(form, catalog)
        self.has_tasks = False  # whether 年度主要任务 is a table, over which the label stands alone
        self._unit_line: FieldLine | None = None
        self._unprinted: list[tuple[Text, str]] = []  # label and key of what this edition has no place for
        self.referred: frozenset[str] = frozenset()  # what 对应目标 names in this file, folded

    def survey(self, lines: Iterable[FieldLine]) -> None:
        """Look at all lines first: what is filled somewhere, and 金额单位, which holds for every amount."""
        for line in lines:
            spec = self.catalog.field(self.form, line.label.value)
            if spec is None:
                continue
            if line.text is not None or line.lines:
                self._filled.add(spec.key)
            if spec.key == AMOUNT_UNIT and line.text is not None and self._unit_line is None:
                self._unit_line = line
                stated = money_unit(line.text.value, self.catalog)
                self.units = AmountUnits.of(self.form, self.catalog, stated)

    def told(self) -> list[Finding]:
        """All findings; one for all fields that the edition has no place for."""
        unprinted = not_printed(self._unprinted, self.catalog) if self._unprinted else None
        return [*self.findings, unprinted] if unprinted else self.findings

    def field(self, line: FieldLine) -> Field | None:
        """The field a line fills, None when the label is unknown, a setting or a repetition."""
        if setting_kind(line.label.value) is not None:
            return None
        spec = self.catalog.field(self.form, line.label.value) or self._additional(line)
        if spec is None:
            self._unknown(line)
            return None
        if (
            spec.key == "long_term_goals"
            and folded(line.label.value) == _WHOLE_GOAL
            and "goals" not in self._filled
        ):
            spec = next((each for each in self.form.fields if each.key == "goals"), spec)
        heads = spec.key in self._filled or (spec.key == "main_tasks" and self.has_tasks)
        if line.text is None and not line.lines and heads:
            return None  # 项目资金（万元） stands over the amounts that follow
        first = self._seen.setdefault(spec.key, line)
        if first is not line:
            self.findings.append(repeated(line, first))
            return None
        if self.settled and spec.place is Place.NOWHERE and spec.key not in self._useful:
            self._unprinted.append((line.label, spec.key))
        return self._lines(spec, line) if spec.type is FieldType.LINES else self._single(spec, line)

    def _additional(self, line: FieldLine) -> FieldSpec | None:
        """A row that the edition has not; None where the label is a slip of one that it has, or a broken indicator."""
        label = line.label.value
        if self._is_broken_row(line) or self._is_slip(line):
            return None
        kind = FieldType.LINES if line.lines else FieldType.TEXT
        place = Place.BELOW if self.rows_began else Place.HEADER
        if self.settled and folded(label) not in self._seen:
            self.findings.append(_additional_row(line, place))
        return additional(label, kind, place, len(self._seen))

    def _is_broken_row(self, line: FieldLine) -> bool:
        """Whether an operator, points or a word near a class say that an indicator was meant."""
        words = cast(line.text.value).text if line.text else ""
        near = similar(line.label.value, self.catalog.class_words())
        return bool(_ROW_SIGN.search(words)) or near is not None

    def _is_slip(self, line: FieldLine) -> bool:
        """Whether a known word was probably meant: one character differs, or the content was written onto it."""
        label = line.label.value
        guess = similar(label, self._known())
        alone = line.text is None and not line.lines
        return (guess is not None and _is_typo(label, guess)) or (alone and bool(self._glued(label)))

    def _single(self, spec: FieldSpec, line: FieldLine) -> Field:
        if line.lines:
            self.findings.append(stray_lines(line))
        text = line.text or Text("", Span(line.label.span.end, line.label.span.end))
        value = self._value(spec, text, line.label) if text.value else None
        printed = None
        if isinstance(value, Money):
            shown = in_cell(text.value, value, spec, self.units, self.catalog)
            printed = shown if shown != text.value else None
        return Field(spec, line.label, text, value, span=line.span, printed=printed)

    def _value(self, spec: FieldSpec, text: Text, label: Text) -> CalendarDate | Money | Period | None:
        if spec.type is FieldType.MONEY:
            if self._units_differ(label):
                return None
            value: CalendarDate | Money | Period | None = money(
                text.value, spec, label.value, self.units, self.catalog
            )
        else:
            value = meaning(spec, text.value)
        if value is None and spec.key == AMOUNT_UNIT:
            if money_unit(text.value, self.catalog) is None:
                self.findings.append(_no_money_unit(text))
        elif (
            value is None
            and spec.type in _EXAMPLES
            and not (spec.type is FieldType.PERIOD and lasts(text.value))
        ):
            self.findings.append(
                Finding(
                    codes.FIELD_VALUE,
                    text.span,
                    Message(f"“{spec.label}”读不懂“{text.value}”", f"“{text.value}” cannot be read"),
                    notes=(Message("内容照样印出，但不能核对。", "It is printed but cannot be checked."),),
                    remedy=_EXAMPLES[spec.type],
                )
            )
        return value

    def _units_differ(self, label: Text) -> bool:
        """Whether the label as typed names another unit than 金额单位: nobody can tell which one holds."""
        typed, stated, line = labelled_unit(label.value, self.catalog), self.units.stated, self._unit_line
        if typed is None or stated is None or line is None or line.text is None or typed == stated:
            return False
        self.findings.append(
            Finding(
                AMOUNT_UNITS,
                label.span,
                Message(
                    f"“{label.value}”写的是{typed.symbol}，金额单位写的是{stated.symbol}",
                    f"the label says {typed.symbol}, the unit of amounts is {stated.symbol}",
                ),
                notes=(
                    Message(
                        "不知道按哪一个算；内容照样印出，但不换算、不核对。",
                        "Nobody can tell which holds; it is printed as typed.",
                    ),
                ),
                remedy=Message(
                    "去掉标签里的单位，或把单位写在数的后面，如：387664.62 元。",
                    "Drop the unit in the label, or write it behind the number.",
                ),
                related=(Related(line.text.span, Message("金额单位在这里", "the unit of amounts is here")),),
            )
        )
        return True

    # ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _lines(self, spec: FieldSpec, line: FieldLine) -> Field:
        join, texts = spec.join, list(line.lines)
        head = line.text
        if head is not None and folded(head.value) in _JOINED | _SEPARATE:
            join = folded(head.value) in _JOINED
        elif head is not None:
            texts.insert(0, head)
        counter = 0
        items = []
        for text in texts:
            item = _item(text, self.referred)
            if item.label is not None and text.value[
                item.label.span.start - text.span.start - 1 :
            ].startswith("【"):
                self.findings.append(_read_as_label(item.label))
            if item.number_generated:
                counter += 1
                item = Item(item.text, _numbered(spec.number, counter), True, item.label, item.span)
            items.append(item)
        text = Text("\n".join(item.number + item.text.value for item in items), line.span)
        return Field(spec, line.label, text, items=tuple(items), join=join, span=line.span)

    def _unknown(self, line: FieldLine) -> None:
        word = line.label.value
        label, remedy, fix = self._meant(line.label)
        self.findings.append(
            Finding(
                codes.UNKNOWN_LABEL,
                line.label.span,
                Message(f"不认识行首的“{word}”", f"unknown word “{word}” at the start of a line"),
                label=label,
                remedy=remedy,
                fix=fix,
            )
        )

    def _meant(self, label: Text) -> tuple[Message | None, Message, Fix | None]:
        """What an unknown label was probably meant to be: what to say under it, the remedy and the fix."""
        near, glued = guess(label.value, self._known()), self._glued(label.value)
        if glued and (
            not near or glued.endswith("指标")
        ):  # 部门单位 is a misspelt label, 数量指标培训 lacks a blank
            cut = Span(label.span.start + len(glued), label.span.start + len(glued))
            space = Message(f"“{glued}”后面要空一格", f"a blank is needed behind {glued}")
            remedy = Message(f"在“{glued}”后面空一格，再写内容。", f"Put a blank behind “{glued}”.")
            return space, remedy, Fix(space, (Edit(cut, " "),), safe=False)
        if near:
            return near.asked, near.remedy, near.fix(label.span)
        known = Message(
            "行首写指标分类（如数量指标）、表样的栏目（如部门、职责）或设置（如年度、表样）；续写的内容要缩进。",
            "A line begins with a class, a field of the form or a setting; continued text is indented.",
        )
        return None, known, None

    def _known(self) -> list[str]:
        """Every word that may begin a line, the form's own first."""
        words = [name for spec in self.form.fields for name in spec.names]
        words += [
            word
            for table in (SETTINGS, STATEMENTS)
            for keyword in table.values()
            for word in keyword.spellings
        ]
        words += sorted(self.catalog.class_words()) + sorted(self.catalog.first_level_words())
        words += [word for keyword in CLAUSES.values() for word in keyword.spellings]
        return words

    def _glued(self, label: str) -> str:
        """The word that the rest was written onto without a blank: 部门某某局, 数量指标调研报告."""
        words = [name for spec in self.form.fields for name in spec.names if len(name) > 1]
        words += [word for keyword in SETTINGS.values() for word in keyword.spellings]
        words += self.catalog.class_words()
        starts = [word for word in words if label.startswith(word) and not word.isascii()]
        return max(starts, key=len, default="")


def _no_money_unit(text: Text) -> Finding:
    return Finding(
        codes.FIELD_VALUE,
        text.span,
        Message(f"“{text.value}”不是金额的单位", f"“{text.value}” is no unit of money"),
        notes=(Message("各项金额没有按它换算。", "No amount has been converted by it."),),
        remedy=Message("写 元、千元、万元 或 亿元。", "Write 元, 千元, 万元 or 亿元."),
    )


def _is_typo(typed: str, known: str) -> bool:
    """One character replaced, swapped or forgotten; a longer label (县级资金) is another one, not a slip."""
    one, other = folded(typed), folded(known)
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or sorted(one) == sorted(other)
    return (
        len(one) == len(other) - 1 and len(other) > _SHORTEST_FORGETFUL and similar(one, [other]) is not None
    )


def _additional_row(line: FieldLine, place: Place) -> Finding:
    word = line.label.value
    where = ("抬头", "among the head rows") if place is Place.HEADER else ("表下", "under the table")
    return Finding(
        ADDITIONAL_ROW,
        line.label.span,
        Message(
            f"表样里没有“{word}”这一栏，照印在{where[0]}",
            f"the form has no row “{word}”; it is printed {where[1]}",
        ),
        remedy=Message(
            "确实要印，在 goaldsl.toml 里给表样登记这一栏；写错了就改正。",
            "Declare it for the form in goaldsl.toml if it is wanted, else correct the label.",
        ),
    )


def _read_as_label(label: Text) -> Finding:
    place = Span(label.span.start - 1, label.span.end + 1)
    return Finding(
        BRACKETS,
        place,
        Message(f"“【{label.value}】”读作标签，不印出", f"【{label.value}】 is read as a label, not printed"),
        notes=(Message("有指标的“对应目标”写着它。", "An indicator refers to it."),),
        remedy=Message(f"标签写成 [{label.value}]。", f"Write [{label.value}]."),
        fix=Fix(Message("改成方括号", "write square brackets"), (Edit(place, f"[{label.value}]"),)),
    )


def _item(text: Text, referred: frozenset[str]) -> Item:
    """One line of a block: its own number, a dash to be numbered, or a paragraph; then a label in brackets."""
    words, start = text.value, text.span.start
    generated = False
    printed = ""
    if dash := _DASH.match(words):
        generated, words = True, words[dash.end() :]
    elif match := _OWN_NUMBER.match(words):
        printed, words = match[0], words[match.end() :]
    label = None
    match = _LABEL.match(words)
    if match is None and (named := _NAMED.match(words)) and folded(named[1].strip()) in referred:
        match = named
    if match is not None:
        at = start + len(text.value) - len(words) + match.start(1)
        label = Text(match[1].strip(), Span(at, at + len(match[1])))
        words = words[match.end() :]
    return Item(Text(unmarked(words), text.span), printed, generated, label, text.span)


def _numbered(pattern: str, counter: int) -> str:
    return pattern.replace("{n}", str(counter)).replace("{汉}", _chinese(counter))


def _chinese(value: int) -> str:
    """一, 十二, 一百零三; beyond 9999 no list goes, so digits do."""
    if value >= 10_000:
        return str(value)
    words, zero = "", False
    for place, unit in zip((1000, 100, 10, 1), ("千", "百", "十", ""), strict=True):
        digit = value // place % 10
        if digit:
            words += ("零" if zero and words else "") + _CHINESE[digit] + unit
        zero = digit == 0
    return words.removeprefix("一") if words.startswith("一十") else words
