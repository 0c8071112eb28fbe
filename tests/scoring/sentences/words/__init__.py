"""Each line of the lexicon in a sentence: every word of it must score as the table says."""

from __future__ import annotations
