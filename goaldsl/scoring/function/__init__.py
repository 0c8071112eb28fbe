"""A scoring rule as a function: what score follows from which actual value, exactly.

Rule ──lowering──▶ ScoreFunction ──▶ scores, analysis, order, picture
interval  stretches of the number line
steps     where each step of a staircase begins
pieces    linear, linear-fractional, staircase: each monotone
curve     pieces side by side over the domain of one quantity
table     finite choices: grades, yes or no, what a person judges
question  the quantity that is asked for
score     the sum of terms, kept within bounds
order     which of two functions gives more
"""

from __future__ import annotations
