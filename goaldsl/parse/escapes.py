r"""The escape: `\` makes the sign or the keyword behind it text, so that everything a paper cell holds can be written.

`\n` is a line break inside a cell, `\` before a line's end is nothing. Before any other letter a `\` is itself.
"""

from __future__ import annotations

import re

from goaldsl.parse.keywords import CLAUSES, LAYOUT, SHAPES, STATEMENTS, TARGETS, TASK_PARTS

STANDING = "\ufdd1"  # what the parser reads for an escaped sign: a letter of no word
MARK = "\ufdd0"  # before an escaped sign in the lines of a block, where bind reads numbers and labels

_WORDS = sorted(
    {
        re.escape(word.replace("（", "(").replace("）", ")"))
        for table in (CLAUSES, STATEMENTS, TARGETS, SHAPES, LAYOUT, TASK_PARTS)
        for keyword in table.values()
        for word in keyword.spellings
    },
    key=len,
    reverse=True,
)
_COMPARING = (
    "不低于|不少于|不小于|不超过|不高于|不大于|不多于|大于等于|小于等于|大于|小于|超过|高于|低于|少于|等于"
)
_KEYWORD = rf"(?:{'|'.join(_WORDS)})(?=[\s:\d\[<>=≥≤]|$)|(?:{_COMPARING})"  # compiled for a text with a `\`
# Signs that mean something anywhere, and those that do where words begin.
_ANYWHERE = re.compile(r'\\(?:[#"\[\]\\: \tn]|$)', re.MULTILINE)
_BEGINNING = re.compile(r"[-:,;+*<>=≥≤~%‰.()（）①-⑳㉑-㉟㊱-㊿\d一二三四五六七八九十《》]|目标|任务")


def escapes(text: str) -> dict[int, str]:
    r"""Where a `\` of a half-width text is an escape, and what it stands for: "n", "" at a line's end, or the sign."""
    if "\\" not in text:
        return {}
    found = {}
    at = text.find("\\")
    while at >= 0:
        meant = _meant(text, at)
        if meant is None:
            at = text.find("\\", at + 1)
        else:
            found[at] = meant
            at = text.find("\\", at + 1 + len(meant))
    return found


def _meant(text: str, at: int) -> str | None:
    if match := _ANYWHERE.match(text, at):
        return match[0][1:]
    beginning = at == 0 or text[at - 1].isspace() or text[at - 1] in '"[)].:、'
    if beginning and (_BEGINNING.match(text, at + 1) or _is_keyword(text, at + 1)):
        return text[at + 1]
    return text[at + 1] if _is_keyword(text, at + 1) else None


def _is_keyword(text: str, at: int) -> bool:
    return re.match(_KEYWORD, text[at : at + 24]) is not None


def hidden(text: str, found: dict[int, str]) -> str:
    """The text with every escape, both its characters, as letters of no word."""
    if not found:
        return text
    signs = list(text)
    for at, meant in found.items():
        signs[at : at + 1 + len(meant)] = STANDING * (1 + len(meant))
    return "".join(signs)


def unmarked(words: str) -> str:
    """Words of a block's line as they are printed."""
    return words.replace(MARK, "")
