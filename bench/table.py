"""The results as a table and as JSON, with facts about the machine."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import psutil
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.rows import ResultRow

RowsByMeasure = Mapping[str, Sequence[ResultRow]]
"""Rows by the heading of their measure."""
_HOLDS = {True: "yes", False: "NO", None: "-"}
_WIDE = 150
"""Columns of a table that is not written to a terminal."""
_PACKAGES = ("footcoach", "textual", "rich", "pydantic", "tinydb")


def print_table(results: RowsByMeasure, console: Console | None = None) -> None:
    console = console or Console(width=None if Console().is_terminal else _WIDE)
    table = Table(box=box.MARKDOWN, pad_edge=False)
    for heading in ("figure", "measured", "yardstick", "", "ratio", "at most", "held"):
        is_number = heading in ("measured", "", "ratio", "at most")
        table.add_column(heading, justify="right" if is_number else "left")
    for name, rows in results.items():
        table.add_row(Text(name, style="bold"))
        for row in rows:
            table.add_row(*map(Text, row_cells(row)))
    console.print(table)


def row_cells(row: ResultRow) -> list[str]:
    measured = f"{format_number(row.value)} {row.unit}".strip() if row.value is not None else "-"
    beside = format_number(row.yardstick_value) if row.yardstick_value is not None else ""
    ratio = _ratio(row.ratio) if row.ratio is not None else ""
    yardstick = "; ".join(filter(None, (row.yardstick, row.note)))
    return [f"  {row.label}", measured, yardstick, beside, ratio, row.limit, _HOLDS[row.holds]]


def format_number(value: float) -> str:
    """A number with three significant digits, or whole with all its digits."""
    if abs(value) >= 100 or value == int(value):  # noqa: PLR2004 - three digits
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"  # noqa: PLR2004 - two digits


def _ratio(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 or not ratio else f"{ratio:.1g}"  # noqa: PLR2004 - a tenth


def write_json(results: RowsByMeasure, file: Path, machine: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = {name: [row.as_json() for row in rows] for name, rows in results.items()}
    document = {"measured_on": dict(machine), "rows": rows}
    file.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def machine_info() -> dict[str, Any]:
    """Facts about this machine, its load now and the versions of packages."""
    return {
        "when": datetime.now().astimezone().isoformat(timespec="seconds"),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": psutil.cpu_count(),
        "memory_mib": psutil.virtual_memory().total >> 20,
        "load": [round(load, 2) for load in os.getloadavg()],
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _processor() -> str:
    """The processor's name from /proc (Linux), else from Python."""
    try:
        info = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2] for line in info.splitlines() if line.startswith("model name"))
    return next(names, platform.machine()).strip()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
