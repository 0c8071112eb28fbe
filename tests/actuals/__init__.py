"""Tests of actual values: the template, its reading, and what is found wrong."""
