"""The clock: only a new project asks what year it is."""

from __future__ import annotations

import datetime


def this_year() -> int:
    """The current calendar year."""
    return datetime.datetime.now().astimezone().year
