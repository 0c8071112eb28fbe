"""Wordings (句式): the templates of official sentences, packaged in `grammar/wording.toml`, and how they are filled.

A wording is a mapping from the kind of a sentence, or one of its names (`ratio`, 按比例), to a template. Those of
the profile, the project and the file are laid over the packaged ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from goaldsl.catalog.data import packaged

COMMON_HOLES = ("名称", "指标值", "计量单位", "分值", "达成")
"""Placeholders that every template may use."""

POINT_HOLES = frozenset(("分值", "得分", "扣分", "加分", "最多", "高分", "低分"))
"""Placeholders filled with an amount of points, which carries its 分: 10分, 满分, 指标分值的1/3."""

_HOLE = re.compile(r"(满分)?\{([^{}]*)\}(分)?")
_NUMBER_OF_POINTS = re.compile(r"-?[\d.]+分")


@dataclass(frozen=True, slots=True)
class Template:
    """The packaged template of one kind. `names`: what `句式` calls it; `holes`: its own placeholders."""

    names: tuple[str, ...]
    text: str
    holes: tuple[str, ...]


@cache
def templates() -> Mapping[str, Template]:
    """Every kind of sentence and part of a sentence."""
    return {
        kind: Template(tuple(table["names"]), table["text"], tuple(table["holes"]))
        for kind, table in packaged("wording.toml").items()
    }


@cache
def _kinds() -> Mapping[str, str]:
    return {name: kind for kind, template in templates().items() for name in (kind, *template.names)}


def kind_of(name: str) -> str | None:
    """The kind that `句式 name …` rewords; None when there is no such kind."""
    return _kinds().get(name)


def names() -> tuple[str, ...]:
    """Every name that `句式` knows, for "did you mean"."""
    return tuple(_kinds())


def unknown_holes(kind: str, text: str) -> tuple[str, ...]:
    """Placeholders of a template that its kind cannot fill."""
    known = {*COMMON_HOLES, *templates()[kind].holes}
    return tuple(hole for _, hole, _ in _HOLE.findall(text) if hole not in known)


@dataclass(frozen=True, slots=True)
class Wording:
    """The templates in force: the packaged ones under `changed`, which is keyed by kind."""

    changed: Mapping[str, str]

    def text(self, kind: str) -> str:
        """The template of a kind, unfilled."""
        return self.changed.get(kind) or templates()[kind].text


def wording(changed: Mapping[str, str]) -> Wording:
    """The packaged wording with these templates, keyed by kind or name, laid over it."""
    kinds = ((kind_of(name), text) for name, text in changed.items())
    return Wording({kind: text for kind, text in kinds if kind is not None})


def filled(text: str, words: Mapping[str, str]) -> str:
    """`text` with its placeholders filled, so that 得{分值}分 reads well with 10分, 满分 and 指标分值的1/3.

    A placeholder that nobody knows stays as it is.
    """

    def word(match: re.Match[str]) -> str:
        full, hole, after = match.group(1) or "", match.group(2), match.group(3) or ""
        if hole not in words:
            return match.group()
        value = words[hole]
        if hole not in POINT_HOLES:
            return full + value + after
        if after:
            return value if value == full else full + value
        return full + (value.removesuffix("分") if _NUMBER_OF_POINTS.fullmatch(value) else value)

    return _HOLE.sub(word, text)
