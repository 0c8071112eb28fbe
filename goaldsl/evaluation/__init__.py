"""Self-evaluation (绩效自评): every score exactly, with its reasons in words; the total and the grade; mid-year
progress.

Declaration + Actuals ──rows, execution──▶ scores ──evaluate──▶ Evaluation and findings
"""

from __future__ import annotations
