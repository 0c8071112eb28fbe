"""What is wrong with a line that the TOML parser refused, and the text without it."""

from __future__ import annotations

import re

from goaldsl.catalog.codes import DUPLICATE, TOML_SYNTAX
from goaldsl.diagnostics import Edit, Finding, Fix, Message, Related
from goaldsl.model.place import Span

KEY_WORDS = {
    "表样": "form",
    "指标体系": "taxonomy",
    "分值方案": "profile",
    "年度": "year",
    "状态": "stage",
    "语言": "language",
    "格式": "formats",
}
"""What a Chinese key means at the head of the settings."""

_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
_STATEMENT = re.compile(r"[ \t]*([^\s=＝#\[\]{}\"']+)[ \t]*([=＝])[ \t]*([^\n]*?)[ \t]*$")
_CURLY = re.compile(r"[“”‘’＂]([^“”‘’＂\"\n]*)[“”‘’＂]$")


def explain(error: str, text: str) -> tuple[Finding, str]:
    """The finding for the parser's complaint, and the text with the broken line blank."""
    line = _broken_line(error, text)
    return _finding(error, text, line), _blanked(text, line)


def _broken_line(error: str, text: str) -> Span:
    """The line the parser complains of; at the end of the text, the statement that is still open."""
    place = _PLACE.search(error)
    if place and place.group(1):
        number = int(place.group(1))
        line = _line_span(text, number)
        if text[line.start : line.end].strip():
            return line
        start = text.rfind("\n", 0, max(line.start - 1, 0)) + 1
        return Span(start, max(line.start - 1, start))
    statements = [
        match for match in re.finditer(r"^[ \t]*[^\s#][^\n]*", text, re.MULTILINE) if "=" in match.group()
    ]
    return Span(statements[-1].start(), len(text)) if statements else Span(0, len(text))


def _line_span(text: str, number: int) -> Span:
    start = 0
    for _ in range(number - 1):
        start = text.find("\n", start) + 1
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _blanked(text: str, span: Span) -> str:
    """The text with these lines blank, every offset kept. A broken table header takes its table along."""
    start, end = span
    if text[start:end].lstrip().startswith("["):
        following = re.compile(r"^[ \t]*\[", re.MULTILINE).search(text, end)
        end = following.start() if following else len(text)
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def _finding(error: str, text: str, line: Span) -> Finding:
    first = text[line.start : line.end].split("\n", 1)[0].rstrip("\r")
    indent = len(first) - len(first.lstrip())
    span = Span(line.start + indent, line.start + max(len(first.rstrip()), indent))
    statement = _STATEMENT.match(first)
    if error.startswith("Cannot"):
        key = statement.group(1) if statement else first.strip()
        return _repeated(key, Span(span.start, span.start + len(key)), text[: line.start])
    if statement:
        special = (
            _chinese_key(statement, line) or _full_width(statement, line) or _bare_value(statement, line)
        )
        if special:
            return special
    reason = _PLACE.sub("", error).strip()
    return Finding(
        code=TOML_SYNTAX,
        span=span,
        message=Message("这一行不合 TOML 的写法", "this line is not TOML"),
        notes=(Message(f"解析器说：{reason}。", f"The parser says: {reason}."),),
        remedy=Message(
            "一行写一个“键 = 值”，文字加英文引号，括号要成对。",
            "Write one `key = value` per line, quote texts and close brackets.",
        ),
    )


def _repeated(key: str, span: Span, before: str) -> Finding:
    earlier = re.search(rf"^[ \t]*({re.escape(key)})[ \t]*(?:=|$|#)", before, re.MULTILINE)
    first = (Related(Span(*earlier.span(1)), Message("先写在这里", "first written here")),) if earlier else ()
    return Finding(
        code=DUPLICATE,
        span=span,
        message=Message(f"{key} 写了两次", f"{key} is given twice"),
        remedy=Message("删去其中一处。", "Remove one of them."),
        related=first,
    )


def _chinese_key(statement: re.Match[str], line: Span) -> Finding | None:
    key = statement.group(1)
    if key.isascii():
        return None
    meant = KEY_WORDS.get(key, f'"{key}"')
    return _replacing(
        _moved(statement.span(1), line),
        meant,
        Message(f"键名 {key} 不能直接写中文", f"the key {key} must be ASCII or quoted"),
    )


def _full_width(statement: re.Match[str], line: Span) -> Finding | None:
    """Signs of a Chinese input method: ＝ and curly quotes."""
    message = Message("这里是全角符号", "a full-width sign")
    if statement.group(2) == "＝":
        return _replacing(_moved(statement.span(2), line), "=", message)
    curly = _CURLY.match(statement.group(3))
    if curly is None:
        return None
    return _replacing(_moved(statement.span(3), line), f'"{curly.group(1)}"', message)


def _bare_value(statement: re.Match[str], line: Span) -> Finding | None:
    """A text without quotes."""
    value = statement.group(3)
    bare = re.match(r"[^\s\"'\[\]{}#,=]+", value)
    if bare is None or (bare.end() < len(value) and not value[bare.end() :].lstrip().startswith("#")):
        return None
    start = statement.start(3)
    return _replacing(
        _moved((start, start + bare.end()), line),
        f'"{bare.group()}"',
        Message(f"文字 {bare.group()} 没有加引号", f"the text {bare.group()} needs quotes"),
    )


def _replacing(span: Span, text: str, message: Message) -> Finding:
    title = Message(f"改为 {text}", f"Replace by {text}")
    return Finding(
        code=TOML_SYNTAX,
        span=span,
        message=message,
        remedy=Message(f"改为 {text}。", f"Write {text}."),
        fix=Fix(title, (Edit(span, text),)),
    )


def _moved(span: tuple[int, int], line: Span) -> Span:
    return Span(line.start + span[0], line.start + span[1])
