"""Expected outputs beside the tests: compared, or written anew and told what became of them.

A finding is a line with a code (GC105) and the indented lines below it; two findings of one code in one file that
differ are one finding that changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_CODE = re.compile(r"\bG[A-Z]\d{3}\b")
_EXAMPLES = 3  # differences shown of each code
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the findings of one code."""

    appeared: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Difference) -> Difference:
        return Difference(
            self.appeared + other.appeared, self.vanished + other.vanished, self.changed + other.changed
        )

    def __str__(self) -> str:
        return f"多 {len(self.appeared)}，少 {len(self.vanished)}，改 {len(self.changed)}"

    def examples(self) -> Iterator[str]:
        """The first of them, as lines of a diff."""
        gone = [(old, "") for old in self.vanished]
        come = [("", new) for new in self.appeared]
        for old, new in [*self.changed, *gone, *come][:_EXAMPLES]:
            yield from (f"{sign} {_short(text)}" for sign, text in (("-", old), ("+", new)) if text)


def _short(text: str) -> str:
    line = " ⏎ ".join(part.strip() for part in text.strip().splitlines())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"


def findings(text: str) -> dict[str, Counter[str]]:
    """The findings of each code that a text lists."""
    found: dict[str, Counter[str]] = {}
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        code = _CODE.search(lines[at])
        end = at + 1
        if code:
            while end < len(lines) and lines[end][:1].isspace() and not _CODE.search(lines[end]):
                end += 1
            found.setdefault(code[0], Counter())["\n".join(lines[at:end])] += 1
        at = end
    return found


def differences(before: str, after: str) -> dict[str, Difference]:
    """Per code: the findings that appeared, vanished or changed from one text to another."""
    old, new = findings(before), findings(after)
    found = {}
    for code in sorted(old.keys() | new.keys()):
        gone = list((old.get(code, Counter()) - new.get(code, Counter())).elements())
        come = list((new.get(code, Counter()) - old.get(code, Counter())).elements())
        pairs = min(len(gone), len(come))
        if gone or come:
            found[code] = Difference(
                tuple(come[pairs:]), tuple(gone[pairs:]), tuple(zip(gone, come, strict=False))
            )
    return found


@dataclass(slots=True)
class Snapshots:
    """The expected outputs that a run compares; `updating` writes them anew."""

    root: Path
    updating: bool
    compared: set[Path] = field(default_factory=set)
    before: dict[Path, str | None] = field(
        default_factory=dict
    )  # of what was rewritten; None: it was not there
    removed: list[Path] = field(default_factory=list)

    def compare(self, path: Path, text: str) -> None:
        """The file holds the text; when updating, it is made to."""
        self.compared.add(path)
        if self.updating:
            self.rewrite(path, text)
        assert path.exists(), f"{path} 还没有：用 pytest --update-snapshots 生成，再用 git diff 核对"
        assert text == path.read_bytes().decode(), f"{path} 与输出不同：核对后用 --update-snapshots 更新"

    def rewrite(self, path: Path, text: str) -> None:
        """Write a file anew if it differs, and remember what it was."""
        assert self.updating
        assert path.resolve().is_relative_to(self.root.resolve()), f"{path} 不在项目里，不重写"
        self.compared.add(path)
        old = path.read_bytes().decode() if path.exists() else None
        if old == text:
            return
        self.before.setdefault(path, old)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def remove_stale(self, ran: list[Path]) -> None:
        """Remove what no test compares any more from folders `expected` whose tests all ran: those under `ran`."""
        for folder in sorted({path.parent for path in self.compared if path.parent.name == "expected"}):
            if any(folder.parent.is_relative_to(root) for root in ran):
                for path in sorted(set(folder.iterdir()) - self.compared):
                    self.before.setdefault(path, path.read_bytes().decode())
                    path.unlink()
                    self.removed.append(path)

    def report(self) -> Iterator[str]:
        """For the one who reviews: which files might be rewritten, which were, and the difference per code."""
        yield f"比对了 {len(self.compared)} 份，可以重写的只有这些："
        folders: dict[str, list[str]] = {}
        for path in sorted(self.compared):
            folders.setdefault(self._name(path.parent), []).append(path.name)
        yield from (f"  {folder}/：{'、'.join(names)}" for folder, names in folders.items())
        after = {path: path.read_bytes().decode() if path.exists() else "" for path in self.before}
        changed = [path for path in sorted(after) if after[path] != self.before[path] or path in self.removed]
        if not changed:
            yield "没有要重写的：都与输出相同。"
            return
        yield f"重写、新写、删去 {len(changed)} 份，请用 git diff 逐条核对："
        totals: dict[str, Difference] = {}
        for path in changed:
            old = self.before[path]
            deed = "删去" if path in self.removed else "新写" if old is None else "重写"
            by_code = differences(old or "", after[path])
            told = "；".join(f"{code} {each}" for code, each in by_code.items()) or "没有诊断代码的内容"
            yield f"  {deed} {self._name(path)}：{told}"
            for code, each in by_code.items():
                totals[code] = totals.get(code, Difference()) + each
        for code in sorted(totals):
            yield f"{code}　{totals[code]}"
            yield from (f"    {line}" for line in totals[code].examples())

    def _name(self, path: Path) -> str:
        return path.resolve().relative_to(self.root.resolve()).as_posix()
