"""What checks read out of Chinese texts: quantities, words, quotations. Word lists are data (`grammar/lexicon`)."""

from __future__ import annotations
