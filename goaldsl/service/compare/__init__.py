"""Comparing any two things: files of any format, folders, year folders, revisions of git.

arguments ──▶ two inputs ──reading──▶ forms ──diff──▶ report
"""

from __future__ import annotations
