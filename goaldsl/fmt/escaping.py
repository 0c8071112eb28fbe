r"""Words as they are written so that they read as themselves: quotes around a name, `\` before what would mean more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from goaldsl.bind.apart import following
from goaldsl.catalog import Catalog
from goaldsl.parse.shadow import cast
from goaldsl.parse.swallowed import clauses_within

_PLAIN_NAME = re.compile(r"[^\W\d_][\w（）()、·“”《》/%—.-]*")
Within = Callable[[str, int, int], list[int]]
_PLAIN_LISTED = re.compile(r"[\w（）·“”《》/.-]+")
_OPERATORS = re.compile("不|大于|小于|超过|高于|低于|少于|多于|等于|至少|至多|最多|恰为|截止|截至|定性")
_COMMENT = re.compile(r"(?:(?<=\s)|^)(?=[#＃])")
_MISTAKEN = re.compile(r"[-－[［:：]|[（(]?[\d０-９①-⑳㉑-㉟㊱-㊿一二三四五六七八九十]|目标|任务|接排|分段")


def rest(words: str, clause: bool = False, within: Within | None = None) -> str:
    """A text that takes the rest of its line; `clause`: within an indicator, where a keyword would break it.

    `within` finds more places that would break it.
    """
    text = words.replace("\\", "\\\\").replace("\n", "\\n")
    text = _COMMENT.sub(r"\\", text)
    if text[:1] in (":", "："):
        text = "\\" + text
    if text and text[0].isspace():
        text = "\\" + text
    if len(words) > 1 and text[-1].isspace():
        text = text[:-1] + "\\" + text[-1]
    found: set[int] = set()
    if clause:
        shadow = cast(text).text
        found = {*clauses_within(shadow, 0, len(text)), *(within(shadow, 0, len(text)) if within else ())}
    elif within is not None:
        found = set(within(cast(text).text, 0, len(text)))
    for place in sorted(found, reverse=True):
        text = text[:place] + "\\" + text[place:]
    return text


def of_field(label: str, words: str, catalog: Catalog) -> str:
    """The text of the field called `label`: no label in it begins another field."""
    text = rest(words)
    shadow = cast(text)
    for each in reversed([each for each in following(label, shadow, " ", catalog) if each.certain]):
        behind = shadow.text[each.end : each.end + 1] in (" ", "\t", ":")
        place = shadow.origin(each.end if behind else each.label - 1)  # a blank or a colon
        text = text[:place] + "\\" + text[place:]
    return text


def unmistakable(text: str) -> str:
    """A paragraph that does not begin like a number, a dash or a label."""
    return "\\" + text if _MISTAKEN.match(text) else text


def name(words: str) -> str:
    """The name of an indicator."""
    if _PLAIN_NAME.fullmatch(words) and not _OPERATORS.search(words):
        return words
    inner = rest(words).replace('"', '\\"').replace("＂", "\\＂")
    return f'"{inner}"'


def list_of(words: Iterable[str]) -> str:
    """Words in a list."""
    return ", ".join(
        each if _PLAIN_LISTED.fullmatch(each) else '"' + rest(each).replace('"', '\\"') + '"'
        for each in words
    )
