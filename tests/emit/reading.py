"""Reads an HTML form back into its grid, as anyone with a parser would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Grid:
    """The tables of a page flush under one another: slot to text, and the scope of each heading."""

    slots: dict[tuple[int, int], str] = field(default_factory=dict)
    scopes: dict[str, str] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.grid = Grid()
        self.row = -1
        self.cell: tuple[int, int, int, int] | None = None
        self.scope = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.grid.tags.add(tag)
        self.grid.attributes.update(values.items())
        if tag == "tr":
            self.row += 1
        elif tag in ("td", "th"):
            column = next(number for number in range(99) if (self.row, number) not in self.grid.slots)
            self.cell = (self.row, column, int(values.get("rowspan", "1")), int(values.get("colspan", "1")))
            self.scope, self.text = values.get("scope", ""), ""
            self._fill("")
        elif tag == "p" and self.text:
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._fill(self.text)
            if self.scope:
                self.grid.scopes[self.text] = self.scope
            self.cell = None

    def handle_data(self, data: str) -> None:
        if self.cell:
            self.text += data

    def _fill(self, text: str) -> None:
        assert self.cell
        row, column, down, across = self.cell
        self.grid.slots.update(
            ((row + below, column + beside), text) for below in range(down) for beside in range(across)
        )


def read(html: str) -> Grid:
    """The grid of a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.grid
