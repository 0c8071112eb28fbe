"""The textX metamodel of the language: `grammar/goal.tx` with the class words of the catalog put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from textx import LanguageDesc, TextXSyntaxError, metamodel_from_str

from goaldsl.catalog.data import data_directory
from goaldsl.diagnostics import Severity

_FRAGMENT = re.compile(r"^// «(\w+)» = (.+)$", re.MULTILINE)


def metamodel(class_words: Iterable[str] = ()) -> Any:
    """The metamodel that also accepts `class_words` that do not end in 指标 (English spellings, 项目立项 …)."""
    return _build(tuple(sorted({word for word in class_words if not word.endswith("指标")})))


@lru_cache(maxsize=4)
def _build(words: tuple[str, ...]) -> Any:
    path = data_directory() / "goal.tx"
    classes = [re.escape(word).replace("/", r"\/") for word in sorted(words, key=len, reverse=True)]
    grammar = _with_fragments(path.read_text("utf-8"), classes)
    return metamodel_from_str(grammar, file_name=str(path), ws=" \t\v", auto_init_attributes=False)


def _with_fragments(grammar: str, classes: list[str]) -> str:
    """The grammar with every «name» written out; a fragment may use those above it."""
    for name, pattern in reversed(_FRAGMENT.findall(grammar)):
        whole = "|".join([pattern, *classes]) if name == "class" else pattern
        grammar = grammar.replace(f"«{name}»", whole)
    return grammar


def _registered() -> Any:
    """What `textx check` uses: the grammar fed with the shadow of a file; its first syntax error is raised."""
    from goaldsl.catalog import load
    from goaldsl.parse import parse
    from goaldsl.parse.encoding import read
    from goaldsl.parse.shadow import cast

    model = metamodel(load().class_words())

    def model_from_file(file_name: str, **_: Any) -> Any:
        source, findings = read(file_name, Path(file_name).read_bytes())
        findings += parse(source, load()).findings
        for finding in findings:
            if finding.code.severities.draft is Severity.ERROR:
                line, column = source.position(finding.span.start)
                raise TextXSyntaxError(finding.message.zh, line, column, filename=file_name)
        text = cast(source.text).text
        return model.model_from_str(text) if text.strip() else None

    model.model_from_file = model_from_file
    return model


goal_language = LanguageDesc(
    name="goal",
    pattern="*.goal",
    description="预算绩效目标申报表 (budget performance goals)",
    metamodel=_registered,
)
