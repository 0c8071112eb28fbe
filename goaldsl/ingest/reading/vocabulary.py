"""The words that forms print: headings of columns, labels of fields, classes. From the data of all editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from goaldsl.catalog import Catalog
from goaldsl.catalog.data import Tables, data_directory, packaged
from goaldsl.catalog.spelling import folded
from goaldsl.model.taxonomy import Category

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】|〔[^〕]*〕")
_EDGES = re.compile(
    r"^(?:[*★☆●▲◆※]|其中:|\d{1,2}[、.．](?=\D)|[一二三四五六七八九十]{1,2}、|指标\d+[:：]?(?=.))+|[*★☆:：,，。.、]+$"
)


def squash(text: str) -> str:
    """The spelling under which a printed label is looked up: no blanks, no brackets, no marks at its ends."""
    words = folded(text)
    bare = _BRACKETS.sub("", words)
    words = bare or words
    while (shorter := _EDGES.sub("", words)) != words:
        words = shorter
    return words


class Vocabulary:
    """What a label can mean."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.columns: dict[str, tuple[str, ...]] = {}
        self.fields: dict[str, tuple[str, ...]] = {}
        self.funds: dict[str, tuple[str, ...]] = {}
        self.words: dict[str, frozenset[str]] = {}
        for layout in _layouts():
            self._add(layout)
        labels = packaged("labels.toml")
        self._enter(self.columns, {key: each["names"] for key, each in labels["column"].items()})
        self._enter(self.fields, {key: each["names"] for key, each in labels["field"].items()})
        for identity in catalog.ids("form"):
            form = catalog.form(identity)
            assert form is not None
            self._enter(self.columns, {column.key: (column.label,) for column in form.columns}, shared=True)
            self._enter(self.fields, {field.key: (field.label,) for field in form.fields}, shared=True)
        self.level1: dict[str, str] = {}
        self.level2: dict[str, tuple[Category, ...]] = {}
        self._classes()
        self.longest = max(map(len, (*self.columns, *self.fields, *self.level1, *self.level2)))

    def column(self, text: str) -> tuple[str, ...]:
        """The keys that a heading may stand for; () for a word no edition prints over a column."""
        return self.columns.get(squash(text), ())

    def field(self, text: str) -> str | None:
        """The field that a label names."""
        found = self.fields.get(squash(text), ())
        return found[0] if found else None

    def fund(self, text: str) -> str | None:
        """The column of the table of funds that a label names."""
        found = self.funds.get(squash(text), ())
        return found[0] if found else None

    def first_level(self, text: str) -> str | None:
        return self.level1.get(squash(text))

    def second_level(self, text: str) -> tuple[Category, ...]:
        return self.level2.get(squash(text), ())

    def is_word(self, kind: str, text: str) -> bool:
        return squash(text) in self.words.get(kind, frozenset())

    def is_filler(self, text: str) -> bool:
        """Nothing but marks that fill an empty cell."""
        return folded(text) in self.words["filler"]

    def known(self, text: str) -> bool:
        """Whether an edition prints the word as a label of any kind."""
        word = squash(text)
        tables = (self.columns, self.fields, self.funds, self.level1, self.level2)
        return any(word in table for table in tables)

    def _add(self, layout: Tables) -> None:
        self._enter(self.columns, layout.get("columns", {}))
        self._enter(self.fields, layout.get("fields", {}))
        self._enter(self.funds, layout.get("funds", {}))
        for kind, words in layout.get("words", {}).items():
            fold = folded if kind == "filler" else squash
            self.words[kind] = self.words.get(kind, frozenset()) | {fold(word) for word in words}

    @staticmethod
    def _enter(
        table: dict[str, tuple[str, ...]], entries: Mapping[str, Iterable[str]], shared: bool = False
    ) -> None:
        """`shared`: a form's own label; it says nothing new where the word is known."""
        for key, names in entries.items():
            for name in names:
                word = squash(name)
                if not word or (shared and word in table) or (word.isascii() and word.isalpha()):
                    continue
                if key not in table.get(word, ()):
                    table[word] = (*table.get(word, ()), key)

    def _classes(self) -> None:
        for identity in self.catalog.ids("taxonomy"):
            taxonomy = self.catalog.taxonomy(identity)
            assert taxonomy is not None
            for level in taxonomy.levels:
                for name in level.names:
                    self.level1.setdefault(squash(name), level.name)
                for child in level.children:
                    category = Category(level.name, child.name)
                    for name in child.names:
                        found = self.level2.get(squash(name), ())
                        if category not in found:
                            self.level2[squash(name)] = (*found, category)


def _layouts() -> list[Tables]:
    """The data files of layouts, the national one first."""
    names = sorted(path.name for path in (data_directory() / "layouts").glob("*.toml"))
    return [
        packaged(f"layouts/{name}")
        for name in sorted(names, key=lambda name: (name != "national.toml", name))
    ]


@cache
def _packaged(catalog: Catalog) -> Vocabulary:
    return Vocabulary(catalog)


def vocabulary(catalog: Catalog) -> Vocabulary:
    """The vocabulary of a catalog, made once."""
    return _packaged(catalog)
