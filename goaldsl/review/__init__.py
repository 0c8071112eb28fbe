"""What the checks, the comparison of years and the year's end share: lists of places, acceptances, severity."""

from __future__ import annotations
