"""Tests, readable by a budget officer."""

from __future__ import annotations
