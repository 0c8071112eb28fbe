"""Formatting and printing `.goal` texts."""

from __future__ import annotations
