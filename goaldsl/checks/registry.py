"""All checks, in the order of their codes. A new check is one file and one line here."""

from __future__ import annotations

from goaldsl.checks.check import Check

CHECKS: tuple[Check, ...] = ()
