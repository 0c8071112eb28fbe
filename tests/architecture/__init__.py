"""The house keeps its plan."""

from __future__ import annotations
