"""Tests of the printers of diagnostics."""

from __future__ import annotations
