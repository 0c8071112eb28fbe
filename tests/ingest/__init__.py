"""Reading forms from other formats."""

from __future__ import annotations
