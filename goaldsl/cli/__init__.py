"""The command line: one short module per command, each importing what it needs when it runs."""

from __future__ import annotations

import gc


def main() -> None:
    """The entry point `goaldsl`."""
    # Modules stay, and a parser's tree is cyclic garbage: collecting it seldom saves 8 % of a large check for 5 MB.
    gc.set_threshold(200_000, 20, 100)
    from goaldsl.cli.app import run

    run()
