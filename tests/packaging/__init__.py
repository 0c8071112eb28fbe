"""The packages as users get them."""

from __future__ import annotations
