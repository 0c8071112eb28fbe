"""安装包：wheel 和 sdist 带齐数据和字体，装进空环境就能用。"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECLARATION = "数量指标 调研报告完成篇数 >= 3 篇 score 10 rule ratio\n"


def run(*command: str, cwd: Path) -> str:
    """Run a command that must succeed; what it printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", str(folder), "-t", "sdist", cwd=ROOT)
    unpacked = tmp_path_factory.mktemp("sdist")
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(unpacked)
    source = next(unpacked.iterdir())
    run(sys.executable, "-m", "hatchling", "build", "-d", str(folder), "-t", "wheel", cwd=source)
    return folder


def test_wheel_carries_data_and_fonts(packages: Path) -> None:
    """语法、数据、说明页、字体和许可都在包里，测试和缓存不在。"""
    names = zipfile.ZipFile(next(packages.glob("*.whl"))).namelist()
    for wanted in (
        "goaldsl/grammar/goal.tx",
        "goaldsl/grammar/units.toml",
        "goaldsl/grammar/forms/zhijiang.toml",
        "goaldsl/grammar/checks/GS001.md",
        "goaldsl/emit/fonts/GDSong-Regular.otf",
        "goaldsl/emit/fonts/OFL.txt",
        "goaldsl/py.typed",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith("tests") or "__pycache__" in name]


def test_sdist_carries_everything_needed_to_test(packages: Path) -> None:
    """源码包里有测试和真实申报表。"""
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    for wanted in (
        "pyproject.toml",
        "grammar/goal.tx",
        "goals/2026/县委办公室.goal",
        "tests/conftest.py",
        "README.zh.md",
    ):
        assert wanted in names


def test_installed_wheel_builds_a_declaration(packages: Path, tmp_path: Path) -> None:
    """装进空环境：检查、生成三种文件、解释代码，都不靠源码目录。"""
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    python = str(environment / "bin" / "python")
    run(python, "-m", "pip", "install", "-q", str(next(packages.glob("*.whl"))), cwd=tmp_path)
    project = tmp_path / "project"
    project.mkdir()
    (project / "一行.goal").write_text(DECLARATION, "utf-8")
    goaldsl = str(environment / "bin" / "goaldsl")
    run(goaldsl, "build", "一行.goal", "-o", "out", cwd=project)
    assert sorted(path.suffix for path in (project / "out").rglob("*.*")) == [".html", ".json", ".pdf"]
    assert "GS001" in run(goaldsl, "explain", "syntax", cwd=project)
    assert "可以" in run(goaldsl, "doctor", cwd=project)
