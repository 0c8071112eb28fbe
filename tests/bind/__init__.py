"""What the words of a text refer to."""

from __future__ import annotations
