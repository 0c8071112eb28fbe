"""A project of one's own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import GOOD, Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """空项目：只有 goaldsl.toml。"""
    made = Project(tmp_path, monkeypatch)
    made.write("goaldsl.toml", 'formats = ["html", "json"]\n')
    return made


@pytest.fixture
def filled(project: Project) -> Project:
    """有一份合格申报表的项目。"""
    project.write("goals/2026/某某局.goal", GOOD)
    return project
