"""Readers of other formats into a declaration. So far: our own interchange file."""

from __future__ import annotations
