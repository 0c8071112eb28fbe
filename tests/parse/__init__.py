"""How a text is read."""

from __future__ import annotations
