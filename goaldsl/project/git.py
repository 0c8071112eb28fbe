"""Reads old versions from git: without network, hooks, filters or shell, and without touching anything."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_QUIET = (
    "-c", "protocol.allow=never",
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "core.quotepath=false",
    "-c", "diff.external=",
    "-c", "submodule.recurse=false",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}


class GitError(Exception):
    """Git could not say; `words` is what it wrote."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class MissingObjectError(GitError):
    """An object that this clone does not have."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: what was typed, its name, when it was made."""

    typed: str
    commit: str
    day: str

    @property
    def short(self) -> str:
        return self.commit[:10]


@dataclass(frozen=True)
class Repository:
    """A work tree with its history."""

    root: Path

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """The output of a git command; raises `GitError`."""
        command = ("git", *_QUIET, "-C", str(self.root), *arguments)
        environment = {**os.environ, **_ENVIRONMENT}
        try:
            done = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
        except OSError as error:
            raise GitError(f"git: {error.strerror}") from error
        if done.returncode:
            words = done.stderr.decode("utf-8", "replace").strip()
            raise GitError(words or f"git {arguments[0]} failed")
        return done.stdout

    def revision(self, typed: str) -> Revision | None:
        """The commit that a word names; None when there is none."""
        if not typed or typed.startswith("-"):
            return None
        try:
            found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{typed}^{{commit}}")
            commit = found.decode().split()[-1]
            day = self.run("show", "-s", "--format=%cs", commit).decode().strip()
        except (GitError, IndexError):
            return None
        return Revision(typed, commit, day)

    def merge_base(self, one: str, other: str) -> str | None:
        """Where two lines of history part."""
        try:
            return self.run("merge-base", one, other).decode().strip()
        except GitError:
            return None

    @property
    def shallow(self) -> bool:
        """Whether older history was left out when this clone was made."""
        return self.run("rev-parse", "--is-shallow-repository").decode().strip() == "true"

    @property
    def empty(self) -> bool:
        """Whether nothing was ever committed."""
        return self.revision("HEAD") is None

    def files(self, commit: str) -> dict[str, str]:
        """The files of a commit and their objects, by path from the root; links and submodules are left out."""
        found = {}
        for entry in self.run("ls-tree", "-rz", "--full-tree", commit).split(b"\0"):
            if entry:
                kind, _, path = entry.partition(b"\t")
                mode, _, name = kind.decode().split()
                if mode in ("100644", "100755"):
                    found[os.fsdecode(path)] = name
        return found

    def contents(self, objects: Iterable[str]) -> Mapping[str, bytes]:
        """The bytes of objects, as committed."""
        wanted = list(dict.fromkeys(objects))
        if not wanted:
            return {}
        stream = self.run("cat-file", "--batch", given="\n".join(wanted).encode() + b"\n")
        found, at = {}, 0
        for name in wanted:
            end = stream.index(b"\n", at)
            head = stream[at:end].decode().split()
            if len(head) != 3:
                raise MissingObjectError(f"missing object {name}")
            size = int(head[2])
            found[name] = stream[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
        return found

    def former_path(self, commit: str, path: str) -> str | None:
        """What a file of today was called in a commit, if it was renamed since."""
        try:
            listed = self.run("diff-tree", "-r", "-M", "-z", "--no-ext-diff", "--name-status", commit, "HEAD")
        except GitError:
            return None
        words = [os.fsdecode(word) for word in listed.split(b"\0")]
        for at, word in enumerate(words):
            if word.startswith("R") and word[1:].isdigit() and words[at + 2 : at + 3] == [path]:
                return words[at + 1]
        return None

    def history(self, paths: Iterable[str], count: int) -> list[Revision]:
        """The last commits that touched some paths, newest first."""
        listed = self.run("log", f"-{count}", "--format=%H %cs", "--end-of-options", "HEAD", "--", *paths)
        lines = [line.split() for line in listed.decode().splitlines()]
        return [Revision(commit[:10], commit, day) for commit, day in lines]

    def inside(self, path: Path) -> str | None:
        """A path from the root of the work tree; None for one outside."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None


def repository(start: Path) -> Repository | None:
    """The repository that a folder lies in."""
    here = start if start.is_dir() else start.parent
    try:
        top = Repository(here).run("rev-parse", "--show-toplevel")
    except GitError:
        return None
    return Repository(Path(os.fsdecode(top.rstrip(b"\n"))))
