"""Telephone and identity numbers in what an import could not place: masked in comments unless somebody keeps them."""

from __future__ import annotations

import re

_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3}[-－ ]?)\d{3,4}(\d{4})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)")
_CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def masked(text: str) -> str:
    """137****1640, 430102********1234."""
    text = _IDENTITY.sub(r"\1********\2", text)
    return _LANDLINE.sub(r"\1****\2", _MOBILE.sub(r"\1****\2", text))


def commented(text: str, keep: bool) -> str:
    """Words that may stand in a comment: one line, no control characters."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return line if keep else masked(line)
