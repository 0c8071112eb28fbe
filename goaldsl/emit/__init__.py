"""Printers of the official table: HTML, PDF, and the interchange file.

    Table ──sections──▶ pieces ──markup──▶ HTML body ─┬─html──▶ one self-contained page
                                              ▲       └─pdf───▶ WeasyPrint with our own fonts
    forecast: where will the pages begin? ──▶ pages: lay out, look, cut merged cells there, lay out again

`coverage` knows which characters can be printed, `engine` whether this machine can make a PDF.
"""

from __future__ import annotations

from typing import NamedTuple


class Printer(NamedTuple):
    """A format of outputs: the suffix of its files, and whether a 自评表 is printed in it too."""

    suffix: str
    evaluation: bool = True


PRINTERS = {
    "html": Printer("html"),
    "pdf": Printer("pdf"),
    "json": Printer("json"),
    "review": Printer("review.html", evaluation=False),
}
"""All formats, by the name that `--format` and goaldsl.toml use."""
