"""What the house talks about: declarations, targets, rules, forms and the grid every form is printed on.

Frozen, typed values without behaviour beyond simple look-ups. Nothing here reads a file or knows a format.
"""

from __future__ import annotations
