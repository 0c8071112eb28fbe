"""`python -m tests.diff.history`: makes the repository, compares, prints expected | got."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.diff.history.repository import make
from tests.diff.history.verdicts import COMPARED, expected, got


def main() -> int:
    """Print every line; 1 when one differs."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
        for name in COMPARED:
            print(f"## {name}")
            should, has = expected(name), got(Path(folder), name)
            for key in sorted({*should, *has}):
                one, other = should.get(key, ""), has.get(key, "")
                wrong += one != other
                print(
                    f"{'  ' if one == other else '✗ '}{key[0]}｜{key[1]}：{one or '（没有）'} | {other or '（没有）'}"
                )
    print(f"不符 {wrong} 行")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
