"""Measure, and print a Markdown table: `python -m tests.benchmarks [--quick]`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tests.benchmarks.corpus import write
from tests.benchmarks.measure import Cost, python

_CHECK = ("-m", "goaldsl", "check", "--output-format", "json")
# What no command of ours can do without; everything is told as a multiple of it, measured in the same run.
_BASE = ("-c", "import typer, textx, msgspec")


def main() -> None:
    """Run all measurements; `--quick` takes a tenth of the sizes, to see that everything works."""
    quick = "--quick" in sys.argv
    scale = 10 if quick else 1
    with tempfile.TemporaryDirectory() as place:
        print("| 案例 | CPU 秒 | 内存 MB | 比值 | 目标 |\n| --- | --- | --- | --- | --- |")
        for name, cost, ratio, aim in _cases(Path(place), scale):
            print(f"| {name} | {cost.seconds} | {cost.megabytes} | {ratio} | {aim} |", flush=True)
        print(f"\n规则分析占检查的份额：{_analysis_share(Path(place))}（目标 ≤ 20%）")
    print(f"两页 PDF，热态：{_warm_pdf()} ms（目标 260 ms）")


def _cases(place: Path, scale: int) -> Iterator[tuple[str, Cost, str, str]]:
    project = write(place / "one", 1, 20)
    python(_CHECK, project, runs=1)  # writes the bytecode
    imports = python(_BASE, place, runs=5)
    yield "解释器加 typer、textx、msgspec", imports, "1", ""
    one = python(_CHECK, project, runs=5)
    yield "check：1 个文件 20 个指标", one, _ratio(one, imports), "≤ 3.8"
    plain = write(place / "plain", max(50 // scale, 1), 20, "plain")
    built = python(("-m", "goaldsl", "build", "--format", "html,json"), plain)
    yield "build html,json：50 个文件 1000 个单行指标", built, _ratio(built, imports), "1.2 秒"
    for files in (125, 250, 500):
        project = write(place / f"realistic{files}", max(files // scale, 1), 20)
        cost = python(_CHECK, project, runs=1 if files == 500 else 2)
        aim = "9 秒，150 MB" if files == 500 else ""
        yield f"check：{files} 个文件，每个 20 个三行指标", cost, _ratio(cost, imports), aim
    for rows in (1000, 4000):
        broken = python(_CHECK, write(place / f"broken{rows}", 1, rows // scale, "broken"), runs=1)
        yield f"check：1 个文件 {rows} 行写错", broken, _ratio(broken, imports), "与行数成正比"
    for files, rows, aim in ((1, 1000, "≤ 12"), (100, 20, "≤ 30")):
        years = _two_years(
            write(place / f"years{files}", max(files // scale, 1), rows // (scale if files == 1 else 1))
        )
        compared = python(("-m", "goaldsl", "diff", "--output-format", "json"), years, runs=1)
        yield f"diff：两年，{files} 个单位各 {rows} 个指标", compared, _ratio(compared, imports), aim
    pdf = python(("-m", "goaldsl", "build", "--format", "pdf"), write(place / "pdf", 1, 20))
    yield "build pdf：1 个文件 20 个指标", pdf, _ratio(pdf, imports), ""


def _two_years(project: Path) -> Path:
    """A project with the year before: its rates were lower."""
    for path in list((project / "goals").rglob("*.goal")):
        text = path.read_text("utf-8").replace("2026", "2025").replace(">= 95%", ">= 90%")
        before = project / "goals/2025" / path.name
        after = project / "goals/2026" / path.name
        for target in (before, after):
            target.parent.mkdir(parents=True, exist_ok=True)
        after.write_text(path.read_text("utf-8"), encoding="utf-8")
        before.write_text(text, encoding="utf-8")
        if path != after:
            path.unlink()
    return project


def _ratio(cost: Cost, base: Cost) -> str:
    return str(round(cost.seconds / max(base.seconds, Decimal("0.001")), 2))


def _analysis_share(place: Path) -> str:
    """How much longer a check takes with rules lowered to functions and analysed (GR1) than without, in percent."""
    import time

    from goaldsl.bind import Defaults
    from goaldsl.catalog import load
    from goaldsl.checks import registry
    from goaldsl.compiler import Compiler
    from goaldsl.service.codes import known_codes

    texts = [path.read_bytes() for path in sorted((place / "realistic125").rglob("*.goal"))]
    checks = {True: registry.CHECKS, False: tuple(each for each in registry.CHECKS if each.code.code < "GR")}

    def cost(analysed: bool) -> int:
        checked = sys.modules["goaldsl.checks"]
        checked.CHECKS = checks[analysed]  # type: ignore[attr-defined]
        start = time.process_time_ns()
        for text in texts:
            Compiler(load(), Defaults(), known_codes()).compile("a.goal", text)
        return time.process_time_ns() - start

    cost(True)  # loads everything
    without, with_analysis = (min(cost(analysed) for _ in range(3)) for analysed in (False, True))
    return f"{round(Decimal(100 * (with_analysis - without)) / without, 1)}%"


def _warm_pdf() -> str:
    """Milliseconds of CPU for a two-page PDF when everything is loaded."""
    import time

    from goaldsl.emit.pdf import render_pdf
    from tests.emit.forms import zhijiang

    table = zhijiang()
    render_pdf(table)
    times = []
    for _ in range(5):
        start = time.process_time_ns()
        render_pdf(table)
        times.append(time.process_time_ns() - start)
    return str(min(times) // 1_000_000)


if __name__ == "__main__":
    main()
