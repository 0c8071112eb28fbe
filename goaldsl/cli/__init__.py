"""The command line: one short module per command, each importing what it needs when it runs."""

from __future__ import annotations


def main() -> None:
    """The entry point `goaldsl`."""
    from goaldsl.cli.app import run

    run()
