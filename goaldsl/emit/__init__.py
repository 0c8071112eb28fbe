"""Printers of the official table: HTML, PDF, and the interchange file.

    Table ──sections──▶ sections ──markup──▶ HTML body ─┬─html──▶ one self-contained page
                                                        └─pdf───▶ WeasyPrint, our own fonts

`coverage` knows which characters can be printed, `engine` whether this machine can make a PDF.
"""

from __future__ import annotations
