"""What changed between two declarations, and what of it was promised less: the typed model compared, not the text.

    two declarations ──matching──▶ pairs of rows ──changes/──▶ changes ──published──▶ JSON ──▶ every rendering

`direction` is the one algebra of targets, `likeness` the one measure of names, `changes/` one file per kind of change.
"""

from __future__ import annotations
