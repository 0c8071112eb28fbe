"""From a form as read to canonical `.goal` text: the way of everything that comes from outside into the compiler.

FormRead ──editions──▶ Form ──statements──▶ lines ──proving──▶ only lines that the compiler reads back as read
"""

from __future__ import annotations
