"""What is printed: the form in a browser and on paper."""

from __future__ import annotations
