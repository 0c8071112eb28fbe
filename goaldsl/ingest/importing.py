"""One function for every format: the name and the bytes of a file become `.goal` texts that know where they came from.

Everything that is read from outside takes this way; what is checked, built, compared and scored is the text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Finding, Message
from goaldsl.ingest import file_codes as codes
from goaldsl.ingest.document import Document, Unreadable, remark
from goaldsl.ingest.readers import read_document
from goaldsl.ingest.reading.forms import read_forms
from goaldsl.ingest.reading.result import Doubt, Fate, FormRead
from goaldsl.ingest.reading.streams import straightened
from goaldsl.ingest.reading.vocabulary import vocabulary
from goaldsl.ingest.writing.goal_file import GoalFile, goal_file
from goaldsl.ingest.writing.statements import one_line

_FORBIDDEN = dict(zip(map(ord, '\\/:*?"<>|'), "＼／：＊？＂＜＞｜", strict=True))
_CONTROL = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LONGEST = 60
_HALF = 2  # fewer than one row in two placed: no file is better than a wrong one
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(slots=True)
class Imported:
    """What was found in a file. `forms` are those that could be written, `unsorted` those that could not."""

    name: str
    document: Document | None
    goals: list[GoalFile] = field(default_factory=list)
    unsorted: list[FormRead] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def embedded(self) -> bytes | None:
        """The interchange JSON of a file that goaldsl itself wrote."""
        return self.document.embedded if self.document else None


def import_file(name: str, data: bytes, catalog: Catalog, keep_contacts: bool = False) -> Imported:
    """Read a file; refusals and remarks are findings, never exceptions."""
    words = vocabulary(catalog)
    try:
        document = read_document(name, data)
    except Unreadable as refused:
        return Imported(name, None, findings=[refused.finding])
    imported = Imported(name, document, findings=list(document.remarks))
    if document.embedded is not None:
        return imported
    document = imported.document = straightened(document, words)
    for form in read_forms(document, words):
        if form.unread_rows * _HALF > len(form.rows) + form.unread_rows:
            imported.unsorted.append(form)
            continue
        goal = goal_file(form, words, keep_contacts)
        if form.unread_rows * _HALF > len(form.rows):
            imported.unsorted.append(form)
        else:
            imported.goals.append(goal)
    read = {form.page for form in (*(goal.form for goal in imported.goals), *imported.unsorted)}
    without = [page.name for page in document.pages if page.blocks and page.name and page.name not in read]
    if without and read:
        listed = "、".join(f"“{each}”" for each in without[:5])
        imported.findings.append(
            remark(codes.PAGE_WITHOUT_FORM, f"工作表{listed}里没有申报表，没有读入", f"no form on {listed}")
        )
    if not imported.goals:
        imported.findings.append(_not_understood(imported) if imported.unsorted else _no_form())
    return imported


def _no_form() -> Finding:
    return remark(
        codes.NO_FORM,
        "没有找到带指标的绩效目标表或自评表",
        "no form with indicators was found",
        Message(
            "请发送单位提供带指标表的 Word、Excel 或 PDF。", "Ask for the file with the table of indicators."
        ),
    )


def _not_understood(imported: Imported) -> Finding:
    rows = sum(form.unread_rows for form in imported.unsorted)
    return remark(
        codes.MISPLACED,
        f"表没有读懂：{rows} 行指标放不进栏目，没有写出 .goal",
        f"the form was not understood: {rows} row(s) fit no columns",
        Message("请发送单位提供原来的 Word 或 Excel 文件。", "Ask for the original Word or Excel file."),
    )


def stem_of(form: FormRead, source: str) -> str:
    """`2026/县委办公室`: the year's folder and the project's or department's name, fit for every file system."""
    name = form.project or next((form.fields[key].text for key in ("department", "filler_unit", "implementer") if key in form.fields and form.fields[key].text), "")  # fmt: skip
    words = file_name(name) or file_name(re.sub(r"\.[A-Za-z0-9]{1,5}$", "", source)) or "未命名"
    return f"{form.year}/{words}" if form.year else f"未注明年度/{words}"


def file_name(text: str) -> str:
    """A name without what file systems forbid: such characters in full width, 60 characters at most."""
    words = _CONTROL.sub("", one_line(text)).translate(_FORBIDDEN).strip(". ")[:_LONGEST].strip(". ")
    return f"_{words}" if _RESERVED.fullmatch(words) else words


def signed(goal: GoalFile, source: str, data: bytes) -> str:
    """The text under its first comment: where it came from, and a digest by which an edit is told."""
    body = goal.text
    origin = f"# goaldsl import {one_line(source)}（SHA-256 {hashlib.sha256(data).hexdigest()[:16]}）校验 {_digest(body)}\n"
    return origin + body


def is_unedited(text: str) -> bool:
    """Whether a file stands as an import wrote it: the digest in its first comment is that of the rest."""
    first, _, body = text.partition("\n")
    match = re.fullmatch(r"# goaldsl import .*校验 ([0-9a-f]{16})", first)
    return match is not None and match[1] == _digest(body)


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]


def counted(forms: list[FormRead]) -> tuple[int, dict[Fate, int], int]:
    """Cells in all, by fate, and lost: an accounting that must come out at nothing lost."""
    total = sum(len(form.pieces) for form in forms)
    fates = {fate: sum(form.count(fate) for form in forms) for fate in Fate}
    return total, fates, total - sum(fates.values())


def count_line(forms: list[FormRead]) -> str:
    """原文 76 格：照放 66　推断 6　待核 2　没处放 2（已入注释）　丢失 0."""
    total, fates, lost = counted(forms)
    return (
        f"原文 {total} 格：照放 {fates[Fate.PLACED]}　推断 {fates[Fate.INFERRED]}　待核 {fates[Fate.DOUBTED]}　"
        f"没处放 {fates[Fate.NOTED]}（已入注释）　丢失 {lost}"
    )


def unsorted_text(form: FormRead, doubts: list[Doubt]) -> str:
    """`‹名称›.待整理.txt`: what was recognised, and what to ask the sender for."""
    lines = [f"{form.title or '（没有表名）'}　{form.year or '（没有年度）'}", "", "读出来的：", ""]
    lines += [f"  {each.label}：{one_line(each.text)}" for each in form.fields.values() if each.text]
    lines += [
        f"  {row.level1} {row.level2} {row.name} {row.operator}{row.value}{row.unit}".rstrip()
        for row in form.rows
    ]
    lines += ["", "没有放好的：", ""]
    lines += [f"  {one_line(each.text)}（{each.origin}）" for each in form.leftovers]
    lines += [f"  {each.original}：{each.reading}" for each in doubts]
    lines += [
        "",
        "请发送单位提供：原来的 Word 或 Excel 文件；表里每个指标一行，名称、指标值、计量单位各占一格。",
        "",
    ]
    return "\n".join(lines)
