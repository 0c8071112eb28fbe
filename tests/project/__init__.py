"""Tests of the door to the disk: what is read, what is written, how files are named."""
