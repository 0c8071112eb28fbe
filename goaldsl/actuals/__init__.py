"""Actual values (实际完成情况): what is asked of each indicator, the template to fill in, and its reading.

Declaration ──questions──▶ what is asked ──template, sheet──▶ a file to fill in ──reading──▶ Actuals
"""

from __future__ import annotations
