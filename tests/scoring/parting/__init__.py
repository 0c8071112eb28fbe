"""Sentences with two readings: both told, neither taken."""

from __future__ import annotations
