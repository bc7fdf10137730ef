"""The table of all rows, for people and as JSON."""

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
"""Rows by the name of their measure."""
_HELD = {True: "yes", False: "NO", None: "-"}
_WIDE = 150
"""Columns where there is no terminal to tell."""
_PACKAGES = ("footcoach", "textual", "rich", "pydantic", "tinydb")


def print_table(found: RowsByMeasure, console: Console | None = None) -> None:
    """Print one table."""
    console = console or Console(width=None if Console().is_terminal else _WIDE)
    table = Table(box=box.MARKDOWN, pad_edge=False)
    for heading in ("figure", "measured", "yardstick", "", "ratio", "at most", "held"):
        is_number = heading in ("measured", "", "ratio", "at most")
        table.add_column(heading, justify="right" if is_number else "left")
    for name, rows in found.items():
        table.add_row(Text(name, style="bold"))
        for row in rows:
            table.add_row(*map(Text, row_cells(row)))
    console.print(table)


def row_cells(row: ResultRow) -> list[str]:
    """What stands in the columns."""
    measured = f"{format_number(row.value)} {row.unit}".strip() if row.value is not None else "-"
    beside = format_number(row.beside) if row.beside is not None else ""
    ratio = _ratio(row.ratio) if row.ratio is not None else ""
    yardstick = "; ".join(filter(None, (row.yardstick, row.note)))
    return [f"  {row.label}", measured, yardstick, beside, ratio, row.limit, _HELD[row.holds]]


def format_number(value: float) -> str:
    """A number with as many digits as are worth telling."""
    if abs(value) >= 100 or value == int(value):  # noqa: PLR2004 - three digits
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"  # noqa: PLR2004 - the same


def _ratio(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 or not ratio else f"{ratio:.1g}"  # noqa: PLR2004 - a tenth


def write_json(found: RowsByMeasure, file: Path, machine: Mapping[str, Any]) -> None:
    """Write everything as JSON, with the machine it was measured on."""
    file.parent.mkdir(parents=True, exist_ok=True)
    every = {name: [row.as_json() for row in rows] for name, rows in found.items()}
    whole = {"measured_on": dict(machine), "rows": every}
    file.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def machine_info() -> dict[str, Any]:
    """What this is measured on, and how busy it is now."""
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
    """What the kernel calls it (Linux); elsewhere what Python knows."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2] for line in told.splitlines() if line.startswith("model name"))
    return next(names, platform.machine()).strip()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
