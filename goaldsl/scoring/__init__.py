"""Scoring rules: their official sentence, their notation, their published form and what is wrong with them.

Rule ──sentence──▶ official Chinese sentence ──reading──▶ Rule
  ├──notation────▶ text of the `.goal` language
  ├──resolution──▶ Rule with every parameter resolved ──interchange──▶ JSON
  └──validity────▶ findings that need no analysis
"""

from __future__ import annotations
