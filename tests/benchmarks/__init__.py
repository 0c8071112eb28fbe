"""Speed and memory, as ratios measured in one run: `python -m tests.benchmarks`.

Absolute times differ from machine to machine; how many times the bare interpreter with the same imports a command
takes does not. Nothing here is a timed test.
"""

from __future__ import annotations
