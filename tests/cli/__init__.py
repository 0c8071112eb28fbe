"""The commands as a person runs them."""

from __future__ import annotations
