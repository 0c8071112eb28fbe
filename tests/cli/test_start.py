"""命令启动快：不装进用不着的大库。"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from typer.main import get_command

from goaldsl.cli.app import app
from tests.cli.running import GOOD, ROOT

ACTUALS = """["预算"]
"全年预算数" = 100
"全年执行数" = 100
["指标"."调研报告完成篇数"]
"实际完成值" = 3
"""
TABLE = "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,调研报告完成篇数,≥3篇\n"
# What each command does in earnest, and the words it must say or the file it must write, so that it was done.
REAL = {
    "check": (("check", "2026/甲.goal"), "共检查 1 个文件"),
    "fmt": (("fmt", "--diff", "2025/乱.goal"), "+数量指标 甲 >= 3 篇"),
    "build": (("build", "--format", "html,json,pdf", "2026/甲.goal"), "写在"),
    "import": (("import", "表.csv", "-o", "录入"), "写出"),
    "actuals": (("actuals", "2026/甲.goal", "-o", "-"), "调研报告完成篇数"),
    "score": (("score", "2026/甲.goal"), "20"),
    "rule": (("rule", "--target", ">= 95 %", "--score", "10", "按比例"), "95"),
    "diff": (("diff", "2025/甲.goal", "2026/甲.goal"), "GD101"),
    "history": (("history", "."), "调研报告完成篇数"),
    "explain": (("explain", "GC501"), "作用"),
    "init": (("init", "新项目"), "写好 goaldsl.toml"),
    "doctor": (("doctor",), "goaldsl"),
}
_RUN = """
import json, sys
from typer.testing import CliRunner
from goaldsl.cli.app import app
told = []
for words in json.loads(sys.argv[1]):
    result = CliRunner().invoke(app, words)
    told.append([result.exit_code, result.output])
print(json.dumps({"told": told, "loaded": sorted({name.partition(".")[0] for name in sys.modules})}))
"""


def test_no_command_imports_pydantic(tmp_path: Path) -> None:
    """每条命令都真的运行一遍，帮助也都看一遍：没有哪条装进 pydantic（命令行库的新版会装）。"""
    for year, text in (("2025", GOOD.replace(">= 3", ">= 4").replace("2026", "2025")), ("2026", GOOD)):
        (tmp_path / year).mkdir()
        (tmp_path / year / "甲.goal").write_text(text, encoding="utf-8")
    (tmp_path / "2025" / "乱.goal").write_text("部门 某局\n数量指标　甲>=3 篇\n", encoding="utf-8")
    (tmp_path / "2026" / "甲.actuals.toml").write_text(ACTUALS, encoding="utf-8")
    (tmp_path / "表.csv").write_text(TABLE, encoding="utf-8")
    commands = list(get_command(app).commands)  # type: ignore[attr-defined]
    assert sorted(REAL) == sorted(commands)
    runs = [["--help"], ["--version"], *([name, "--help"] for name in commands)]
    runs += [list(words) for words, _ in REAL.values()]
    done = subprocess.run(
        [sys.executable, "-c", _RUN, json.dumps(runs)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    result = json.loads(done.stdout.splitlines()[-1])
    for words, (status, output) in zip(runs, result["told"], strict=True):
        said = REAL[words[0]][1] if words[0] in REAL and "--help" not in words else ""
        assert status in (0, 1) and said in output, (words, status, output)
    assert {"typer", "weasyprint"} <= set(result["loaded"])
    assert [name for name in result["loaded"] if name.startswith("pydantic")] == []
