"""The published form and back."""

from __future__ import annotations
