"""The file to fill in, as TOML: comments say what is asked, in which unit, against which target.

What was filled in before is kept. An entry that nobody asks for any more stays as a comment, so that no work is lost.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import tomli_w

from goaldsl.actuals import accepted, keys
from goaldsl.actuals.asking import AskedRow, asked_rows
from goaldsl.actuals.keys import Name
from goaldsl.actuals.questions import NONE_HELD, NOT_DONE, FormQuestion, Kind
from goaldsl.actuals.values import blank
from goaldsl.catalog import Catalog, folded
from goaldsl.model.actuals import Reported
from goaldsl.model.declaration import Declaration
from goaldsl.scoring.function.table import PointTable, Range
from goaldsl.scoring.points import plain

_BARE = re.compile(r"[A-Za-z0-9_-]+")
Filled = Mapping[str, Any]


def template(declaration: Declaration, catalog: Catalog, kept: Filled | None = None) -> str:
    """The text of the file. `kept`: the tables of an earlier one."""
    writer = _Template(declaration, catalog, kept or {})
    return "\n".join(writer.lines()) + "\n"


def is_filled(tables: Filled) -> bool:
    """Whether somebody has filled in anything beyond what a template holds by itself."""
    own = {folded(spelling) for name in (keys.DEPARTMENT, keys.YEAR) for spelling in name}
    return any(folded(key) not in own and _any(value) for key, value in tables.items())


def _any(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_any(each) for each in value.values())
    return not blank(value)


class _Template:
    """Writes one file."""

    def __init__(self, declaration: Declaration, catalog: Catalog, kept: Filled) -> None:
        self.declaration = declaration
        self.kept = kept
        self.rows = asked_rows(declaration, catalog)

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._budget()
        yield from self._goals()
        for row in self.rows:
            yield from self._row(row)
        yield from self._dropped()
        yield from self._sign_off()

    def _head(self) -> Iterator[str]:
        year = self.declaration.year.value if self.declaration.year else None
        title = f"{year or ''} 年度绩效自评：实际完成情况".lstrip()
        yield f"# {title}"
        yield "# 只填等号右边。数字直接写，单位是注释里的单位，百分率 94% 写 94；文字留在引号里；日期写 2026-12-20；"
        yield '# 没有填的留着 ""。填好后运行 goaldsl score。'
        yield ""
        field = self.declaration.field("department") or self.declaration.field("filler_unit")
        if field is not None and field.text.value:
            yield _entry(keys.DEPARTMENT.zh, field.text.value)
        if year is not None:
            yield _entry(keys.YEAR.zh, year)
        note = keys.value_of(self.kept, keys.NOTE)
        if not blank(note):
            yield _entry(keys.NOTE.zh, note)
        yield from _accepted(self.kept)

    def _budget(self) -> Iterator[str]:
        kept = keys.table_of(self.kept, keys.BUDGET)
        yield from ("", f'["{keys.BUDGET.zh}"]  # 单位：万元')
        says = {
            keys.INITIAL: "年初批复的预算",
            keys.ADJUSTED: "调整后的全年预算",
            keys.EXECUTED: "全年实际支出；执行率 = 执行数 ÷ 全年预算数",
        }
        for name in keys.AMOUNTS:
            yield _asked(name, kept, says[name])
        yield _asked(keys.REASON, kept, "执行率没有达到要求的必填")
        yield from _accepted(kept)
        yield "# 要分来源填的，去掉下面各行前面的 #。"
        for part in keys.PARTS:
            filled = keys.table_of(kept, part)
            mark = "" if filled else "# "
            yield f'{mark}["{keys.BUDGET.zh}"."{part.zh}"]'
            for name in keys.AMOUNTS:
                yield mark + _entry(name.zh, keys.value_of(filled, name))
            yield from _accepted(filled)

    def _goals(self) -> Iterator[str]:
        yield from ("", f'["{keys.GOALS.zh}"]')
        for item in self.declaration.items("goals"):
            yield f"# {item.number}{item.text.value}".replace("\n", " ")
        yield _asked(
            keys.ACHIEVED,
            keys.table_of(self.kept, keys.GOALS),
            "对照上面的年度目标写完成情况；多行用三个引号",
        )

    def _row(self, row: AskedRow) -> Iterator[str]:
        indicator = row.indicator
        printed = indicator.printed
        points = f"，{plain(indicator.score.value)} 分" if indicator.score else ""
        yield from (
            "",
            f"[{_quoted(keys.INDICATORS.zh)}.{_quoted(row.heading)}]  # {indicator.head.value}{points}",
        )
        sign = printed.type if len(printed.type) == 1 else ""
        target = f"{sign}{printed.value}{printed.unit}"
        criterion = printed.criterion.replace("\n", " ")
        yield f"# 目标：{target or '没有写'}" + (f"。标准：{criterion}" if criterion else "")
        kept = keys.row_of(self.kept, row.heading)
        for question in row.questions:
            name = Name(question.key, question.alias)
            if not is_asked(question, keys.value_of(kept, name)):
                continue
            yield _asked(name, kept, says(question, row), long=question.kind is Kind.TEXT)
        yield from _accepted(kept)

    def _dropped(self) -> Iterator[str]:
        """Entries of indicators that the declaration no longer has."""
        headings = {folded(row.heading) for row in self.rows}
        for key, value in keys.table_of(self.kept, keys.INDICATORS).items():
            if folded(key) in headings or not isinstance(value, Mapping) or not _any(value):
                continue
            yield from ("", f"# 申报表里已没有“{key}”这个指标，原来填的是：")
            for inner, answer in value.items():
                if not blank(answer):
                    yield "# " + _entry(inner, answer).replace("\n", "\n# ")

    def _sign_off(self) -> Iterator[str]:
        kept = keys.table_of(self.kept, keys.SIGN_OFF)
        yield from ("", f'["{keys.SIGN_OFF.zh}"]')
        for name in keys.SIGNERS:
            yield _entry(name.zh, keys.value_of(kept, name))


def _accepted(kept: Filled) -> Iterator[str]:
    return (_entry(key, reason) for key, reason in accepted.kept(kept))


def is_asked(question: FormQuestion, kept: Any) -> bool:
    """Whether a question stands in the template: computed points only where somebody has given them."""
    return question.asked != Reported.POINTS or question.required or not blank(kept)


def says(question: FormQuestion, row: AskedRow) -> str:
    """What a clerk is told about a question."""
    match question.asked:
        case Reported.SCORE:
            return "这个指标占多少分"
        case Reported.REASON:
            return "没有得满分的必填"
        case Reported.EXPLANATION:
            return "远远超过目标的必填"
        case Reported.POINTS:
            unless = "，达到目标的不用填" if _may_earn_all(row) else ""
            return _interval(row) + unless
        case Reported.LAST_YEAR:
            return f"上年的实际值，单位：{question.unit_text}" if question.unit_text else "上年的实际值"
    match question.kind:
        case Kind.NUMBER:
            return f"填数字，单位：{question.unit_text}" if question.unit_text else "填数字"
        case Kind.DATE:
            return f'填日期，如 2026-12-20；没有完成的写 "{NOT_DONE}"'
        case Kind.WORD:
            return f"选一个：{'、'.join(question.choices)}"
        case Kind.LIST:
            listed = "、".join(question.choices)
            return f'符合的列在方括号里：{listed}；都不符合写 "{NONE_HELD}"'
        case Kind.TEXT:
            return "写实际情况，照此印在表上"


def _may_earn_all(row: AskedRow) -> bool:
    """Whether a number that reaches its target needs no points from a person."""
    return row.force.default and row.target is not None and row.force.subject.direction is not None


def _interval(row: AskedRow) -> str:
    """The points a person may give: by grade, or up to all."""
    whole = row.force.function
    ranges = [
        f"{word} {_range(points)}"
        for term in (whole.terms if whole else ())
        if isinstance(term.values, PointTable)
        for word, points in term.values.entries
        if not points.exact
    ]
    score = row.indicator.score
    most = f"0 到 {plain(score.value)} 分" if score else "不超过分值"
    if not ranges or score is None:
        return f"由人评定，{most}"
    return "由人评定：" + "；".join(ranges)


def _range(points: Range) -> str:
    high = "（不含）" if points.open_high else ""
    return f"{plain(Fraction(points.low))} 到 {plain(Fraction(points.high))} 分{high}"


def _asked(name: Name, kept: Filled, comment: str, *, long: bool = False) -> str:
    value = keys.value_of(kept, name)
    entry = _entry(name.zh, value)
    return entry if "\n" in entry else f"{entry}  # {comment}"


def _entry(key: str, value: Any) -> str:
    """`"键" = 值`; what is blank is an empty text."""
    return f"{_quoted(key)} = {_literal('' if blank(value) else value)}"


def _quoted(key: str) -> str:
    return key if _BARE.fullmatch(key) else _literal(key)


def _literal(value: Any) -> str:
    if isinstance(value, str) and "\n" in value:
        body = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        return f'"""\n{body}"""'
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    text = tomli_w.dumps({"k": value}).strip()
    return (
        " ".join(text.removeprefix("k = ").split()) if isinstance(value, list) else text.removeprefix("k = ")
    )
