"""What goaldsl publishes, as types: declarations, rules, targets, self-evaluations, each with its codec and JSON Schema.

One file for each published thing: tagged structs, `encode` from the model, `decode` back. Numbers that carry meaning
are decimal strings, keys keep their order, readers ignore keys they do not know within a major version.
"""

from __future__ import annotations
