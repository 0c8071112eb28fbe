"""The words all printers share: severities, the names of a finding's parts, the summary."""

from __future__ import annotations

from goaldsl.diagnostics import Diagnostic, Fix, Message, Severity
from goaldsl.model.place import NOWHERE, Span
from goaldsl.report import Report
from goaldsl.report.visible import one_line

SEVERITY = {
    Severity.ERROR: Message("强制性", "error"),
    Severity.WARNING: Message("提示性", "warning"),
    Severity.HINT: Message("建议", "hint"),
}
NOTE = Message("说明：", "note: ")
REMEDY = Message("改法：", "remedy: ")
COLON = Message("：", ": ")
SAFE_FIX = Message("可自动修改（--fix）：", "fixable (--fix): ")
OTHER_FIX = Message("可以这样改（须本人确认）：", "possible fix (yours to decide): ")


def fix_line(report: Report, fix: Fix) -> str:
    return report.say(SAFE_FIX if fix.safe else OTHER_FIX) + report.say(fix.title)


def explanations(report: Report, diagnostic: Diagnostic) -> list[str]:
    """Why it is a finding, then what to do; nothing twice."""
    finding = diagnostic.finding
    notes = [report.say(NOTE) + report.say(note) for note in finding.notes]
    remedy = [report.say(REMEDY) + report.say(finding.remedy)] if finding.remedy else []
    return list(dict.fromkeys(notes + remedy))


def remarks(report: Report, diagnostic: Diagnostic) -> list[str]:
    """All that is said besides the message, for formats that have no underline to put the label under."""
    label = diagnostic.finding.label
    return [*([report.say(label)] if label else []), *explanations(report, diagnostic)]


def whole_message(report: Report, diagnostic: Diagnostic) -> str:
    """The message and all remarks, a line each, for formats that show one text and one file."""
    message = report.say(diagnostic.finding.message)
    return "\n".join([message, *remarks(report, diagnostic), *elsewhere(report, diagnostic)])


def elsewhere(report: Report, diagnostic: Diagnostic) -> list[str]:
    """Places in other files, as words: `goals/2025/a.goal:14：去年的目标在这里`."""
    return [
        f"{where(report, each.file, each.span)}{report.say(COLON)}{report.say(each.message)}"
        for each in diagnostic.finding.related
        if each.file is not None
    ]


def where(report: Report, file: str, span: Span) -> str:
    """`a.goal:14`; the name alone where the finding is about the whole file, or its text is not known."""
    if file not in report.sources or span == NOWHERE:
        return one_line(file)
    return f"{one_line(file)}:{report.place(file, span).start.line}"


def summary(report: Report) -> str:
    """共检查 4 个文件：强制性 1 条，提示性 2 条，建议 3 条。"""
    counts = report.counts()
    files = len(report.files)
    if not counts:
        return report.say(
            Message(f"共检查 {files} 个文件，没有发现问题。", f"Checked {_plural(files, 'file')}: all clear.")
        )
    chinese = "，".join(f"{word.zh} {counts[severity]} 条" for severity, word in SEVERITY.items())
    english = ", ".join(_plural(counts[severity], word.en) for severity, word in SEVERITY.items())
    return report.say(
        Message(f"共检查 {files} 个文件：{chinese}。", f"Checked {_plural(files, 'file')}: {english}.")
    )


def fixable(report: Report) -> str | None:
    """How many findings `--fix` would settle."""
    fixes = (each.finding.fix for each in dict.fromkeys(report.diagnostics))
    count = sum(fix is not None and fix.safe for fix in fixes)
    if not count:
        return None
    return report.say(
        Message(f"其中 {count} 条可以用 --fix 自动修改。", f"{count} of them can be fixed with --fix.")
    )


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
