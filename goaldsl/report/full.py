"""The report for people at a terminal: each finding with its source line, its reason and its remedy.

强制性 GC501 定性指标不写计量单位
  --> goals/2026/县委办公室.goal:14:22
   |
14 | 质量指标 工作质量 定性 良好 篇
   | 　　　　 　　　　 　　 　　 ^^ 删去这个单位
   |
   = 说明：填报说明第4条：定性指标的计量单位为空
   = 改法：删去“篇”
"""

from __future__ import annotations

from goaldsl.diagnostics import Diagnostic, Message, Related
from goaldsl.model.place import NOWHERE, Span
from goaldsl.report import Report
from goaldsl.report.excerpt import ExcerptLine, excerpt
from goaldsl.report.visible import message_text, one_line
from goaldsl.report.words import COLON, SEVERITY, explanations, fix_line, fixable, summary, where
from goaldsl.source import Source

_STYLES = {"error": "1;31", "warning": "1;33", "hint": "1;36", "frame": "1;34", "strong": "1"}
_MOST_RELATED = 5
_NARROWEST = 40  # columns left for a source line however narrow the terminal


def render(report: Report) -> str:
    diagnostics = report.ordered()
    blocks = ["\n".join(_block(report, each)) for each in diagnostics]
    closing = [summary(report), fixable(report), _how_to_learn_more(report, diagnostics)]
    blocks.append("\n".join(line for line in closing if line))
    return "\n\n".join(blocks) + "\n"


def _block(report: Report, diagnostic: Diagnostic) -> list[str]:
    lines = _numbers(report, diagnostic)
    frame = _Frame(report, len(str(max(lines, default=1))))
    block = [_title(report, diagnostic), frame.arrow(_where(report, diagnostic))]
    if lines or diagnostic.finding.related:
        block += _excerpts(report, diagnostic, frame)
    remarks = explanations(report, diagnostic)
    if fix := diagnostic.finding.fix:
        if diagnostic.finding.remedy == fix.title:  # said once is enough
            remarks.pop()
        remarks.append(fix_line(report, fix))
    for remark in remarks:
        block += frame.remark(message_text(remark))
    return block


def _numbers(report: Report, diagnostic: Diagnostic) -> list[int]:
    """Lines the excerpts show; none where there is no text, or the finding is about the whole file."""
    own = (diagnostic.file, diagnostic.finding.span)
    places = [own, *((diagnostic.file_of(each), each.span) for each in _shown(diagnostic))]
    return [
        report.place(file, span).end.line
        for file, span in places
        if file in report.sources and span != NOWHERE
    ]


def _title(report: Report, diagnostic: Diagnostic) -> str:
    word = f"{report.say(SEVERITY[diagnostic.severity])} {diagnostic.finding.code.code}"
    message = message_text(report.say(diagnostic.finding.message))
    return f"{_paint(report, diagnostic.severity, word)} {_paint(report, 'strong', message)}"


def _where(report: Report, diagnostic: Diagnostic) -> str:
    file, span = diagnostic.file, diagnostic.finding.span
    line = where(report, file, span)
    if line == one_line(file):
        return line
    return f"{line}:{report.place(file, span).start.column}"


def _excerpts(report: Report, diagnostic: Diagnostic, frame: _Frame) -> list[str]:
    finding = diagnostic.finding
    lines = [frame.bar()]
    source = report.sources.get(diagnostic.file)
    if source is not None and finding.span != NOWHERE:
        lines += frame.excerpt(source, finding.span, "^", finding.label, diagnostic.severity)
    file = diagnostic.file
    for related in _shown(diagnostic):
        lines.append(frame.bar())
        previous, file = file, diagnostic.file_of(related)
        lines += _related(report, related, file, frame, arrow=file != previous)
    if rest := finding.related[_MOST_RELATED:]:
        lines.append(frame.bar(_elsewhere(report, diagnostic, rest)))
    return [*lines, frame.bar()] if finding.notes or finding.remedy or finding.fix else lines


def _related(report: Report, related: Related, file: str, frame: _Frame, *, arrow: bool) -> list[str]:
    """Another place: its file where that is another one, and its line; in words where its text is not known."""
    source = report.sources.get(file)
    if source is None or related.span == NOWHERE:
        words = one_line(report.say(related.message))
        return [frame.arrow(f"{one_line(file)}{report.say(COLON)}{words}", ":::")]
    lines = [frame.arrow(where(report, file, related.span), ":::")] if arrow else []
    return [*lines, *frame.excerpt(source, related.span, "-", related.message, "frame")]


def _shown(diagnostic: Diagnostic) -> tuple[Related, ...]:
    return diagnostic.finding.related[:_MOST_RELATED]


def _elsewhere(report: Report, diagnostic: Diagnostic, rest: tuple[Related, ...]) -> str:
    if any(each.file is not None for each in rest):
        places = [where(report, diagnostic.file_of(each), each.span) for each in rest]
        return report.say(
            Message(
                f"……另有 {len(rest)} 处：{'、'.join(places)}",
                f"... and {len(rest)} more: {', '.join(places)}",
            )
        )
    numbers = [str(report.place(diagnostic.file, each.span).start.line) for each in rest]
    chinese = f"……另有 {len(rest)} 处：第 {'、'.join(numbers)} 行"
    return report.say(Message(chinese, f"... and {len(rest)} more: lines {', '.join(numbers)}"))


def _how_to_learn_more(report: Report, diagnostics: list[Diagnostic]) -> str | None:
    if not diagnostics:
        return None
    command = f"goaldsl explain {diagnostics[0].finding.code.code}"
    return report.say(
        Message(f"想知道某一条的依据和改法，运行 {command}。", f"To learn why and what to do: {command}")
    )


class _Frame:
    """The margin with the line numbers, as wide as the widest of them."""

    def __init__(self, report: Report, digits: int) -> None:
        self.report, self.digits = report, digits
        self.width = max(_NARROWEST, report.width - digits - len(" | "))

    def arrow(self, where: str, sign: str = "-->") -> str:
        return f"{' ' * self.digits}{_paint(self.report, 'frame', sign)} {where}"

    def bar(self, text: str = "", number: int | None = None) -> str:
        margin = f"{'' if number is None else number:>{self.digits}} |"
        return f"{_paint(self.report, 'frame', margin)} {text}".rstrip()

    def remark(self, text: str) -> list[str]:
        first, *rest = text.split("\n")
        margin = " " * (self.digits + 1)
        return [
            f"{margin}{_paint(self.report, 'frame', '=')} {first}",
            *(f"{margin}  {each}" for each in rest),
        ]

    def excerpt(self, source: Source, span: Span, mark: str, label: Message | None, style: str) -> list[str]:
        *rows, last = excerpt(source, span, mark, self.width)
        lines = [self._row(row, style) for row in rows]
        words = f"{last.underline} {one_line(self.report.say(label))}" if label else last.underline
        return [*lines, self.bar(last.text + _paint(self.report, style, words))]

    def _row(self, row: ExcerptLine, style: str) -> str:
        return self.bar(row.text + _paint(self.report, style, row.underline), row.number)


def _paint(report: Report, style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if report.colour and text else text
