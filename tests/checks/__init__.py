"""Tests of the checks: Markdown cases, one file for each check."""
