"""Rows of what `bench.lines` measures, in a process of its own: it changes its environment."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.rows import Pace, ResultRow, at_least, at_most
from bench.terminal import ROOT, environment

_OPTIONS = {
    Pace.QUICK: ("--seconds", "6", "--no-stock"),
    Pace.USUAL: ("--seconds", "25"),
    Pace.LONG: ("--seconds", "60"),
}
_TIMEOUT = 900
_NAMES = {
    "fast": "a fast line",
    "ssh": "2400 bytes/s with ssh -C",
    "frozen": "a terminal frozen for 10 s",
}
_LABELS = {
    "key_p95_ms": ("key to the screen, p95", "ms"),
    "fps": ("pictures", "/s"),
    "gap_ms": ("largest gap in keeping time", "ms"),
    "keys_lost": ("keys lost", ""),
}
"""Figures of a line with label and unit; a limit has the figure's name, or that and `_least`."""


def rows(pace: Pace) -> Iterator[ResultRow]:
    """Each line, beside the same app without acknowledged frames."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "lines.json")
        result = subprocess.run(
            [sys.executable, "-m", "bench.lines", "--json", str(file), *_OPTIONS[pace]],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            check=False,
        )
        if result.returncode:
            print(result.stderr, file=sys.stderr)
            last = result.stderr.strip().splitlines()[-1:] or ["no error message"]
            yield ResultRow("slow lines", note=f"failed: {last[0]}")
            return
        yield from line_rows(json.loads(file.read_text(encoding="utf-8")))


def line_rows(results: Mapping[str, Mapping[str, Any]]) -> Iterator[ResultRow]:
    """The rows of all lines, from the results of `bench.lines.measure`."""
    for name, figures in results.items():
        line = _NAMES.get(name, f"{name} bytes/s")
        if "note" in figures:
            yield ResultRow(line, note=figures["note"])
            continue
        limits, stock = figures.get("limits", {}), figures.get("stock", {})
        for key, (label, unit) in _LABELS.items():
            if key not in figures:
                continue
            bounds = [at_most(float(limits[key]))] if key in limits else []
            if f"{key}_least" in limits:
                bounds.append(at_least(float(limits[f"{key}_least"])))
            if key == "keys_lost":
                bounds = [at_most(0)]
            beside = float(stock[key]) if key in stock else None
            yardstick = "frames not acknowledged" if beside is not None else ""
            yield ResultRow(
                f"{line}: {label}",
                float(figures[key]),
                unit,
                tuple(bounds),
                yardstick,
                beside,
            )
        yield from _halves_row(line, figures)


def _halves_row(line: str, figures: Mapping[str, Any]) -> Iterator[ResultRow]:
    """Keys of the second half beside those of the first: slower ones mean a growing queue."""
    halves = figures.get("key_p95_ms_halves")
    if isinstance(halves, list) and len(halves) == 2:  # noqa: PLR2004 - two halves
        first, second = map(float, halves)
        yield ResultRow(
            f"{line}: keys of the second half, p95", second, "ms", (), "the first half", first
        )
