"""One file for each kind of change: its page, its code and where it is found; `registry` lists them all."""

from __future__ import annotations
