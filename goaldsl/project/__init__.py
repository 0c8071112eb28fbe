"""The user's files: which project, which sources, reading, writing. The only place that touches them or the clock."""

from __future__ import annotations
