"""One command in a process of its own: its CPU seconds and its largest memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system) and peak memory in MB."""

    seconds: Decimal
    megabytes: Decimal


def python(arguments: Sequence[str], folder: Path, runs: int = 3) -> Cost:
    """The least cost of several runs of `python ARGUMENTS` in a folder; the machine's noise only adds."""
    return min((_once(arguments, folder) for _ in range(runs)), key=lambda cost: cost.seconds)


def _once(arguments: Sequence[str], folder: Path) -> Cost:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,  # users' interpreters keep their bytecode
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"python {' '.join(arguments)} ended with {process.returncode}")
    seconds = Decimal(str(usage.ru_utime)) + Decimal(str(usage.ru_stime))
    return Cost(round(seconds, 3), round(Decimal(usage.ru_maxrss) / 1024, 1))
