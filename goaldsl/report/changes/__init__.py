"""A comparison for people and programs: every output is made from the published report and nothing else."""

from __future__ import annotations
