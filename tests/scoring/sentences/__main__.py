"""`python -m tests.scoring.sentences FILE.json …`: right, wrong and handed over by kind, and every wrong one.

A file is a list of {"text", "target", "score", "at": {actual: score or "manual"}, "class"}; without one the corpus
of this folder is held.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from tests.scoring.sentences.held import Case, Held, Verdict, hold, written

HERE = Path(__file__).parent


def main(paths: list[str]) -> int:
    """Print the tally; 1 where a number is wrong."""
    cases = [case for path in paths for case in _listed(Path(path))]
    if not paths:
        cases = [case for path in sorted(HERE.glob("*.md")) for case in written(path)]
    held = [hold(case) for case in cases]
    tally = Counter((_kind(each.case), each.verdict) for each in held)
    print(f"{'kind':24}{'right':>8}{'wrong':>8}{'handed over':>14}")
    for kind in dict.fromkeys(_kind(each.case) for each in held):
        print(
            f"{kind:24}{tally[kind, Verdict.RIGHT]:8}{tally[kind, Verdict.WRONG]:8}{tally[kind, Verdict.HANDED_OVER]:14}"
        )
    computable = [each for each in held if each.case.computable]
    right = sum(each.verdict is Verdict.RIGHT for each in computable)
    share = 100 * right // max(len(computable), 1)
    print(f"computable: {right} of {len(computable)} right ({share} %)")
    wrong = [each for each in held if each.verdict is Verdict.WRONG]
    for each in wrong:
        print(f"WRONG {each.case.text}\n      {each.case.target} {_compared(each)}")
    return 1 if wrong else 0


def _kind(case: Case) -> str:
    return case.kind if case.computable else f"{case.kind} (by hand)"


def _listed(path: Path) -> list[Case]:
    listed = json.loads(path.read_text(encoding="utf-8"))
    return [Case(e.get("class", ""), e["text"], e["target"], e["score"], e["at"]) for e in listed]


def _compared(held: Held) -> str:
    pairs = zip(held.case.at.items(), held.found, strict=True)
    return ", ".join(
        f"{actual}: {said} by hand, {'—' if found is None else f'{found.numerator}/{found.denominator}'} read"
        for (actual, said), found in pairs
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
