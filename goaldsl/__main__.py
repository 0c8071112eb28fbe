"""`python -m goaldsl`."""

from __future__ import annotations

from goaldsl.cli import main

if __name__ == "__main__":
    main()
