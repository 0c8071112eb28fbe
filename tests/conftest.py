"""What every test may use: `snapshot` compares a text with a file beside the test.

`pytest --update-snapshots` writes the files anew and tells which, and what became of the findings of each code; then
`git diff` shows the rest. On a CI server Hypothesis tries the same examples every time, so that a change is judged by
itself and not by luck; at a desk it tries new ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.snapshots import Snapshots

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

Snapshot = Callable[[str | Path, str], None]
_RUN = pytest.StashKey[Snapshots]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write the expected outputs anew; tells which files, and the difference per code",
    )


def pytest_configure(config: pytest.Config) -> None:
    updating: bool = config.getoption("--update-snapshots")
    if updating and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-snapshots 不能和 -n 一起用：几个进程会同时改写一页")
    config.stash[_RUN] = Snapshots(config.rootpath, updating)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    run = config.stash[_RUN]
    if not run.updating or not run.compared:
        return
    if not {"deselected", "failed", "error", "skipped"} & terminalreporter.stats.keys():
        run.remove_stale([(config.invocation_params.dir / word).resolve() for word in config.args])
    terminalreporter.section("基准文件")
    for line in run.report():
        terminalreporter.write_line(line)


@pytest.fixture
def snapshots(request: pytest.FixtureRequest) -> Snapshots:
    """Every expected output of this run."""
    return request.config.stash[_RUN]


@pytest.fixture
def snapshot(request: pytest.FixtureRequest, snapshots: Snapshots) -> Snapshot:
    """`snapshot("expected/full.txt", text)`: the file is beside the test, or at an absolute path."""

    def compare(name: str | Path, text: str) -> None:
        snapshots.compare(request.path.parent / name, text)

    return compare
