"""Real scoring sentences with their scores worked out by hand: what is read must be right, or be handed over."""

from __future__ import annotations
