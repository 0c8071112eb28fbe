"""Tests of the self-evaluation: scores, totals, form, file, monitoring, comparison."""
