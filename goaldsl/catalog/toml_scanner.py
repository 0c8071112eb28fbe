"""Finds where the keys and values of a TOML text stand: the parser of the standard library gives no positions.

The scanner reads texts that the parser has accepted; on anything else it skips to the next line.
"""

from __future__ import annotations

import re
import tomllib

from goaldsl.catalog.toml_spans import Entry, Path
from goaldsl.model.place import Span

_KEY = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[^\s=.\[\]{},#"\']+')
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_BLANK = re.compile(r"(?:[\s,]|#[^\n]*)*")
_REST_OF_LINE = re.compile(r"[^\n]*")
_SCALAR = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[^\s,\]}#]+', re.DOTALL
)


def entry_spans(text: str) -> dict[Path, Entry]:
    """The place of every key and value of a TOML text."""
    return _Scanner(text).document()


class _Scanner:
    """Reads through the text once; `at` is where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spans: dict[Path, Entry] = {}
        self.lengths: dict[Path, int] = {}  # of arrays of tables

    def document(self) -> dict[Path, Entry]:
        table: Path = ()
        while (self._skip(_BLANK) or True) and self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.spans

    def _header(self) -> Path:
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        keys = self._keys()
        self._skip(_REST_OF_LINE)
        path: Path = ()
        for name, span in keys:
            path += (name,)
            self.spans.setdefault(path, Entry(span, span))
            last = span is keys[-1][1]
            if array and last:
                self.lengths[path] = self.lengths.get(path, 0) + 1
            if path in self.lengths and (array or not last):
                path += (self.lengths[path] - 1,)
                self.spans.setdefault(path, Entry(span, span))
        return path

    def _pair(self, table: Path) -> None:
        """`key = value`, here or in an inline table."""
        keys = self._keys()
        self._spaces()
        if not keys or self.text[self.at : self.at + 1] != "=":
            self._skip(_REST_OF_LINE)
            return
        self.at += 1
        self._spaces()
        path, start = table, self.at
        for name, span in keys:
            path += (name,)
            self.spans.setdefault(path, Entry(span, span))
        self._value(path)
        self.spans[path] = Entry(keys[-1][1], Span(start, self.at))

    def _value(self, path: Path) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self.at += 1
            while (self._skip(_BLANK) or True) and self.text[self.at : self.at + 1] not in ("}", ""):
                self._pair(path)
            self._close()
        elif not self._skip(_SCALAR):
            self._skip(_REST_OF_LINE)

    def _list(self, path: Path) -> None:
        self.at += 1
        number = 0
        while (self._skip(_BLANK) or True) and self.text[self.at : self.at + 1] not in ("]", ""):
            start = self.at
            self._value((*path, number))
            span = Span(start, self.at)
            self.spans[(*path, number)] = Entry(span, span)
            number += 1
        self._close()

    def _close(self) -> None:
        """Past the closing bracket, if there is one."""
        self.at = min(self.at + 1, len(self.text))

    def _keys(self) -> list[tuple[str, Span]]:
        keys: list[tuple[str, Span]] = []
        self._spaces()
        while match := _KEY.match(self.text, self.at):
            keys.append((_plain(match.group()), Span(*match.span())))
            self.at = match.end()
            dot = _DOT.match(self.text, self.at)
            if dot is None:
                break
            self.at = dot.end()
        return keys

    def _spaces(self) -> None:
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.text, self.at)
        if match is None or match.end() == self.at:
            return False
        self.at = match.end()
        return True


def _plain(key: str) -> str:
    """A key without its quotes."""
    if key[0] not in "\"'":
        return key
    if key[0] == "'" or "\\" not in key:
        return key[1:-1]
    try:
        return str(tomllib.loads(f"key = {key}")["key"])
    except tomllib.TOMLDecodeError:  # a text that the parser has not accepted
        return key
