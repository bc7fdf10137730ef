"""Slow lines: what `bench/lines.py` measures, as rows.

It runs in a process of its own, for it sets the environment of the app that it leads.
"""

import inspect
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from importlib import import_module
from typing import Any

from bench.rows import Pace, ResultRow, at_least, at_most
from bench.terminal import ROOT, environment

_FOLDER = ROOT / "bench"
_ASKED: dict[Pace, dict[str, Any]] = {
    Pace.QUICK: {"seconds": 6.0, "with_stock": False},
    Pace.USUAL: {"seconds": 25.0},
    Pace.LONG: {"seconds": 60.0},
}
"""What `measure` is asked for; it need not know these words."""
_PATIENCE = 900
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
"""What is told of a line, and its unit; a limit may be named after it, or after it and `_least`."""


def rows(pace: Pace) -> Iterator[ResultRow]:
    """Each line, beside the same app without acknowledged frames."""
    if not (_FOLDER / "lines.py").exists():
        yield ResultRow("slow lines", note="not measured: there is no bench/lines.py")
        return
    command = [sys.executable, "-m", "bench.slow_rows", json.dumps(_ASKED[pace])]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        last = done.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
        yield ResultRow("slow lines", note=f"failed: {last[0]}")
        return
    yield from line_rows(json.loads(done.stdout))


def line_rows(found: Mapping[str, Mapping[str, Any]]) -> Iterator[ResultRow]:
    """The rows of all lines, given what `measure` returns: figures, `limits` and `stock` a line."""
    for name, figures in found.items():
        line = _NAMES.get(name, f"{name} bytes/s")
        if "note" in figures:
            yield ResultRow(line, note=figures["note"])
            continue
        limits, stock = figures.get("limits", {}), figures.get("stock", {})
        for key, (label, unit) in _LABELS.items():
            if key not in figures:
                continue
            within = [at_most(float(limits[key]))] if key in limits else []
            if f"{key}_least" in limits:
                within.append(at_least(float(limits[f"{key}_least"])))
            if key == "keys_lost":
                within = [at_most(0)]
            beside = float(stock[key]) if key in stock else None
            yardstick = "frames not acknowledged" if beside is not None else ""
            yield ResultRow(
                f"{line}: {label}", float(figures[key]), unit, tuple(within), yardstick, beside
            )
        yield from _growth(line, figures)


def _growth(line: str, figures: Mapping[str, Any]) -> Iterator[ResultRow]:
    """Whether keys take longer in the second half of the time: then something is queueing."""
    halves = figures.get("key_p95_ms_halves")
    if isinstance(halves, list) and len(halves) == 2:  # noqa: PLR2004 - two halves
        first, second = map(float, halves)
        yield ResultRow(
            f"{line}: keys of the second half, p95", second, "ms", (), "the first half", first
        )


def main() -> None:
    """Measure, and print what was found as JSON, and nothing else."""
    sys.path.insert(1, str(_FOLDER))  # what stands beside it may be imported by its bare name
    asked = json.loads(sys.argv[1])
    with redirect_stdout(sys.stderr):
        measure = import_module("lines").measure
        known = inspect.signature(measure).parameters
        found = measure(**{name: asked[name] for name in asked if name in known})
    print(json.dumps(found))


if __name__ == "__main__":
    main()
