"""Cases in Markdown: a heading, a ```goal block, and behind it the list of what must be read and reported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CASE = re.compile(r"^```goal\n(?P<text>.*?)^```\n\n?(?P<listed>(?:- [^\n]*\n)*)", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """One block and the lines that must come out of it."""

    page: Path
    title: str
    text: str
    expected: list[str]


def cases(folder: Path) -> list[Case]:
    """All cases of the pages in a folder."""
    return [case for page in sorted(folder.glob("*.md")) for case in _cases(page)]


def _cases(page: Path) -> list[Case]:
    words = page.read_text("utf-8")
    found = []
    for match in _CASE.finditer(words):
        title = _HEADING.findall(words[: match.start()])[-1]
        listed = [line.removeprefix("- ") for line in match["listed"].splitlines()]
        found.append(Case(page, title, match["text"], listed))
    return found


def updated(case: Case, lines: list[str]) -> str:
    """The page of a case with its list written anew."""
    listed = "".join(f"- {line}\n" for line in lines)
    words = case.page.read_text("utf-8")
    block = f"```goal\n{case.text}```\n"
    at = words.index(block) + len(block)
    end = at + (1 + sum(len(line) + 3 for line in case.expected) if words[at : at + 1] == "\n" else 0)
    rest = words[end:].lstrip("\n")
    return words[:at] + "\n" + listed + ("\n" + rest if rest else "")
