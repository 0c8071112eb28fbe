"""Forms: lay a declaration out as the grid of its form edition.

Declaration ──layout──▶ Table ──emit──▶ HTML, PDF
"""

from __future__ import annotations

from goaldsl.forms.layout import lay_out
from goaldsl.forms.public import masked

__all__ = ["lay_out", "masked"]
