"""The findings about scoring rules that need no analysis (GB3)."""

from __future__ import annotations

from goaldsl.scoring import amount_codes, shape_codes

ALL = (
    shape_codes.REVERSE_UNSAID,
    shape_codes.RELATIVE_TO_ZERO,
    shape_codes.NEEDS_NUMBER,
    shape_codes.GRADES_ON_NUMBER,
    shape_codes.BASIS_UNFIT,
    shape_codes.NO_EFFECT,
    shape_codes.UNIT_UNFIT,
    shape_codes.UNIT_UNSURE,
    shape_codes.ANOTHER_QUANTITY,
    amount_codes.EXCEEDS_SCORE,
    amount_codes.DEDUCTS_TOO_MUCH,
    amount_codes.NEGATIVE,
    amount_codes.ZERO_STEP,
    amount_codes.SHARE_RANGE,
    amount_codes.CONFLICT,
    amount_codes.REPEATED,
    amount_codes.EMPTY,
)
