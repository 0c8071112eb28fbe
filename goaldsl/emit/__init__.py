"""Printers of the official table: HTML, PDF, and the interchange file.

    Table ──sections──▶ pieces ──markup──▶ HTML body ─┬─html──▶ one self-contained page
                                              ▲       └─pdf───▶ WeasyPrint with our own fonts
    forecast: where will the pages begin? ──▶ pages: lay out, look, cut merged cells there, lay out again

`coverage` knows which characters can be printed, `engine` whether this machine can make a PDF.
"""

from __future__ import annotations
