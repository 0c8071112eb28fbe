"""Scoring rules: their sentences, their notation, their published form, their findings."""

from __future__ import annotations
