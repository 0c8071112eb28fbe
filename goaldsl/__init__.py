"""goaldsl: budget performance goals as text, checked and printed as the official form."""

from __future__ import annotations

__version__ = "0.1.0"
