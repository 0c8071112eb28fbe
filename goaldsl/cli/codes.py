"""The codes of the house under their former address; they live in `goaldsl.service.codes`."""

from __future__ import annotations

from goaldsl.service.codes import all_codes, known_codes

__all__ = ["all_codes", "known_codes"]
