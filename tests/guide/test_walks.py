"""CONTRIBUTING 里的两条路照着走得通：在临时的一份里真的写文件、登记、运行。"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
_KEPT = ("goaldsl", "grammar", "goals", "tests", "pyproject.toml", "CONTRIBUTING.md", "README.md")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """这个项目的一份。"""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for name in _KEPT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def walk(title: str) -> str:
    """One section of the page."""
    match = re.search(rf"^## 走一遍：{title}\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert match, f"CONTRIBUTING 里没有“{title}”"
    return match[1]


def block(text: str, language: str) -> str:
    """The first block of a language, without the indentation of its list."""
    match = re.search(rf"^ *(`{{3,4}}){language}\n(.*?)^ *\1$", text, re.DOTALL | re.MULTILINE)
    assert match, f"没有 {language} 块"
    return textwrap.dedent(match[2])


def written(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")


def run(root: Path, *words: str) -> str:
    """`python -m …` in the copy; it must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", *words]
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout + done.stderr


def test_add_a_check(copy: Path) -> None:
    """写检查、登记、写案例、生成页面：案例通过，说明页查得到，真的报出来。"""
    section = walk("加一项检查")
    (module,) = set(re.findall(r"`(goaldsl/checks/\w+\.py)`", section)) - {"goaldsl/checks/registry.py"}
    (cases,) = set(re.findall(r"`(tests/checks/GC\d+-[\w-]+\.md)`", section))
    written(copy, module, block(section, "python"))
    silent = "\n## 列表里说不报\n\n```goal\n数量指标 简报期数 >= 2 期\n```\n\n- （不报）\n"
    written(copy, cases, block(section, "markdown") + silent)
    imported, listed = re.findall(r"加 `([^`]+)`", section)
    registry = copy / "goaldsl/checks/registry.py"
    text = registry.read_text(encoding="utf-8")
    head, first = "from goaldsl.checks import (\n", re.search(r"^    .*# GR", text, re.MULTILINE)
    assert head in text and first
    text = text[: first.start()] + f"    {listed}\n" + text[first.start() :]
    registry.write_text(text.replace(head, f"{head}    {imported}\n", 1), encoding="utf-8")
    run(copy, "goaldsl.cli.pages")
    code = Path(cases).name.partition("-")[0]
    assert (copy / f"grammar/checks/{code}.md").is_file()
    assert "passed" in run(copy, "pytest", "-v", "-p", "no:cacheprovider", "tests/checks", "-k", code)
    assert "以“等”收尾" in run(copy, "goaldsl", "explain", code)
    written(copy, "甲.goal", "部门 某局\n年度 2026\n数量指标 印发简报、通报等 >= 24 期\n")
    assert code in run(copy, "goaldsl", "check", "甲.goal")


def test_add_a_form(copy: Path) -> None:
    """写表样数据、重写缓存、照着录一份：认得出，印得出，数据的检查都通过。"""
    section = walk("加一个省的表样")
    data = block(section, "toml")
    identity = re.search(r'^id = "(.+)"', data, re.MULTILINE)
    declaration = re.search(r"`(tests/forms/\S+\.goal)`", section)
    title = re.search(r'^title = "(.+)"', data, re.MULTILINE)
    named = re.search(r"写 `(表样 \S+)`", section)
    assert identity and declaration and title and named
    written(copy, f"grammar/forms/{identity[1]}.toml", data)
    text = f"# 某地，部门整体，2026\n{named[1]}\n部门 某局\n年度 2026\n数量指标 培训次数 >= 3 次\n"
    written(copy, declaration[1], text)
    run(copy, "goaldsl.catalog.parsed")
    run(copy, "goaldsl", "build", declaration[1], "-o", "看看", "--format", "html")
    (html,) = (copy / "看看").rglob("*.html")
    assert title[1] in html.read_text(encoding="utf-8")
    tests = ("tests/catalog/test_forms.py", "tests/catalog/test_data_files.py", "tests/forms/test_corpus.py")
    assert "passed" in run(copy, "pytest", "-v", "-p", "no:cacheprovider", *tests)
